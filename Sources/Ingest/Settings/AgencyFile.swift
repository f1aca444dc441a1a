// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// A file of one agency's public feeds, as `wirespool init` offers it.
public struct AgencyFile: Sendable, Hashable {
    /// The file's name without `.yaml`: `tass`.
    public var code: String
    /// What its first line says: `TASS (Russia)`.
    public var title: String
    /// The feeds that it names.
    public var feeds: [FeedSettings]
    /// The file as it is.
    public var text: String

    /// The agencies that have a feed in the files of `directory`, by code.
    public static func all(in directory: String) throws(SettingsError) -> [AgencyFile] {
        let names: [String]
        do throws(SettingFlaw) {
            names = try Path.files(matching: "*.yaml", in: directory).sorted()
        } catch {
            throw SettingsError([.init(file: directory, message: error.message)])
        }
        var agencies: [AgencyFile] = []
        for name in names {
            let agency = try AgencyFile(path: "\(directory)/\(name)")
            if !agency.feeds.isEmpty { agencies.append(agency) }
        }
        return agencies
    }

    private init(path: String) throws(SettingsError) {
        var reader = SettingsReader(secrets: SecretStore(credentials: nil))
        reader.readFeeds(ofFile: path)
        guard reader.mistakes.isEmpty else { throw SettingsError(reader.mistakes) }
        code = String(path.lastComponent.dropLast(".yaml".count))
        feeds = reader.feeds
        text = try SettingsSource(path: path, secrets: SecretStore(credentials: nil)).text()
        title = text.split(separator: "\n").first.map { String($0.drop { "# ".contains($0) }) } ?? code
    }

    /// The code that was probably meant.
    public static func nearest(to code: String, among agencies: [AgencyFile]) -> String? {
        code.lowercased().nearest(among: agencies.map(\.code))
    }
}

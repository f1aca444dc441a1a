// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Glibc

/// A configuration to begin with: a short main file, and beside it the chosen agencies' files in `feeds.d`.
public struct StarterSettings: Sendable {
    /// The main file.
    public let path: String
    /// The chosen agencies.
    public let agencies: [AgencyFile]

    /// Nothing is written yet.
    public init(path: String, agencies: [AgencyFile]) {
        self.path = path
        self.agencies = agencies
    }

    /// Writes the files; throws, with nothing overwritten, where the main file or an agency's is there already.
    ///
    /// Under `/etc/wirespool` they belong to root and the group of the service, as its unit expects.
    public func write() throws(SettingsError) {
        let directory = Path.parent(of: Path.absolute(path))
        let files = [(path, text(in: directory))] + agencies.map { ("\(directory)/feeds.d/\($0.code).yaml", $0.text) }
        for (file, _) in files where Path.exists(file) {
            throw SettingsError([.init(file: file, message: "is there already; move it away, or name another --config")])
        }
        do {
            try FileManager.default.createDirectory(atPath: "\(directory)/feeds.d", withIntermediateDirectories: true)
            for (file, text) in files {
                try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .withoutOverwriting)
                try handOver(file, in: directory)
            }
            try handOver("\(directory)/feeds.d", in: directory)
        } catch {
            throw SettingsError([.init(file: path, message: "cannot be written: \(Self.reason(error))")])
        }
    }

    /// Where the service keeps its configuration.
    private static let system = "/etc/wirespool"

    private func text(in directory: String) -> String {
        let places =
            directory == Self.system
            ? ["state: /var/lib/wirespool", "log: /var/log/wirespool/ingest.log", "outlets:", "  main: {path: /var/spool/wirespool/main}"]
            : ["state: state", "log: ingest.log", "outlets:", "  main: {path: spool/main}"]
        let opening = [
            "# Wirespool's configuration. Every key: wirespool.yaml(5); what is in force: wirespool config show; mistakes: wirespool check.",
            "# An agency's terms decide what you may do with its stories; that you have the right is yours to see to.", "",
        ]
        let defaults = [
            "", "# How polls introduce themselves: put an address of yours here, so that a publisher can write to you.", "defaults:",
            "  #user_agent: \"Example Newsroom (+mailto:wires@example.org)\"", "  interval: 15m", "", "include: feeds.d/*.yaml", "",
            "# Feeds of your own:", "feeds:", "  #my-feed: {url: \"https://example.org/feed.xml\", agency: null, language: en}",
        ]
        return (opening + places + defaults).joined(separator: "\n") + "\n"
    }

    private func handOver(_ file: String, in directory: String) throws {
        guard directory == Self.system, geteuid() == 0 else { return }
        let group = getgrnam("wirespool").map { $0.pointee.gr_gid }
        guard let group else { return }
        let mode: mode_t = file.hasSuffix(".yaml") ? 0o640 : 0o750
        guard chown(file, 0, group) == 0, chmod(file, mode) == 0 else { throw SettingFlaw(String(cString: strerror(errno))) }
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case let error as SettingFlaw: error.message
        case let error as CocoaError where error.code == .fileWriteNoPermission: "permission denied; try it with sudo"
        default: String(cString: strerror(errno))
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ingest
import Markup

/// `wirespool config`: what the configuration comes to.
struct Config: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Look at the configuration.", subcommands: [ConfigShow.self])
}

/// `wirespool config show`: every setting in force, and the line that says so.
struct ConfigShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print the settings in force, each with the line that says so.",
        discussion: "Defaults are left out unless --all is given. Secrets are shown by their names only.")

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var output: OutputOptions

    @Flag(name: .long, help: "Defaults too.")
    var all = false

    @Argument(help: ArgumentHelp("Only these feeds or outlets.", valueName: "name"))
    var names: [String] = []

    func run() async throws {
        try await Failure.reported {
            let review = SettingsReview(of: configuration.file)
            guard review.mistakes.isEmpty else { throw SettingsError(review.mistakes) }
            let effective = review.effective
            let shown = effective.filter { setting in
                (all || setting.origin != .standard) && (names.isEmpty || names.contains { setting.owner.name == $0 })
            }
            if !names.isEmpty, let unknown = names.first(where: { name in !effective.contains { $0.owner.name == name } }) {
                throw Failure(message: "no feed or outlet '\(unknown)' in \(configuration.file)", code: Ingest.ExitCode.usage)
            }
            output.isJSON ? printJSON(shown) : printText(shown)
            return 0
        }
    }
}

extension ConfigShow {
    private func printText(_ settings: [EffectiveSetting]) {
        let width = min(60, settings.map { Terminal.columnsOf($0.line) }.max() ?? 0)
        var owner: EffectiveSetting.Owner?
        var section: String?
        for setting in settings {
            if owner != setting.owner {
                if setting.owner.section != section, let name = setting.owner.section { StandardOutput.line("\(name):") }
                if let name = setting.owner.name { StandardOutput.line("  \(name):") }
                (owner, section) = (setting.owner, setting.owner.section)
            }
            StandardOutput.line("\(Terminal.pad(setting.line, width))  \(Terminal.paint("# \(setting.origin.text)", .grey))")
        }
    }

    private func printJSON(_ settings: [EffectiveSetting]) {
        var json = JSONWriter()
        for setting in settings {
            json.object { json in
                json.member("section", setting.owner.section)
                json.member("name", setting.owner.name)
                json.member("key", setting.key)
                json.member("value", setting.value)
                guard case .line(let place, let viaDefaults) = setting.origin else {
                    json.member("origin", "default")
                    return
                }
                json.member("origin", viaDefaults ? "defaults" : "written")
                json.member("file", place.file)
                json.member("line", place.line)
            }
            json.newline()
        }
        StandardOutput.write(json.bytes)
    }
}

extension EffectiveSetting {
    /// The key and its value, as far right as they belong.
    fileprivate var line: String {
        "\(owner.name == nil ? "" : "    ")\(key): \(Terminal.escape(value))"
    }
}

extension EffectiveSetting.Owner {
    fileprivate var section: String? {
        switch self {
        case .top: nil
        case .outlet: "outlets"
        case .feed: "feeds"
        }
    }

    fileprivate var name: String? {
        switch self {
        case .top: nil
        case .outlet(let name), .feed(let name): name
        }
    }
}

extension EffectiveSetting.Origin {
    fileprivate var text: String {
        switch self {
        case .standard: "default"
        case .line(let place, let viaDefaults): "\(place.file):\(place.line)\(viaDefaults ? ", defaults" : "")"
        }
    }
}

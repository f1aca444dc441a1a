// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Glibc
import Ingest

/// `wirespool init`: a configuration to begin with.
struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Write a configuration to begin with, with the agencies that you choose.",
        discussion: "Nothing that is there is overwritten, and nothing is fetched.")

    @Option(
        name: .long,
        help: ArgumentHelp("The file to write (default: /etc/wirespool/wirespool.yaml for root, else ./wirespool.yaml).", valueName: "file")
    )
    var config: String?

    @Option(name: .long, help: ArgumentHelp("Codes of agencies, separated by commas: tass,ansa.", valueName: "codes"))
    var agency: String?

    @Option(name: .long, help: ArgumentHelp("Where the agencies' files are.", valueName: "dir"))
    var from: String?

    @Flag(name: .long, help: "List the agencies that can be chosen.")
    var list = false

    func run() async throws {
        try await Failure.reported {
            let agencies = try AgencyFile.all(in: try from.map { URL(fileURLWithPath: $0).path } ?? Self.sharedFeeds())
            if list {
                print(agencies)
                return 0
            }
            let starter = StarterSettings(path: file, agencies: try choose(from: agencies))
            try starter.write()
            tell(of: starter)
            return 0
        }
    }
}

extension Init {
    private var file: String {
        let system = "/etc/wirespool"
        return config ?? (geteuid() == 0 && FileManager.default.fileExists(atPath: system) ? "\(system)/wirespool.yaml" : "wirespool.yaml")
    }

    /// The agencies' files of this installation: beside the program, wherever it was installed to.
    private static func sharedFeeds() throws(Failure) -> String {
        let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "/usr/bin/wirespool"
        let prefix = URL(fileURLWithPath: program).deletingLastPathComponent().deletingLastPathComponent().path
        for directory in ["\(prefix)/share/wirespool/feeds.d", "/usr/share/wirespool/feeds.d"]
        where FileManager.default.fileExists(atPath: directory) {
            return directory
        }
        throw Failure(
            message: "the agencies' files are not installed in \(prefix)/share/wirespool/feeds.d; name their directory with --from",
            code: Ingest.ExitCode.usage)
    }

    private func print(_ agencies: [AgencyFile]) {
        var table = Table(["code", "feeds", "agency"])
        for agency in agencies {
            let enabled = agency.feeds.count { $0.isEnabled }
            table.add([(agency.code, nil), (enabled > 0 ? "\(enabled)" : "off", enabled > 0 ? nil : .grey), (agency.title, nil)])
        }
        table.print()
    }

    private func choose(from agencies: [AgencyFile]) throws(Failure) -> [AgencyFile] {
        var answer = agency
        if answer == nil, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
            print(agencies)
            StandardOutput.write(Array("\nWhich of them? Codes, separated by commas; none to begin with your own feeds: ".utf8))
            answer = readLine() ?? ""
        }
        guard let answer else {
            throw Failure(message: "name agencies: --agency tass,ansa; --list shows them", code: Ingest.ExitCode.usage)
        }
        var chosen: [AgencyFile] = []
        for code in answer.split(whereSeparator: { ", ".contains($0) }).map(String.init) {
            guard let agency = agencies.first(where: { $0.code == code.lowercased() }) else {
                let question = AgencyFile.nearest(to: code, among: agencies).map { "; did you mean '\($0)'?" } ?? "; --list shows them"
                throw Failure(message: "no agency '\(code)'\(question)", code: Ingest.ExitCode.usage)
            }
            if !chosen.contains(agency) { chosen.append(agency) }
        }
        return chosen
    }

    private func tell(of starter: StarterSettings) {
        let feeds = starter.agencies.flatMap(\.feeds)
        let off = feeds.count { !$0.isEnabled }
        StandardOutput.line(
            "wrote \(starter.path): \(Count.of(feeds.count - off, "feed")) of \(Count.of(starter.agencies.count, "agency", "agencies")), 1 outlet"
        )
        if off > 0 { StandardOutput.line("\(off) more \(off == 1 ? "is" : "are") there, but off; the file says why") }
        let option = config.map { " --config \($0)" } ?? ""
        let isService = starter.path == "/etc/wirespool/wirespool.yaml"
        StandardOutput.line(
            """
            next:
              wirespool check\(option)\(isService ? "" : "   # every mistake, with its line")
              \(isService ? "systemctl start wirespool && wirespool tail -f" : "wirespool fetch\(option)   # polls once, and spools")
            """)
    }
}

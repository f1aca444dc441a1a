// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Scorecard

#if canImport(Glibc)
import Glibc
#endif

/// `scorecard [--json] [--page FILE]`: prints every rule with its verdict; the exit status is 1 when one is broken.
@main
enum ScorecardProgram {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        let scorecard = try await Scorecard.run()
        print(arguments.contains("--json") ? scorecard.json : scorecard.text, terminator: "")
        if let option = arguments.firstIndex(of: "--page"), option + 1 < CommandLine.arguments.count {
            try Data(scorecard.page.utf8).write(to: URL(fileURLWithPath: CommandLine.arguments[option + 1]))
        }
        exit(scorecard.isClean ? 0 : 1)
    }
}

// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Ingest

/// `wirespool report`: a page to look at.
struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Write a page about the feeds and what they brought.",
        discussion: "The page is one file that needs nothing else: no scripts, nothing from elsewhere.")

    @OptionGroup var configuration: ConfigurationOptions

    @Option(name: .long, help: ArgumentHelp("The page to write; - is standard output.", valueName: "file"))
    var html: String

    @Option(name: .long, help: "How many days it covers.")
    var days = 7

    func validate() throws {
        guard (1...60).contains(days) else { throw ValidationError("--days takes a number from 1 to 60.") }
    }

    func run() async throws {
        try await Failure.reported {
            let page = try WebReport(try configuration.load(), days: days, now: Date()).html
            if html == "-" {
                StandardOutput.write(Array(page.utf8))
            } else {
                try WholeFile.write(page, to: html)
                StandardError.line("wrote \(html)")
            }
            return 0
        }
    }
}

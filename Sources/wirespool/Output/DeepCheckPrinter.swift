// SPDX-License-Identifier: Apache-2.0
import Catalog
import Foundation
import Ingest
import Markup

/// Prints what `check --deep` found, and what a repair came to.
struct DeepCheckPrinter {
    let isJSON: Bool
    let isQuiet: Bool

    /// Compares everything, rebuilds the catalog when that is asked for and needed, and returns the exit status.
    func check(_ settings: Settings, repairs: Bool) async throws -> Int32 {
        let check = try DeepCheck(settings)
        print(check)
        guard !check.damage.isEmpty || !check.findings.isEmpty else { return 0 }
        guard repairs else {
            if !check.damage.isEmpty { StandardError.line("stop the daemon, then: wirespool check --deep --repair") }
            return Ingest.ExitCode.badData
        }
        return try await repair(settings, isDamaged: !check.damage.isEmpty)
    }
}

extension DeepCheckPrinter {
    private func print(_ check: DeepCheck) {
        let findings = check.damage.map { "the catalog is damaged: \($0)" } + check.findings
        guard isJSON else {
            if !isQuiet { for fact in check.facts { StandardOutput.line(Terminal.escape(fact)) } }
            for finding in findings { StandardError.line(Terminal.escape(finding)) }
            return
        }
        var json = JSONWriter()
        json.object { json in
            json.member("damage", check.damage) { $0.value($1) }
            json.member("findings", check.findings) { $0.value($1) }
            json.member("facts", check.facts) { $0.value($1) }
        }
        json.newline()
        StandardOutput.write(json.bytes)
    }

    private func repair(_ settings: Settings, isDamaged: Bool) async throws -> Int32 {
        let rebuilt = try await Repair.run(settings, isDamaged: isDamaged, now: Date())
        for line in Self.lines(rebuilt) { StandardError.line(Terminal.escape(line)) }
        let again = try DeepCheck(settings)
        for finding in again.damage + again.findings { StandardError.line("left: \(Terminal.escape(finding))") }
        return again.damage.isEmpty ? 0 : Ingest.ExitCode.badData
    }

    private static func lines(_ rebuilt: Rebuilding) -> [String] {
        var lines: [String] = []
        if let old = rebuilt.setAside {
            lines.append("the damaged catalog lies in \(old) now; remove it when all is well")
            for (table, count) in rebuilt.rows.sorted(by: { $0.key < $1.key }) {
                lines.append(
                    "  \(table): \(count) rows, \(rebuilt.wholeTables.contains(table) ? "all that there were" : "what could be read")")
            }
        }
        lines.append(
            "from the outlets: \(Count.of(rebuilt.fromOutlets, "version")); from the log alone: \(Count.of(rebuilt.fromLog, "story", "stories"))"
        )
        for (outlet, last) in rebuilt.guessed.sorted(by: { $0.key < $1.key }) {
            lines.append(
                "outlet \(outlet): where it stood is not known; it goes on after \(last). To publish again: wirespool replay --outlet \(outlet)"
            )
        }
        lines.append(
            "the catalog has \(rebuilt.stories) stories in \(rebuilt.versions) versions; the next number is \(rebuilt.lastSequence + 1)")
        return lines
    }
}

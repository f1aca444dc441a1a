// SPDX-License-Identifier: Apache-2.0
import Catalog
import Glibc

/// Reads the ingestion log from its oldest file on, and compares it with the catalog.
struct LogAudit {
    private(set) var sentences = DeepCheck.Sentences()
    private var first: Int64?
    private var last: Int64 = 0
    private var torn = 0
    private var gaps: [String] = []
    private var twice: [String] = []
    /// The versions that have an event, by story and revision.
    private var told: Set<Int> = []

    init(_ path: String, _ reader: CatalogReader) throws(CatalogError) {
        let lastVersion = try reader.lastSequence()
        do throws(LogError) {
            for file in try LogRotation.filesInOrder(path) { try read(file) }
        } catch {
            sentences.findings.append("the log can't be read: \(error.message)")
            return
        }
        // Asked last: a daemon may have written events meanwhile.
        report(try reader.lastLogSequence())
        try compare(reader, through: lastVersion)
    }
}

extension LogAudit {
    private mutating func read(_ file: String) throws(LogError) {
        let bytes = try FileBytes.read(file)
        // What stands behind the last line break is being written, or is put right at the next start.
        let end = bytes.lastIndex(of: UInt8(ascii: "\n")) ?? bytes.startIndex
        for line in bytes[..<end].split(separator: UInt8(ascii: "\n")) {
            guard let sequence = LogLine.sequence(of: line), let record = LogRecord(line: Array(line)) else {
                torn += 1
                continue
            }
            note(sequence)
            if record.ev == "story", let story = record.story, let revision = record.rev, record.verdict != "duplicate" {
                told.insert(Self.key(story, revision))
            }
        }
    }

    private mutating func note(_ sequence: Int64) {
        defer { last = max(last, sequence) }
        guard first != nil else {
            first = sequence
            return
        }
        if sequence - 1 > last { gaps.append("\(last + 1)…\(sequence - 1)") }
        if sequence <= last { twice.append("\(sequence)") }
    }

    private static func key(_ story: String, _ revision: Int) -> Int {
        var hasher = Hasher()
        hasher.combine(story)
        hasher.combine(revision)
        return hasher.finalize()
    }

    private mutating func report(_ committed: Int64) {
        guard let first else {
            if committed > 0 { sentences.findings.append("the log is empty, and \(committed) events are committed: was it removed?") }
            return
        }
        sentences.facts.append("the log: events \(first) to \(last)")
        let some = DeepCheck.Sentences.some
        if torn > 0 { sentences.findings.append("the log: \(torn) lines are no events of ours") }
        if !gaps.isEmpty { sentences.findings.append("the log: events are missing: \(some(gaps))") }
        if !twice.isEmpty { sentences.findings.append("the log: events stand there twice: \(some(twice))") }
        if last > committed {
            sentences.findings.append(
                "the log is newer than the catalog, which ends with event \(committed); was an older catalog restored?")
        }
    }

    /// Every version has its event, as far back as the log goes; those that are not yet written are in the catalog.
    private mutating func compare(_ reader: CatalogReader, through end: Int64) throws(CatalogError) {
        guard first == 1 else { return }
        for event in try reader.events(after: last) {
            guard let record = LogRecord(line: event.line), let story = record.story, let revision = record.rev else { continue }
            told.insert(Self.key(story, revision))
        }
        var (position, silent) = (Int64(0), [String]())
        while true {
            let versions = try reader.versions(after: position, limit: 256).filter { $0.sequence <= end }
            guard let last = versions.last else { break }
            position = last.sequence
            silent += versions.filter { !told.contains(Self.key($0.story, $0.revision)) }.map { "\($0.sequence)" }
        }
        guard !silent.isEmpty else { return }
        sentences.findings.append("the log has no event of versions \(DeepCheck.Sentences.some(silent))")
    }
}

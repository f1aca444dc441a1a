// SPDX-License-Identifier: Apache-2.0

// A paragraph that speaks to the newsrooms that take the wire, not to readers: `Eds: Adds quotes from the mayor.`

extension Lead {
    /// Takes the last paragraph off where it speaks to editors, and there is a story without it.
    mutating func takeClosingNote() {
        guard paragraphs.count > 1, let last = paragraphs.last else { return }
        guard Line(first: 40, of: last).opensNoteToEditors, case let line = Line(last), line.isNoteToEditors else { return }
        addAdvisory(line.text(line.trimmed(0..<line.count)))
        paragraphs.removeLast()
    }

    mutating func addAdvisory(_ note: String) {
        advisory = advisory.map { $0 + "\n" + note } ?? note
    }
}

extension Line {
    /// The paragraph opens as only notes to editors do. An editor's note is for readers, and belongs to the story.
    var isNoteToEditors: Bool { isWhole && count <= 600 && opensNoteToEditors }

    fileprivate var opensNoteToEditors: Bool {
        let start = skippingSpaces(0)
        return Self.noteOpenings.end(on: self, at: start) != nil
    }

    private static let noteOpenings = Openings([
        "eds:", "note to editors:", "notes to editors:", "attention editors", "attn editors", "achtung, redaktion", "achtung redaktion",
        "hinweis an die redaktion", "note aux rédactions", "nota a los editores", "nota a editores", "atención editores",
        "nota às redações", "nota ai redattori", "к сведению редакций",
    ])
}

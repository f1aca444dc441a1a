// SPDX-License-Identifier: Apache-2.0

/// The mark between a dateline and its story: `---`, `--`, `-`, `–`, `—`, `_`, `=`, `:`, `.-`, `.`.
struct Separator: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case dash, doubleDash, colon, fullStop }

    var kind: Kind
    /// Blanks stand before it.
    var isSpaced: Bool
    /// Behind it and its blanks.
    var end: Int
}

extension Line {
    /// Reads the separator that stands at `start` or behind blanks there.
    func separator(at start: Int) -> Separator? {
        let position = skippingSpaces(start)
        guard let (kind, length) = separatorKind(at: position) else { return nil }
        return Separator(kind: kind, isSpaced: position > start, end: skippingSpaces(position + length))
    }

    private func separatorKind(at position: Int) -> (Separator.Kind, length: Int)? {
        switch self[position] {
        case "-": self[position + 1] == "-" ? (.doubleDash, self[position + 2] == "-" ? 3 : 2) : (.dash, 1)
        case "–", "—", "―", "−", "_", "=", "－": (.dash, 1)
        case ":", "：": (.colon, 1)
        case ".": has(".-", at: position) || has(".–", at: position) || has(".—", at: position) ? (.dash, 2) : (.fullStop, 1)
        default: nil
        }
    }
}

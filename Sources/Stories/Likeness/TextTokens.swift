// SPDX-License-Identifier: Apache-2.0

/// The words of a text, of which two texts are compared by their runs.
struct TextTokens: Sendable {
    /// The hash of each word, number and ideograph, in order.
    let hashes: [UInt64]
    /// Written in a script without blanks between words.
    let isDense: Bool

    init(_ letters: Letters) {
        var hashes: [UInt64] = []
        var ideographs = 0
        hashes.reserveCapacity(letters.codes.count / 5)
        letters.forEachPiece { piece in
            switch piece.kind {
            case .word where !piece.isPlain: letters.forEachToken(of: piece.range) { hashes.append(letters.hash($0)) }
            case .word, .number: hashes.append(piece.isPlain ? piece.hash : letters.hash(piece.range))
            case .ideograph:
                hashes.append(piece.hash)
                ideographs += 1
            case .sentenceEnd: break
            }
        }
        self.hashes = hashes
        isDense = ideographs * 2 > hashes.count
    }

    /// How long the text is, in words; two characters of a dense script are as long as one.
    var words: Int { isDense ? hashes.count / 2 : hashes.count }
}

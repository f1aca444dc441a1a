// SPDX-License-Identifier: Apache-2.0

extension Article.Hashes {
    /// The version of the rules below; a change of them that must not look like a change of every story leaves it alone.
    private static let version: UInt8 = 1

    /// The hashes of a headline and a text; what changes neither a word nor a number changes no hash.
    ///
    /// `headline` and `text` are the cleaned ones: markers, dateline, captions and end mark are no part of the content.
    /// `captions` count where there is no text.
    public init(headline: String, text: String, captions: String = "") {
        self.init()
        // One message for both digests: the headline opens it.
        var message = [Self.version]
        message.reserveCapacity([headline, text, captions].reduce(1) { $0 + Tokens.room(for: $1) + 2 })
        Self.append(.headline, headline, to: &message)
        title = SHA256.hex(message)
        let tokens = Self.append(.text, text, to: &message)
        simhash = tokens.isEmpty ? nil : SimilarityHash.hex(ofTokens: message.span.extracting(tokens))
        Self.append(.captions, captions, to: &message)
        content = SHA256.hex(message)
    }

    private enum Field: UInt8 { case headline = 1, text, captions }

    /// Appends the tokens of a field between its number and a zero, and answers where they stand.
    ///
    /// Empty fields are skipped, so that a field added later doesn't change the hash of the stories without it.
    @discardableResult
    private static func append(_ field: Field, _ text: String, to message: inout [UInt8]) -> Range<Int> {
        message.append(field.rawValue)
        let start = message.count
        Tokens.append(of: text, to: &message)
        let tokens = start..<message.count
        if tokens.isEmpty { message.removeLast() } else { message.append(0) }
        return tokens
    }
}

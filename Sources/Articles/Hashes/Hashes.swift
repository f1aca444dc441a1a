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
        let headlineTokens = Tokens.normalized(headline)
        let textTokens = Tokens.normalized(text)
        let captionTokens = Tokens.normalized(captions)
        content = Self.digest(fields: [(.headline, headlineTokens), (.text, textTokens), (.captions, captionTokens)])
        title = Self.digest(fields: [(.headline, headlineTokens)])
        simhash = textTokens.isEmpty ? nil : SimilarityHash.hex(ofTokens: textTokens)
    }

    private enum Field: UInt8 { case headline = 1, text, captions }

    /// Empty fields are skipped, so that a field added later doesn't change the hash of the stories without it.
    private static func digest(fields: [(Field, [UInt8])]) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(fields.reduce(1) { $0 + $1.1.count + 2 })
        bytes.append(version)
        for (field, tokens) in fields where !tokens.isEmpty {
            bytes.append(field.rawValue)
            bytes += tokens
            bytes.append(0)
        }
        return SHA256.hex(bytes)
    }
}

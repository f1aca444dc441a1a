// SPDX-License-Identifier: Apache-2.0

/// Words that are looked up whatever their case, without making strings of what is asked for.
struct WordTable<Value: Sendable>: Sendable {
    private struct Entry {
        var word: [Unicode.Scalar]
        var value: Value
    }

    private var entries = HashedTable<Entry>()
    /// In scalars.
    private var longest = 0

    /// `words` are in lower case; a word may hold blanks.
    init(_ words: some Sequence<(word: some StringProtocol, value: Value)>) {
        let entries = words.map { Entry(word: Array($0.word.unicodeScalars), value: $0.value) }
        longest = entries.map(\.word.count).max() ?? 0
        self.entries = HashedTable(entries.compactMap { entry in key(of: entry.word).map { (key: $0, value: entry) } })
    }

    subscript(_ word: some Sequence<Unicode.Scalar>) -> Value? {
        guard let key = key(of: word) else { return nil }
        return entries.first(key) { $0.word.elementsEqual(word.lazy.map(\.lowercase)) }?.value
    }

    /// The same of a text, which nearly always is ASCII and is read by its bytes then.
    subscript(_ word: Substring) -> Value? {
        let bytes = word.utf8Span.span
        guard bytes.count <= longest else { return word.utf8Span.isKnownASCII ? nil : self[word.unicodeScalars] }
        var hash = Self.emptyHash
        for index in bytes.indices {
            guard bytes[index] < 0x80 else { return self[word.unicodeScalars] }
            hash = (hash ^ UInt64(Self.lower(bytes[index]))) &* Self.prime
        }
        return entries.first(hash) { entry in
            entry.word.count == bytes.count && entry.word.indices.allSatisfy { entry.word[$0].value == UInt32(Self.lower(bytes[$0])) }
        }?.value
    }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// Whether the first word of a text may be one of them; nil where it takes more than ASCII to know.
    func mayOpen(_ text: some Sequence<UInt8>) -> Bool? {
        var hash = Self.emptyHash
        var isInWord = false
        for byte in text {
            guard byte < 0x80 else { return nil }
            let letter = byte | 0x20
            guard (0x61...0x7A).contains(letter) else {
                if isInWord { break }
                continue
            }
            isInWord = true
            hash = (hash ^ UInt64(letter)) &* Self.prime
        }
        return isInWord && entries.first(hash) { _ in true } != nil
    }

    /// FNV-1a; nil of more than the longest word.
    private func key(of word: some Sequence<Unicode.Scalar>) -> UInt64? {
        var hash = Self.emptyHash
        var count = 0
        for scalar in word {
            count += 1
            guard count <= longest else { return nil }
            hash = (hash ^ UInt64(scalar.lowercase.value)) &* Self.prime
        }
        return hash
    }

    private static var emptyHash: UInt64 { 0xcbf2_9ce4_8422_2325 }
    private static var prime: UInt64 { 0x100_0000_01b3 }
}

extension WordTable<Void> {
    /// Words that are only known or not.
    init(_ words: some Sequence<String>) {
        self.init(words.map { (word: $0, value: ()) })
    }

    /// The word is one of them, in whatever case.
    func contains(_ word: some Sequence<Unicode.Scalar>) -> Bool { self[word] != nil }

    /// The word is one of them, in whatever case.
    func contains(_ word: some StringProtocol) -> Bool { self[Substring(word)] != nil }
}

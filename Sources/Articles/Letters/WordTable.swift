// SPDX-License-Identifier: Apache-2.0

/// Words that are looked up whatever their case, without making strings of what is asked for.
struct WordTable<Value: Sendable>: Sendable {
    private struct Entry {
        var word: [Unicode.Scalar]
        var value: Value
    }

    private var entries: [UInt64: [Entry]] = [:]
    /// In scalars.
    private var longest = 0

    /// `words` are in lower case; a word may hold blanks.
    init(_ words: some Sequence<(word: some StringProtocol, value: Value)>) {
        for (text, value) in words {
            let word = Array(text.unicodeScalars)
            longest = max(longest, word.count)
            if let key = key(of: word) { entries[key, default: []].append(Entry(word: word, value: value)) }
        }
    }

    subscript(_ word: some Sequence<Unicode.Scalar>) -> Value? {
        guard let key = key(of: word), let found = entries[key] else { return nil }
        return found.first { $0.word.elementsEqual(word.lazy.map(\.lowercase)) }?.value
    }

    /// FNV-1a; nil of more than the longest word.
    private func key(of word: some Sequence<Unicode.Scalar>) -> UInt64? {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var count = 0
        for scalar in word {
            count += 1
            guard count <= longest else { return nil }
            hash = (hash ^ UInt64(scalar.lowercase.value)) &* 0x100_0000_01b3
        }
        return hash
    }
}

extension WordTable<Void> {
    /// Words that are only known or not.
    init(_ words: some Sequence<String>) {
        self.init(words.map { (word: $0, value: ()) })
    }

    /// The word is one of them, in whatever case.
    func contains(_ word: some Sequence<Unicode.Scalar>) -> Bool { self[word] != nil }

    /// The word is one of them, in whatever case.
    func contains(_ word: some StringProtocol) -> Bool { self[word.unicodeScalars] != nil }
}

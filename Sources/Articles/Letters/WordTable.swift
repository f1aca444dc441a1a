// SPDX-License-Identifier: Apache-2.0

/// Words that are looked up whatever their case, without making strings of what is asked for.
struct WordTable<Value: Sendable>: Sendable {
    private var values: [[Unicode.Scalar]: Value] = [:]
    private var longest = 0

    /// `words` are in lower case.
    init(_ words: some Sequence<(word: Substring, value: Value)>) {
        for (word, value) in words {
            let scalars = Array(word.unicodeScalars)
            values[scalars] = value
            longest = max(longest, scalars.count)
        }
    }

    subscript(_ word: some Collection<Unicode.Scalar>) -> Value? {
        word.count <= longest ? values[word.map(\.lowercase)] : nil
    }
}

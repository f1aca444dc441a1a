// SPDX-License-Identifier: Apache-2.0

/// Hashes of runs of words.
enum Fingerprints {
    /// How many a story has at most.
    static let most = 32

    /// The hash of every run of `run` words; of a shorter text, one of all its words.
    static func shingles(of tokens: [UInt64], run: Int) -> [UInt64] {
        guard tokens.count > run else { return tokens.isEmpty ? [] : [Mix.join(tokens[...])] }
        let mixed = tokens.map(Mix.finish)
        return Array(capacity: tokens.count) { shingles in
            for start in 0...tokens.count - run {
                var hash = Mix.seed
                for place in start..<start + run { hash = Mix.add(hash, mixed: mixed[place]) }
                shingles.append(Mix.finish(hash))
            }
        }
    }

    /// The smallest distinct hashes of all runs: a text and its expansion share those of the part in common.
    static func of(_ tokens: [UInt64], run: Int) -> [UInt32] {
        var smallest: [UInt64] = []
        smallest.reserveCapacity(most + 1)
        for hash in shingles(of: tokens, run: run) {
            if smallest.count == most, let last = smallest.last, hash >= last { continue }
            let place = smallest.firstIndex { $0 >= hash } ?? smallest.count
            if place < smallest.count, smallest[place] == hash { continue }
            smallest.insert(hash, at: place)
            if smallest.count > most { smallest.removeLast() }
        }
        // Small numbers begin with zeros: mixed again, they spread over a table.
        return smallest.map { UInt32(truncatingIfNeeded: Mix.finish($0) &>> 32) }
    }
}

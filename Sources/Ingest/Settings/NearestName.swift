// SPDX-License-Identifier: Apache-2.0

extension String {
    /// The name that this word was probably meant to be: at most a third of its letters away, and three at most.
    func nearest(among names: some Sequence<String>) -> String? {
        let limit = Swift.min(3, Swift.max(1, utf8.count / 3))
        let word = Array(lowercased().utf8.prefix(100))
        return names.lazy
            .map { (name: $0, distance: Self.distance(word, Array($0.lowercased().utf8))) }
            .filter { $0.distance <= limit }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
            .name
    }

    /// The number of letters to insert, remove, replace or swap with their neighbour (optimal string alignment).
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = Swift.min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = Swift.min(cost, beforeLast[j - 1] + 1) }
                row.append(cost)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}

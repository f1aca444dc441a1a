// SPDX-License-Identifier: Apache-2.0

extension [UInt64] {
    /// Sorted, each value once.
    func sortedOnce() -> [UInt64] {
        var sorted = self
        if count <= 512 { sorted.sortAsHashes() } else { sorted.sort() }
        var end = 0
        for index in sorted.indices where index == 0 || sorted[index] != sorted[end - 1] {
            sorted[end] = sorted[index]
            end += 1
        }
        sorted.removeLast(sorted.count - end)
        return sorted
    }

    /// Puts each value where its first byte belongs, and then in order among its few neighbours: for hashes, which are spread evenly.
    private mutating func sortAsHashes() {
        guard count > 16 else { return sortByInsertion() }
        var places = [Int](repeating: 0, count: 257)
        for value in self { places[Int(truncatingIfNeeded: value &>> 56) + 1] += 1 }
        for byte in 1...256 { places[byte] += places[byte - 1] }
        let values = self
        for value in values {
            let byte = Int(truncatingIfNeeded: value &>> 56)
            self[places[byte]] = value
            places[byte] += 1
        }
        sortByInsertion()
    }

    private mutating func sortByInsertion() {
        for index in indices.dropFirst() {
            let value = self[index]
            var place = index
            while place > 0, self[place - 1] > value {
                self[place] = self[place - 1]
                place -= 1
            }
            self[place] = value
        }
    }

    /// Of two lists that are sorted, how many values stand in both.
    func shared(with other: [UInt64]) -> Int {
        var (one, two, count) = (0, 0, 0)
        while one < self.count, two < other.count {
            let (left, right) = (self[one], other[two])
            count += left == right ? 1 : 0
            one += left <= right ? 1 : 0
            two += right <= left ? 1 : 0
        }
        return count
    }

    /// All its values stand in the other list in this order, whatever stands between them.
    func isPart(of other: [UInt64]) -> Bool {
        var place = 0
        for value in other where place < count && self[place] == value { place += 1 }
        return place == count
    }

    /// Of a sorted list: whether it holds `value`.
    func holds(_ value: UInt64) -> Bool {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == value
    }
}

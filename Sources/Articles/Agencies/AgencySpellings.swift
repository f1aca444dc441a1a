// SPDX-License-Identifier: Apache-2.0

/// Looks agencies up by their spellings: one pass over the scalars asked for, without making a string of them.
struct AgencySpellings: Sendable {
    /// Scalars; nothing longer is looked at.
    static let longest = 80

    private(set) var codes: [String: Int] = [:]
    private var entries = HashedTable<Entry>()

    private struct Entry {
        var letters: [Unicode.Scalar]
        /// Not nil for a short spelling, which counts only as it is written.
        var exact: [Unicode.Scalar]?
        var agency: Int
    }

    init(_ agencies: [Agency]) {
        var entries: [(key: UInt64, value: Entry)] = []
        for (index, agency) in agencies.enumerated() {
            codes[agency.code] = index
            entries += agency.spellings.compactMap { Self.entry(of: $0, agency: index) }
        }
        self.entries = HashedTable(entries)
    }

    func index(of raw: some BidirectionalCollection<Unicode.Scalar>) -> Int? {
        Self.key(of: raw).flatMap { index(of: raw, key: $0) }
    }

    /// Some spelling may have this key.
    func mayHold(_ key: UInt64) -> Bool { entries.first(key) { _ in true } != nil }

    private func index(of raw: some BidirectionalCollection<Unicode.Scalar>, key: UInt64) -> Int? {
        entries.first(key) { entry in
            guard entry.letters.elementsEqual(raw.lazy.compactMap(Self.folded)) else { return false }
            return entry.exact.map { $0.elementsEqual(raw) || $0 == Self.trimmed(raw) } ?? true
        }?.agency
    }

    private static func entry(of spelling: String, agency: Int) -> (key: UInt64, value: Entry)? {
        let letters = letters(of: spelling.unicodeScalars)
        let exact = letters.count <= 4 ? trimmed(spelling.unicodeScalars) : nil
        return key(of: spelling.unicodeScalars).map { ($0, Entry(letters: letters, exact: exact, agency: agency)) }
    }

    /// Nil without any letter, or of a long text.
    static func key(of raw: some Sequence<Unicode.Scalar>) -> UInt64? {
        var key = Key()
        var length = 0
        for scalar in raw {
            length += 1
            guard length <= longest else { return nil }
            key.add(scalar)
        }
        return key.value
    }

    /// FNV-1a over letters and digits in lower case: `Itar-Tass` and `ITAR TASS` are one.
    struct Key {
        private var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        private var isEmpty = true

        /// Nil without any letter.
        var value: UInt64? { isEmpty ? nil : hash }

        mutating func add(_ scalar: Unicode.Scalar) {
            guard let letter = AgencySpellings.folded(scalar) else { return }
            hash = (hash ^ UInt64(letter.value)) &* 0x100_0000_01b3
            isEmpty = false
        }
    }

    private static func letters(of raw: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] { raw.compactMap(folded) }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39: scalar
        case 0x41...0x5A: Unicode.Scalar(scalar.value | 0x20)
        case 0..<0x80: nil
        default: scalar.isLetter || scalar.isDigit ? scalar.lowercase : nil
        }
    }

    private static func trimmed(_ raw: some BidirectionalCollection<Unicode.Scalar>) -> [Unicode.Scalar] {
        let rest = raw.drop { $0.isSpace }
        return Array(rest.prefix(rest.count - rest.reversed().prefix { $0.isSpace }.count))
    }
}

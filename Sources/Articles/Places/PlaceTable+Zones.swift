// SPDX-License-Identifier: Apache-2.0

extension PlaceTable {
    /// This table, with what tzdata's `zone.tab` adds: its cities, and the degrees of the ones that are known without.
    ///
    /// A city that this table knows keeps its country. Lines that are not of the file's form are passed over.
    public func adding(zoneTab text: String) -> PlaceTable {
        var table = self
        for line in text.split(whereSeparator: \.isNewline) where line.first != "#" {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count >= 3, fields[0].utf8.count == 2, let name = fields[2].split(separator: "/").last else { continue }
            guard let (lat, lon) = Self.degrees(iso6709: fields[1]) else { continue }
            table.add(city: String(name.map { $0 == "_" ? " " : $0 }), country: String(fields[0]), lat: lat, lon: lon)
        }
        return table
    }

    /// `+5545+03735`, or with seconds `-690022+0393524`: degrees and minutes, latitude first.
    private static func degrees(iso6709 text: Substring) -> (lat: Double, lon: Double)? {
        guard let second = text.dropFirst().firstIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
        guard let lat = degrees(text[..<second], digits: 2), let lon = degrees(text[second...], digits: 3) else { return nil }
        return (lat, lon)
    }

    private static func degrees(_ text: Substring, digits: Int) -> Double? {
        let number = text.dropFirst()
        guard number.count >= digits + 2, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        guard let whole = Double(number.prefix(digits)), let minutes = Double(number.dropFirst(digits).prefix(2)) else { return nil }
        let seconds = Double(number.dropFirst(digits + 2).prefix(2)) ?? 0
        let value = ((whole + minutes / 60 + seconds / 3600) * 10_000).rounded() / 10_000
        return text.first == "-" ? -value : value
    }
}

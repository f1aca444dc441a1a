// SPDX-License-Identifier: Apache-2.0

extension PlaceTable {
    /// This table, with what tzdata's `zone.tab` adds: its cities, and the degrees of the ones that are known without.
    ///
    /// A city that this table knows keeps its country. Lines that are not of the file's form are passed over.
    public func adding(zoneTab text: String) -> PlaceTable {
        var table = self
        for line in text.lines where line.utf8.first != UInt8(ascii: "#") {
            let fields = line.pieces(between: "\t", omittingEmpty: false)
            guard fields.count >= 3, fields[0].utf8.count == 2, let name = fields[2].pieces(between: "/").last else { continue }
            guard let (lat, lon) = Self.degrees(iso6709: fields[1]) else { continue }
            table.add(city: Self.withBlanks(name), country: String(fields[0]), lat: lat, lon: lon)
        }
        return table
    }

    /// `+5545+03735`, or with seconds `-690022+0393524`: degrees and minutes, latitude first.
    private static func degrees(iso6709 text: Substring) -> (lat: Double, lon: Double)? {
        let bytes = Array(text.utf8)
        guard let second = bytes.dropFirst().firstIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }),
            let lat = degrees(bytes[..<second], digits: 2), let lon = degrees(bytes[second...], digits: 3)
        else { return nil }
        return (lat, lon)
    }

    private static func degrees(_ text: ArraySlice<UInt8>, digits: Int) -> Double? {
        let number = text.dropFirst()
        guard number.count >= digits + 2, number.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let (whole, minutes) = (value(number.prefix(digits)), value(number.dropFirst(digits).prefix(2)))
        let seconds = value(number.dropFirst(digits + 2).prefix(2))
        let degrees = ((whole + minutes / 60 + seconds / 3600) * 10_000).rounded() / 10_000
        return text.first == UInt8(ascii: "-") ? -degrees : degrees
    }

    /// Of a few digits, or of none.
    private static func value(_ digits: ArraySlice<UInt8>) -> Double { Double(digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }) }

    private static func withBlanks(_ name: Substring) -> String {
        String(decoding: name.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }
}

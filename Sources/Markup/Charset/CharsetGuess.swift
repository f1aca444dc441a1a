// SPDX-License-Identifier: Apache-2.0

/// The charset of bytes without a label that are not valid UTF-8.
enum CharsetGuess {
    /// UTF-8 with damage where most of the high bytes form valid sequences, else the script that its byte pairs point to.
    static func charset(of bytes: [UInt8]) -> String {
        let high = bytes.lazy.filter { $0 >= 0x80 }.count
        let pairs = Pairs(bytes)
        if pairs.utf8 * 2 > high { return "utf-8" }
        if pairs.gbkOrEUC == high, pairs.hangul * 10 > pairs.pairs * 9 { return "euc-kr" }
        if pairs.gbkOrEUC == high, pairs.pairs > 1 { return "gb18030" }
        if pairs.shiftJIS * 4 > high * 3 { return "shift_jis" }
        return singleByte(bytes)
    }

    /// Latin letters above 127 stand alone among others; those of another script stand side by side.
    private static func singleByte(_ bytes: [UInt8]) -> String {
        let high = bytes.lazy.filter { $0 >= 0x80 }.count
        let neighbours = zip(bytes, bytes.dropFirst()).lazy.filter { $0 >= 0xC0 && $1 >= 0xC0 }.count
        guard neighbours * 2 > high else { return "windows-1252" }
        let hebrew = bytes.lazy.filter { 0xE0...0xFA ~= $0 }.count
        return hebrew * 20 > high * 19 ? "windows-1255" : "windows-1251"
    }

    /// How many high bytes fit each form.
    private struct Pairs {
        var utf8 = 0
        var gbkOrEUC = 0
        var hangul = 0
        var pairs = 0
        var shiftJIS = 0

        init(_ bytes: [UInt8]) {
            countUTF8(bytes)
            countDoubleBytes(bytes)
            countShiftJIS(bytes)
        }

        private mutating func countUTF8(_ bytes: [UInt8]) {
            var index = 0
            while index < bytes.count {
                let lead = bytes[index]
                let length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1
                let end = index + length
                if length > 1, end <= bytes.count, bytes[index + 1..<end].allSatisfy({ $0 & 0xC0 == 0x80 }) {
                    utf8 += length
                    index = end
                } else {
                    index += 1
                }
            }
        }

        /// Pairs of two bytes above 0xA0: EUC-KR, EUC-JP, and the common half of GBK.
        private mutating func countDoubleBytes(_ bytes: [UInt8]) {
            var index = 0
            while index + 1 < bytes.count {
                guard bytes[index] > 0xA0, bytes[index + 1] > 0xA0 else {
                    index += 1
                    continue
                }
                gbkOrEUC += 2
                pairs += 1
                hangul += 0xB0...0xC8 ~= bytes[index] ? 1 : 0
                index += 2
            }
        }

        private mutating func countShiftJIS(_ bytes: [UInt8]) {
            var index = 0
            while index + 1 < bytes.count {
                let (lead, trail) = (bytes[index], bytes[index + 1])
                guard 0x81...0x84 ~= lead || 0x88...0x9F ~= lead, trail >= 0x40, trail != 0x7F, trail < 0xFD else {
                    index += 1
                    continue
                }
                shiftJIS += trail >= 0x80 ? 2 : 1
                index += 2
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

extension UInt8 {
    /// `a` … `z`, `A` … `Z`.
    var isASCIILetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

    /// `0` … `9`.
    var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }

    /// White space of HTML: tab, line feed, form feed, carriage return, space.
    var isHTMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C }

    /// The same letter in lower case.
    var lowercased: UInt8 { self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self }
}

// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Articles

struct ScalarTests {
    private static let scalars = (0..<0x3_0000).compactMap { Unicode.Scalar(UInt32($0)) }

    @Test func `what is known of letters without Unicode's tables is what these say`() {
        let beyondASCII = Self.scalars.filter { !$0.isASCII }
        #expect(beyondASCII.allSatisfy { $0.isLetter == ($0.properties.isAlphabetic || $0.isAccent) })
        #expect(beyondASCII.allSatisfy { $0.isUppercase == $0.properties.isUppercase })
        #expect(beyondASCII.allSatisfy { $0.isLowercase == $0.properties.isLowercase })
    }

    @Test func `the lower case of a scalar begins as its mapping does`() {
        #expect(Self.scalars.allSatisfy { $0.lowercase == $0.properties.lowercaseMapping.unicodeScalars.first })
    }

    @Test func `white space is what Unicode calls so`() {
        #expect(Self.scalars.allSatisfy { $0.isWhiteSpace == $0.properties.isWhitespace })
    }

    @Test func `every white space collapses to a blank, and nothing else does`() {
        let scalars = Self.scalars.prefix(0x3100)
        #expect(scalars.allSatisfy { "a\($0)b".collapsed == ($0.isWhiteSpace ? "a b" : "a\($0)b") })
        #expect([" a", "a ", "a  b", "\na", "a \n"].map(\.collapsed) == ["a", "a", "a b", "a", "a"])
        #expect(["", " ", "a b", "日本 語"].map(\.collapsed) == ["", "", "a b", "日本 語"])
    }
}

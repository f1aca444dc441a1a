// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Markup

struct PlainWordsTests {
    @Test(arguments: [
        (text: "Rain falls in Paris, and more of it falls", taken: "rain falls in paris"),
        (text: "Two  blanks end it, whatever follows them", taken: "two"),
        (text: "A blank before 7 numbers is not taken", taken: "a blank before"),
        (text: "It's an apostrophe that ends it here", taken: "it"),
        (text: "Lluvia en Medellín y más allá de ella", taken: "lluvia en medell"),
        (text: "from @home to [house] and {garden} now", taken: "from"),
        (text: "Seventeen bytes b", taken: "seventeen bytes "),
        (text: "sixteen bytes in", taken: ""),
        (text: "", taken: ""),
    ])
    func `words of ASCII are taken in lower case`(example: (text: String, taken: String)) {
        let source = Array(example.text.utf8)
        let output = [UInt8](capacity: source.count) { output in
            #expect(output.append(plainWordsOf: source.span, from: 0) == example.taken.utf8.count)
        }
        #expect(String(decoding: output, as: UTF8.self) == example.taken)
    }

    @Test(arguments: 1...40) func `a long run of words is taken as far as a sign that stands at any place`(length: Int) {
        let words = (0..<length).map { $0 % 5 == 4 ? UInt8(ascii: " ") : UInt8(ascii: "A") + UInt8($0 % 26) }
        let source = words + [UInt8(ascii: "-")] + [UInt8](repeating: UInt8(ascii: "x"), count: 20)
        let plain = words.last == UInt8(ascii: " ") ? length - 1 : length
        let output = [UInt8](capacity: source.count) { #expect($0.append(plainWordsOf: source.span, from: 0) == plain) }
        #expect(output == words.prefix(plain).map { $0 | 0x20 })
    }

    @Test func `nothing is written where there is no room`() {
        let source = Array("Rain falls in Paris and elsewhere".utf8)
        let output = [UInt8](capacity: 15) { #expect($0.append(plainWordsOf: source.span, from: 0) == 0) }
        #expect(output.isEmpty)
    }
}

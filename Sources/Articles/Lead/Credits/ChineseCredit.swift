// SPDX-License-Identifier: Apache-2.0

// The credits of Chinese agencies, whose last word is 摄, "took the picture":
//
//     新华社记者 王芳 摄    新华社发（王芳 摄）    （新华社发 王芳摄）    中新社记者 王芳 摄

extension Line {
    private static let longest = 32

    /// Where the credit begins that ends at `end`, with the bracket around it; nil where there is none.
    func chineseCreditStart(endingAt end: Int) -> Int? {
        guard let (agency, _) = chineseCredit(endingAt: end) else { return nil }
        let before = agency.lowerBound - 1
        return self[before] == "（" || self[before] == "(" ? before : agency.lowerBound
    }

    /// The agency and the photographer.
    func chineseCredit(endingAt end: Int) -> (agency: Range<Int>, person: Range<Int>)? {
        var last = end
        while last > 0, "。.）)】".unicodeScalars.contains(self[last - 1]) || self[last - 1].isSpace { last -= 1 }
        guard last > 0, self[last - 1].isTaken else { return nil }
        for verb in (max(0, last - Self.longest)..<last).reversed() {
            guard let length = ["记者", "記者", "发", "發"].first(where: { has($0, at: verb) })?.unicodeScalars.count else { continue }
            let start = [verb - 3, verb - 2].first { $0 >= 0 && isKnownAgency($0..<verb) }
            guard let start else { continue }
            var person = trimmed(verb + length..<last - 1)
            if !person.isEmpty, self[person.lowerBound] == "（" || self[person.lowerBound] == "(" {
                person = trimmed(person.lowerBound + 1..<person.upperBound)
            }
            return (start..<verb, person)
        }
        return nil
    }
}

extension Unicode.Scalar {
    /// 摄, in either script.
    var isTaken: Bool { self == "摄" || self == "攝" }
}

// SPDX-License-Identifier: Apache-2.0

/// Words of which one may open a line, in whatever case.
struct Openings: Sendable {
    private let openings: [[Unicode.Scalar]]

    /// In lower case.
    init(_ openings: [String]) {
        self.openings = openings.map { Array($0.unicodeScalars) }
    }

    /// Behind the first of them that stands at `start`, or nil.
    func end(on line: Line, at start: Int) -> Int? {
        // Nearly no line is opened by any, which two letters tell.
        let (first, second) = (line[start], line[start + 1])
        for opening in openings where first.isInLowerCase(opening[0]) {
            guard opening.count == 1 || second.isInLowerCase(opening[1]) else { continue }
            if opening.indices.dropFirst(2).allSatisfy({ line[start + $0].isInLowerCase(opening[$0]) }) { return start + opening.count }
        }
        return nil
    }
}

extension Line {
    /// `literal`, which is in lower case, stands at `start` in any case.
    func opens(with literal: String, at start: Int) -> Bool {
        var position = start
        for scalar in literal.unicodeScalars {
            guard self[position].isInLowerCase(scalar) else { return false }
            position += 1
        }
        return true
    }
}

extension Unicode.Scalar {
    fileprivate func isInLowerCase(_ letter: Unicode.Scalar) -> Bool { lowercase == letter }
}

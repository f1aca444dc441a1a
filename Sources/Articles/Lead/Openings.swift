// SPDX-License-Identifier: Apache-2.0

/// Words of which one may open a line, in whatever case.
struct Openings: Sendable {
    private struct Opening {
        /// Nearly no line is opened by any, which two letters tell.
        var first: Unicode.Scalar
        var second: Unicode.Scalar
        var scalars: [Unicode.Scalar]
    }

    private let openings: [Opening]

    /// In lower case, each of two letters or more.
    init(_ openings: [String]) {
        self.openings = openings.map { Array($0.unicodeScalars) }.filter { $0.count > 1 }.map { scalars in
            Opening(first: scalars[0], second: scalars[1], scalars: scalars)
        }
    }

    /// Behind the first of them that stands at `start`, or nil.
    func end(on line: Line, at start: Int) -> Int? {
        let (first, second) = (line[start].lowercase, line[start + 1].lowercase)
        for index in openings.indices where openings[index].first == first && openings[index].second == second {
            let opening = openings[index].scalars
            if opening.indices.allSatisfy({ line[start + $0].lowercase == opening[$0] }) { return start + opening.count }
        }
        return nil
    }
}

extension Line {
    /// `literal`, which is in lower case, stands at `start` in any case.
    func opens(with literal: String, at start: Int) -> Bool {
        var position = start
        for scalar in literal.unicodeScalars {
            guard self[position].lowercase == scalar else { return false }
            position += 1
        }
        return true
    }
}

// SPDX-License-Identifier: Apache-2.0

/// A pattern for names: `*` is any text, `?` one character, `[a-z]` one of a set, `[!a-z]` one outside it.
public struct Glob: Sendable, Hashable {
    /// As written.
    public let pattern: String
    private let tokens: [Token]

    fileprivate enum Token: Sendable, Hashable {
        case anything, one
        case exactly(Unicode.Scalar)
        case among([ClosedRange<Unicode.Scalar>], isNegated: Bool)
    }

    /// The pattern that every name matches.
    public static let all = Glob(pattern: "*", tokens: [.anything])

    private init(pattern: String, tokens: [Token]) {
        self.pattern = pattern
        self.tokens = tokens
    }

    /// Reads a pattern; nil when it is empty, a bracket is not closed, or a range runs backwards.
    public init?(_ pattern: String) {
        guard !pattern.isEmpty, let tokens = Self.tokens(of: Array(pattern.unicodeScalars)) else { return nil }
        self.init(pattern: pattern, tokens: tokens)
    }

    /// The pattern is a plain name.
    public var isLiteral: Bool {
        tokens.allSatisfy { if case .exactly = $0 { true } else { false } }
    }

    /// The whole name fits the pattern; the time is at most the product of both lengths.
    public func matches(_ name: String) -> Bool {
        let scalars = Array(name.unicodeScalars)
        var token = 0
        var position = 0
        var retry: (token: Int, position: Int)?
        while position < scalars.count {
            if token < tokens.count, tokens[token] == .anything {
                token += 1
                retry = (token, position)
            } else if token < tokens.count, tokens[token].accepts(scalars[position]) {
                token += 1
                position += 1
            } else if let last = retry {
                retry = (last.token, last.position + 1)
                (token, position) = (last.token, last.position + 1)
            } else {
                return false
            }
        }
        return tokens[token...].allSatisfy { $0 == .anything }
    }
}

extension Glob.Token {
    fileprivate func accepts(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .anything, .one: true
        case .exactly(let expected): scalar == expected
        case .among(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
        }
    }
}

extension Glob {
    private static func tokens(of scalars: [Unicode.Scalar]) -> [Token]? {
        var tokens: [Token] = []
        var rest = scalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "*":
                if tokens.last != .anything { tokens.append(.anything) }
            case "?":
                tokens.append(.one)
            case "[":
                guard let set = set(&rest) else { return nil }
                tokens.append(set)
            default:
                tokens.append(.exactly(scalar))
            }
        }
        return tokens
    }

    /// Reads a set behind its opening bracket; a closing bracket that stands first is a member.
    private static func set(_ rest: inout ArraySlice<Unicode.Scalar>) -> Token? {
        let isNegated = rest.first == "!" || rest.first == "^"
        if isNegated { rest.removeFirst() }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while let lower = rest.popFirst() {
            if lower == "]", !ranges.isEmpty { return .among(ranges, isNegated: isNegated) }
            guard rest.first == "-", let upper = rest.dropFirst().first, upper != "]" else {
                ranges.append(lower...lower)
                continue
            }
            guard lower <= upper else { return nil }
            ranges.append(lower...upper)
            rest.removeFirst(2)
        }
        return nil
    }
}

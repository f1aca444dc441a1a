// SPDX-License-Identifier: Apache-2.0
import Yams

/// Phrases what the YAML parser could not read, with the line to look at.
struct SyntaxMistakes {
    let file: String
    let text: String

    func mistakes(for error: YamlError) -> [SettingsError.Mistake] {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            [mistake(mark, begins(at: mark, with: "@") ? "a value that begins with '@' must stand in quotes" : "not YAML: \(problem)")]
        case .reader(let problem, let offset, _, _):
            [.init(file: file, line: line(of: offset), message: "not YAML: \(problem)")]
        case .duplicatedKeysInMapping(let keys, let context):
            repetitions(of: keys, near: context.mark)
        default:
            [.init(file: file, message: "not YAML: \(error)")]
        }
    }

    private func mistake(_ mark: Mark, _ message: String) -> SettingsError.Mistake {
        .init(file: file, line: mark.line, column: mark.column, message: message)
    }

    private var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    private func begins(at mark: Mark, with character: Character) -> Bool {
        guard mark.line > 0, mark.column > 0, let line = lines.dropFirst(mark.line - 1).first else { return false }
        return line.dropFirst(mark.column - 1).first == character
    }

    private func line(of offset: Int?) -> Int {
        guard let offset else { return 0 }
        return text.prefix(offset).count { $0.isNewline } + 1
    }

    /// The parser names the first of two equal keys; the one to remove stands further down in the same block.
    private func repetitions(of keys: [String], near mark: Mark) -> [SettingsError.Mistake] {
        let places = blockKeys(around: mark)
        return keys.map { key in
            let found = places.filter { $0.key == key }
            guard found.count > 1 else { return mistake(mark, "'\(key)' is written twice") }
            return .init(
                file: file, line: found[1].line, column: mark.column,
                message: "'\(key)' is written twice; first at line \(found[0].line)")
        }
    }

    /// The keys that stand in the block of lines around a key, at its indentation.
    private func blockKeys(around mark: Mark) -> [(key: String, line: Int)] {
        let indent = mark.column - 1
        let numbered = lines.enumerated().map { (line: $0.offset + 1, text: $0.element) }
        let isInside = { (text: Substring) in
            let content = text.drop { $0 == " " }
            return content.isEmpty || content.first == "#" || text.count - content.count >= indent
        }
        let before = numbered.prefix(max(0, mark.line - 1)).reversed().prefix { isInside($0.text) }.reversed()
        let after = numbered.dropFirst(max(0, mark.line - 1)).prefix { isInside($0.text) }
        return (before + after).compactMap { line, text in
            let key = text.dropFirst(indent).prefix { $0 != ":" }
            guard text.prefix(indent).allSatisfy({ $0 == " " }), key.first != " ", key.endIndex < text.endIndex else { return nil }
            return (key.trimmingQuotes, line)
        }
    }
}

extension Substring {
    fileprivate var trimmingQuotes: String {
        guard count > 1, let quote = first, quote == last, quote == "'" || quote == "\"" else { return String(self) }
        return String(dropFirst().dropLast())
    }
}

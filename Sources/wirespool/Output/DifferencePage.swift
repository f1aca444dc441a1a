// SPDX-License-Identifier: Apache-2.0
import Articles
import Markup
import Stories

/// What changed between two versions of a story, for people or as one JSON object.
struct DifferencePage {
    private let before: Article
    private let after: Article
    private let difference: VersionDifference

    init(from before: Article, to after: Article) {
        (self.before, self.after) = (before, after)
        difference = VersionDifference(from: before, to: after)
    }

    func print() {
        StandardOutput.line(Terminal.paint(Terminal.escape(after.headline.isEmpty ? before.headline : after.headline), .bold))
        StandardOutput.line(Terminal.paint("\(after.id)  r\(before.revision) → r\(after.revision)\(reason)", .grey))
        for field in difference.fields { print(field) }
        for paragraph in difference.text where paragraph.contains(where: { $0.fate != .kept }) {
            StandardOutput.line("")
            let marked = paragraph.map(Self.marked).joined(separator: " ")
            for line in TextLines.wrap(marked, at: min(Terminal.width, 96)) { StandardOutput.line(line) }
        }
        if difference.fields.isEmpty && difference.text.isEmpty { StandardOutput.line("no difference") }
    }

    func printJSON() {
        var json = JSONWriter()
        json.object { json in
            json.member("id", after.id)
            json.member("from", before.revision)
            json.member("to", after.revision)
            json.member("changeType", after.changeType?.rawValue)
            json.member("fields", difference.fields) { json, field in
                json.object { json in
                    json.member("name", field.name)
                    json.member("before", field.before)
                    json.member("after", field.after)
                }
            }
            json.member("text", difference.text) { json, paragraph in
                json.array { json in
                    for run in paragraph {
                        json.object { json in
                            json.key(named: run.fate.rawValue)
                            json.value(run.words)
                        }
                    }
                }
            }
        }
        json.newline()
        StandardOutput.write(json.bytes)
    }
}

extension DifferencePage {
    private var reason: String { after.changeType.map { ", \($0.rawValue)" } ?? "" }

    private func print(_ field: VersionDifference.Field) {
        let name = Terminal.paint(Terminal.pad(field.name, 12), .grey) + "  "
        if let before = field.before { StandardOutput.line(name + Terminal.paint("- " + Terminal.escape(before), .red)) }
        if let after = field.after { StandardOutput.line(name + Terminal.paint("+ " + Terminal.escape(after), .green)) }
    }

    /// Words in the marks of wdiff.
    private static func marked(_ run: VersionDifference.Run) -> String {
        let words = Terminal.escape(run.words)
        switch run.fate {
        case .kept: return words
        case .removed: return Terminal.paint("[-" + words + "-]", .red)
        case .added: return Terminal.paint("{+" + words + "+}", .green)
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

/// Rows with aligned columns; the last column takes what the terminal has left.
struct Table {
    private var head: [String]
    private var rows: [[(text: String, colour: Terminal.Colour?)]] = []

    init(_ head: [String]) {
        self.head = head
    }

    mutating func add(_ cells: [(text: String, colour: Terminal.Colour?)]) {
        rows.append(cells.map { (Terminal.escape($0.text), $0.colour) })
    }

    func print() {
        let widths = head.indices.map { column in
            rows.reduce(Terminal.columnsOf(head[column])) { max($0, Terminal.columnsOf($1[column].text)) }
        }
        let rest = max(20, Terminal.width - widths.dropLast().reduce(0) { $0 + $1 + 2 })
        let lines = [Terminal.paint(line(head.map { ($0, nil) }, widths, rest), .bold)] + rows.map { line($0, widths, rest) }
        StandardOutput.line(lines.joined(separator: "\n"))
    }

    private func line(_ cells: [(text: String, colour: Terminal.Colour?)], _ widths: [Int], _ rest: Int) -> String {
        cells.enumerated().map { column, cell in
            let isLast = column == cells.count - 1
            let text = isLast ? Terminal.fit(cell.text, rest) : Terminal.pad(cell.text, widths[column])
            return cell.colour.map { Terminal.paint(text, $0) } ?? text
        }.joined(separator: "  ")
    }
}

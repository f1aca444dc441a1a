// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Pictures of counts, as SVG without scripts.
enum Charts {
    /// One bar an hour, each in parts from the bottom up.
    ///
    /// - Parameter hours: the oldest first; each has a label for the pointer, and a count for every part.
    static func stackedBars(_ hours: [(label: String, counts: [Int])], parts: [String]) -> String {
        let most = max(1, hours.map { $0.counts.reduce(0, +) }.max() ?? 1)
        var bars = ""
        for (index, hour) in hours.enumerated() {
            var top = 100.0
            for (part, count) in hour.counts.enumerated() where count > 0 {
                let height = Double(count) / Double(most) * 100
                top -= height
                bars +=
                    "<rect x=\"\(index)\" y=\"\(short(top))\" width=\".85\" height=\"\(short(height))\" fill=\"var(--a\(part))\">"
                    + "<title>\(HTML.escape("\(hour.label): \(count) \(parts[part])"))</title></rect>"
            }
        }
        let label = "Stories an hour, at most \(most)"
        return
            "<svg class=\"bars\" viewBox=\"0 0 \(max(1, hours.count)) 100\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"\(label)\">\(bars)</svg>"
    }

    /// A small picture of a row of counts.
    static func spark(_ counts: [Int], _ label: String) -> String {
        let most = max(1, counts.max() ?? 1)
        let bars = counts.enumerated().map { index, count in
            guard count > 0 else { return "" }
            let height = max(6, Double(count) / Double(most) * 100)
            return "<rect x=\"\(index)\" y=\"\(short(100 - height))\" width=\".8\" height=\"\(short(height))\" fill=\"var(--a0)\"/>"
        }.joined()
        return
            "<svg class=\"spark\" viewBox=\"0 0 \(max(1, counts.count)) 100\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"\(HTML.escape(label))\">\(bars)</svg>"
    }

    /// Rows of a name, a bar and its count.
    static func meters(_ rows: [(name: String, count: Int)]) -> String {
        let most = max(1, rows.map(\.count).max() ?? 1)
        let cells = rows.map { row in
            let width = short(Double(row.count) / Double(most) * 100)
            return "<span>\(HTML.escape(row.name))</span><i style=\"width:\(width)%\"></i><span>\(row.count)</span>"
        }
        return "<div class=\"meter\">\(cells.joined(separator: "\n"))</div>"
    }

    static func legend(_ parts: [String]) -> String {
        let entries = parts.enumerated().map { "<span><i style=\"background:var(--a\($0))\"></i>\(HTML.escape($1))</span>" }
        return "<div class=\"legend\">\(entries.joined())</div>"
    }

    private static func short(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}

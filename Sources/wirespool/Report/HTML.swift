// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Text as HTML.
enum HTML {
    /// Text from anywhere, as character data or within a quoted attribute.
    static func escape(_ text: String) -> String {
        Terminal.escape(text).reduce(into: "") { html, character in
            switch character {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            case "'": html += "&#39;"
            default: html.append(character)
            }
        }
    }

    /// A link where the address is one of the web, else the text alone.
    static func link(_ text: String, to address: String?) -> String {
        guard let address, ["http://", "https://"].contains(where: { address.lowercased().hasPrefix($0) }) else { return escape(text) }
        return "<a href=\"\(escape(address))\" rel=\"noreferrer noopener\">\(escape(text))</a>"
    }

    /// A moment: for people in the local zone, for machines in UTC.
    static func time(_ instant: Date?) -> String {
        guard let instant else { return "never" }
        return "<time datetime=\"\(instant.formatted(.iso8601))\">\(escape(Clock.local(instant)))</time>"
    }

    /// A table that scrolls by itself where the screen is narrow.
    static func table(_ head: [String], _ rows: [[String]]) -> String {
        let headCells = head.map { "<th scope=\"col\">\(escape($0))</th>" }.joined()
        let body = rows.map { row in "<tr>\(row.map { "<td>\($0)</td>" }.joined())</tr>" }.joined(separator: "\n")
        return "<div class=\"wide\"><table><thead><tr>\(headCells)</tr></thead><tbody>\n\(body)\n</tbody></table></div>"
    }

    static func section(_ title: String, _ content: String) -> String {
        "<section><h2>\(escape(title))</h2>\n\(content)\n</section>"
    }

    static func page(_ title: String, _ content: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>\(escape(title))</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <style>\(style)</style></head><body>
        \(content)
        </body></html>

        """
    }
}

extension HTML {
    /// Colours differ in light and in dark; everything else is one.
    private static let style = """
        :root{--back:#fbfaf7;--card:#fff;--ink:#1d1f21;--soft:#62676d;--line:#dedcd5;--ok:#1a7f3c;--warn:#9a6700;--bad:#c0262d;
        --a0:#2f6db5;--a1:#d2691e;--a2:#3b8a5a;--a3:#8a4fa8;--a4:#b0892a;--a5:#c04f6d;--a6:#7c8288}
        @media (prefers-color-scheme:dark){:root{--back:#15171a;--card:#1d2024;--ink:#e6e4df;--soft:#9aa0a6;--line:#33373c;--ok:#5cc98a;
        --warn:#e0b050;--bad:#ff7b72;--a0:#6ea8e8;--a1:#f0975a;--a2:#6cc493;--a3:#c08fdc;--a4:#dcb95f;--a5:#f08aa5;--a6:#9aa0a6}}
        *{box-sizing:border-box}body{margin:0 auto;max-width:72rem;padding:1.5rem;background:var(--back);color:var(--ink);
        font:16px/1.5 system-ui,sans-serif}h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:0 0 .75rem}
        a{color:inherit}section,.tile{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin-top:1rem}
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:1rem}.tile{margin-top:1rem}
        .tile b{display:block;font-size:1.5rem;line-height:1.2}.soft,th,.tile{color:var(--soft)}.tile b{color:var(--ink)}
        .ok{color:var(--ok)}.warn{color:var(--warn)}.bad{color:var(--bad)}p{margin:.25rem 0}ul.plain{list-style:none;padding:0;margin:.5rem 0}
        .wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}th{text-align:left;font-weight:600;white-space:nowrap}
        th,td{padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top}tr:last-child td{border:0}
        td:not(:last-child){white-space:nowrap}td:last-child{min-width:14rem}svg{display:block;width:100%;border-bottom:1px solid var(--line)}footer{margin-top:1rem}.bars{height:9rem}.spark{width:9rem;height:1.5rem}
        .axis{display:flex;justify-content:space-between;color:var(--soft);font-size:.8rem;margin-top:.25rem}
        .legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;font-size:.85rem;margin-bottom:.5rem}.legend i{display:inline-block;width:.8em;height:.8em;
        border-radius:.15em;margin-right:.4em}.meter{display:grid;grid-template-columns:7rem 1fr 4rem;gap:.25rem .75rem;align-items:center;font-size:.9rem}
        .meter i{display:block;height:.8rem;background:var(--a0);border-radius:.15rem;min-width:1px}
        @media (max-width:40rem){body{padding:.75rem}section,.tile{padding:.75rem}.tiles{grid-template-columns:1fr 1fr;gap:0 .75rem}.meter{grid-template-columns:6rem 1fr 3rem}td:last-child{min-width:10rem}}
        """
}

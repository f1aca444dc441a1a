// SPDX-License-Identifier: Apache-2.0

extension SettingsTable {
    /// The text of `Config/wirespool.yaml`: every key with its help, commented out at its default.
    public static func sample() -> String {
        var lines = opening
        for setting in top {
            lines.append("")
            lines += wrapped(setting.help, indent: 0)
            switch setting.name {
            case "outlets": lines += ["outlets:", "  main:"] + block(.outlet, indent: 4, written: ["path": "/var/spool/wirespool/main"])
            case "defaults": lines += ["defaults:"] + block(.inheritable, indent: 2)
            case "include": lines.append("include: feeds.d/*.yaml")
            case "feeds": lines += ["feeds:", "  #my-feed:"] + block(.feed, indent: 4) + inheritedNote
            default: lines.append(commented(setting.name, setting.standard, indent: 0))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension SettingsTable {
    private static let opening = [
        "# The configuration of Wirespool. `wirespool check` says whether it is right, and where it is not.",
        "#",
        "# Every key is shown. A line such as `#interval: 15m` is a key at its default: remove the # to change it.",
        "# Durations need a unit (500ms, 90s, 15m, 2h, 7d), sizes may have one (64KiB, 16MiB), null means none. Paths are relative to",
        "# this file. Secrets are named, not written: \"@credential:NAME\" (systemd's LoadCredential=) or \"@file:PATH\" (mode 600).",
    ]

    private static let inheritedNote = ["    # … and every key of 'defaults', for this feed alone."]

    private static func block(_ scope: Scope, indent: Int, written: [String: String] = [:]) -> [String] {
        rows.filter { $0.scope == scope }.flatMap { row in
            let key = String(repeating: " ", count: indent) + "\(row.name): "
            let line = written[row.name].map { key + $0 } ?? commented(row.name, row.standard, indent: indent)
            return wrapped("\(row.help) [\(row.type)]", indent: indent) + [line]
        }
    }

    private static func commented(_ name: String, _ standard: String?, indent: Int) -> String {
        String(repeating: " ", count: indent) + "#\(name): \(standard ?? "null")"
    }

    /// A comment, broken into lines that fit a terminal.
    private static func wrapped(_ text: String, indent: Int) -> [String] {
        let start = String(repeating: " ", count: indent) + "#"
        var lines = [start]
        for word in text.split(separator: " ") {
            if lines[lines.count - 1].count + word.count + 1 > 120 { lines.append(start) }
            lines[lines.count - 1] += " " + word
        }
        return lines
    }
}

// SPDX-License-Identifier: Apache-2.0

extension SettingsTable {
    /// The source (mdoc(7)) of the manual page `wirespool.yaml(5)`: every key, where it may stand, what it takes and its default.
    public static func manual() -> String {
        let sections: [(title: String, text: String, scope: Scope)] = [
            ("TOP LEVEL", "These stand at the top of the main file.", .top),
            ("OUTLETS", "Each name under 'outlets' is a map of these.", .outlet),
            ("FEEDS", "Each name under 'feeds' is a map of these, and of those of the next section.", .feed),
            ("DEFAULTS", "These may stand under 'defaults', for all feeds of a file, or to one feed.", .inheritable),
        ]
        var lines = SettingsPage.opening
        for section in sections {
            lines += [".Sh \(section.title)"] + ManualText.lines(section.text) + [".Bl -tag -width Ds"]
            for row in rows where row.scope == section.scope { lines += SettingsPage.item(row) }
            lines.append(".El")
        }
        return (lines + SettingsPage.closing).joined(separator: "\n") + "\n"
    }
}

/// What the table doesn't hold, and how a row looks.
private enum SettingsPage {
    static let opening = [
        ".\\\" SPDX-License-Identifier: Apache-2.0", ".\\\" Made from the table of settings by `wirespool manual settings`.",
        ".Dd $Mdocdate$", ".Dt WIRESPOOL.YAML 5", ".Os", ".Sh NAME", ".Nm wirespool.yaml", ".Nd configuration of wirespool",
        ".Sh DESCRIPTION", "The configuration is YAML, and so may be JSON.",
        ".Xr wirespool 1", "reads", ".Pa /etc/wirespool/wirespool.yaml ,", "or where that is missing", ".Pa wirespool.yaml",
        "in the working directory.", "An unknown key is an error.", ".Ic wirespool check", "names every mistake with its line,", "and",
        ".Ic wirespool config show", "prints what is in force and which line says so.", ".Pp",
        "A duration is a number and one of ms, s, m, h, d;", "a size may end in KiB, MiB or GiB;", "null means none.",
        "Paths are relative to the file they stand in.",
        "Secrets are named and never written:", "@credential:NAME is a file of systemd's credentials directory,",
        "@file:PATH a file that only its owner can read.",
    ]

    static let closing = [
        ".Sh FILES", ".Bl -tag -width Ds", ".It Pa /etc/wirespool/wirespool.yaml", "The main file.", ".It Pa /etc/wirespool/feeds.d/*.yaml",
        "Files with", ".Ic defaults", "and", ".Ic feeds", "of their own, as far as", ".Ic include", "names them.",
        ".It Pa /usr/share/wirespool/feeds.d", "Public feeds of agencies, for", ".Ic wirespool init .", ".El", ".Sh EXAMPLES",
        ".Bd -literal -offset indent", "outlets:", "  main: {path: /var/spool/wirespool/main}",
        "  desk: {path: /srv/desk/drop, layout: drop, format: superdesk}", "defaults: {interval: 10m}", "feeds:",
        "  tass-en: {url: \"https://tass.com/rss/v2.xml\", agency: tass}", "  paid:",
        "    url: \"https://feeds.example/wire.atom\"", "    username: \"@credential:wire.user\"",
        "    password: \"@credential:wire.password\"", ".Ed", ".Sh SEE ALSO", ".Xr wirespool 1 ,", ".Xr wirespool-spool 5",
    ]

    static func item(_ row: SettingsTable.Row) -> [String] {
        var lines = [".It Ic \(row.name)"] + ManualText.lines(row.help) + [".br"] + ManualText.lines("Takes: \(row.type).")
        if let standard = row.standard { lines += [".br"] + ManualText.lines("Default: \(standard).") }
        return lines
    }
}

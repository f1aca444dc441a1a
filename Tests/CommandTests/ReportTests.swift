// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// The page to look at.
struct ReportTests {
    private let program: Program

    init() throws {
        program = try Program()
        try program.write(Wire.rss(count: 2), to: "a.xml")
    }

    @Test func `the report is one page that takes nothing from a feed for markup`() async throws {
        try program.write(
            Wire.rss([("g", "&lt;script&gt;alert(1)&lt;/script&gt; CORRECTED", "GENEVA, Feb. 20 (Xinhua) -- Text.")]), to: "a.xml")
        try program.configure(["a: {url: \"file:a.xml\"}", "b: {url: \"http://b.example/?a=1&b='\\\"\", enabled: false}"])
        _ = try await program.run("fetch")
        #expect(try await program.run("report", "--html", program.root + "/report.html").status == 0)
        let page = try program.text(of: "report.html")
        #expect(page.contains("<h2>Feeds</h2>") && page.hasSuffix("</body></html>\n"))
        #expect(!page.contains("<script") && !page.contains("src=") && !page.contains("b='"))
    }

    @Test func `a real browser shows every section, where there is one`() async throws {
        guard let browser = Tool("chromium") else { return }
        try program.configure(["a: {url: \"file:a.xml\"}"])
        _ = try await program.run("fetch")
        _ = try await program.run("report", "--html", program.root + "/report.html")
        let root = program.root
        let page = try await Program.aside {
            try browser.output([
                "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(root)/profile", "--dump-dom",
                "file://\(root)/report.html",
            ])
        }
        for section in ["Stories by hour and agency", "Feeds", "Corrections and kills", "Gaps", "Outlets"] {
            #expect(page.contains("<h2>\(section)</h2>"))
        }
        #expect(page.contains(">a</td>"))
    }
}

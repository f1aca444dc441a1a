// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Testing

@testable import Ingest

struct MetricsTests {
    @Test func `a counter, a gauge with a label, and a histogram, in both forms`() {
        var histogram = Histogram(bounds: [1, 5])
        for value in [0.5, 2, 9] { histogram.note(value) }
        func text(_ form: MetricsText.Form) -> [String] {
            var text = MetricsText(form)
            text.add("w_polls_total", .counter, "Polls.", 3)
            text.add("w_feed", .gauge, "A feed.", [([("feed", "a\"b\\c\n")], 1.5)])
            text.add("w_none", .gauge, "Nothing.", nil)
            text.add("w_seconds", "Time.", histogram)
            return text.finished().split(separator: "\n").map(String.init)
        }
        let common = [
            "w_polls_total 3", "# HELP w_feed A feed.", "# TYPE w_feed gauge", #"w_feed{feed="a\"b\\c\n"} 1.5"#, "# HELP w_seconds Time.",
            "# TYPE w_seconds histogram", #"w_seconds_bucket{le="1"} 1"#, #"w_seconds_bucket{le="5"} 2"#, #"w_seconds_bucket{le="+Inf"} 3"#,
            "w_seconds_sum 11.5", "w_seconds_count 3",
        ]
        #expect(text(.prometheus) == ["# HELP w_polls_total Polls.", "# TYPE w_polls_total counter"] + common)
        #expect(text(.openMetrics) == ["# HELP w_polls Polls.", "# TYPE w_polls counter"] + common + ["# EOF"])
    }

    @Test(arguments: [
        ("/a/b.prom", MetricsTarget.file("/a/b.prom")), ("b.prom", .file("/etc/b.prom")), ("unix:/run/w.sock", .socket("/run/w.sock")),
        ("127.0.0.1:9105", .port(host: "127.0.0.1", 9105)), ("[::1]:9105", .port(host: "::1", 9105)),
    ])
    func `where metrics go`(text: String, expected: MetricsTarget) throws {
        #expect(try MetricsTarget.read(text, in: "/etc") == expected)
    }

    @Test(arguments: ["0.0.0.0:9105", "example.org:80", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:70000"])
    func `nowhere else`(text: String) {
        #expect(throws: SettingFlaw.self) { try MetricsTarget.read(text, in: "/etc") }
    }
}

// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Testing
import Transport

@testable import Ingest

/// For how long an answer stays the newest.
struct FreshnessTests {
    private static let now = Date(timeIntervalSince1970: 1_519_120_800)

    /// The header fields, and the seconds that are left.
    struct Example: Sendable, CustomTestStringConvertible {
        var headers: [(String, String)]
        var seconds: Int?
        var testDescription: String { headers.map { "\($0.0): \($0.1)" }.joined(separator: ", ") }

        init(_ seconds: Int?, _ headers: KeyValuePairs<String, String>) {
            self.headers = Array(headers).map { ($0.key, $0.value) }
            self.seconds = seconds
        }
    }

    static let examples = [
        Example(600, ["Cache-Control": "max-age=600"]), Example(500, ["Cache-Control": "max-age=600", "Age": "100"]),
        Example(nil, ["Cache-Control": "max-age=600", "Age": "600"]),
        Example(nil, ["Cache-Control": "max-age=600", "Age": "99999999999999999999"]),
        Example(600, ["Cache-Control": "max-age=600", "Age": "soon"]),
        Example(600, ["Cache-Control": "public, MAX-AGE=600 , must-revalidate"]),
        Example(600, ["Cache-Control": "max-age=\"600\""]),
        Example(600, ["Cache-Control": "no-transform", "cache-control": "max-age=600"]),
        Example(600, ["Cache-Control": "max-age=600, max-age=60"]),
        Example(2_147_483_648, ["Cache-Control": "max-age=99999999999999999999"]),
        Example(nil, ["Cache-Control": "max-age=-600"]), Example(nil, ["Cache-Control": "max-age=1.5"]),
        Example(nil, ["Cache-Control": "max-age"]),
        Example(nil, ["Cache-Control": "max-age="]), Example(nil, ["Cache-Control": "s-maxage=600"]),
        Example(nil, ["Cache-Control": "no-cache"]),
        Example(nil, ["Cache-Control": "max-age=0", "Expires": "Tue, 20 Feb 2018 11:00:00 GMT"]),
        Example(nil, ["Cache-Control": "max-age=soon", "Expires": "Tue, 20 Feb 2018 11:00:00 GMT"]),
        Example(60, ["Cache-Control": "max-age=60", "Expires": "Tue, 20 Feb 2018 11:00:00 GMT"]),
        Example(3600, ["Expires": "Tue, 20 Feb 2018 11:00:00 GMT"]),
        Example(1800, ["Expires": "Tue, 20 Feb 2018 11:00:00 GMT", "Date": "Tue, 20 Feb 2018 10:30:00 GMT"]),
        Example(1700, ["Expires": "Tue, 20 Feb 2018 11:00:00 GMT", "Date": "Tue, 20 Feb 2018 10:30:00 GMT", "Age": "100"]),
        Example(nil, ["Expires": "Tue, 20 Feb 2018 09:00:00 GMT"]), Example(nil, ["Expires": "0"]), Example(nil, ["Expires": "-1"]),
        Example(nil, ["Expires": "never"]), Example(nil, [:]),
    ]

    @Test(arguments: examples) func `reads`(example: Example) {
        let response = FetchResponse(
            status: 200, url: "https://wire.example/", headers: example.headers.map { HeaderField($0.0, $0.1.utf8) })
        #expect(Freshness(response, now: Self.now)?.pause == example.seconds.map { .seconds($0) })
    }
}

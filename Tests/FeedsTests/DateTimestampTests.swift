// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials
import Testing

@Suite struct DateTimestampTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (1_708_424_100.9, "2024-02-20T10:15:00Z"),
        (-0.5, "1969-12-31T23:59:59Z"),
        (951_782_400, "2000-02-29T00:00:00Z"), (4_107_542_400, "2100-03-01T00:00:00Z"), (-62_135_596_800, "0001-01-01T00:00:00Z"),
        (253_402_300_799, "9999-12-31T23:59:59Z"), (253_402_300_800, "9999-12-31T23:59:59Z"), (1e300, "9999-12-31T23:59:59Z"),
        (-1e300, "0000-01-01T00:00:00Z"), (.infinity, "9999-12-31T23:59:59Z"),
    ]) func `writes whole seconds of UTC`(seconds: Double, text: String) {
        #expect(Date(timeIntervalSince1970: seconds).rfc3339 == text)
    }

    @Test func `reads back every day that it writes`() {
        for day in stride(from: -719_528, to: 2_932_896, by: 97) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 3_723)
            #expect(Date(rfc3339: date.rfc3339) == date)
        }
    }

    @Test(arguments: [
        ("2024-02-20T10:15:00+08:00", 1_708_395_300), ("2024-02-20t10:15:00.999z", 1_708_424_100),
        ("2024-02-20 10:15:00-00:30", 1_708_425_900),
    ]) func `reads RFC 3339`(text: String, seconds: Double) {
        #expect(Date(rfc3339: text)?.timeIntervalSince1970 == seconds)
    }

    @Test(arguments: [
        "", "2024-02-20", "2024-02-20T10:15:00", "2024-02-30T10:15:00Z", "2024-02-20T10:15:00Z ", "2024-02-20T10:15:00.Z",
        "2024-02-20T10:15:00+24:00", "２０24-02-20T10:15:00Z",
    ])
    func `refuses anything else`(text: String) {
        #expect(Date(rfc3339: text) == nil)
    }
}

// SPDX-License-Identifier: Apache-2.0
import Feeds
import FoundationEssentials

/// Any text as a date, in two time zones: nothing traps, the raw text is kept, and what was read can be written and read again.
@_cdecl("LLVMFuzzerTestOneInput")
public func dates(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    withinBudget {
        for zone in [nil, "America/New_York"] {
            let date = FeedDate.read(text, timeZone: zone)
            precondition(date.raw == text, "the raw text is kept")
            guard let instant = date.instant else { continue }
            let written = instant.rfc3339
            precondition(Date(rfc3339: written)?.rfc3339 == written, "\(written) is read as it was written")
        }
    }
    return 0
}

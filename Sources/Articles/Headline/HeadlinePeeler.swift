// SPDX-License-Identifier: Apache-2.0

/// Peels markers off both ends of a headline.
struct HeadlinePeeler {
    /// More markers than any headline carries.
    private static let most = 8

    private let line: Line
    private let agency: Agency?
    private var bounds: Range<Int>
    private var markers: [Article.Marker] = []

    init(_ raw: String, agency: Agency?) {
        line = Line(raw)
        self.agency = agency
        bounds = line.trimmed(0..<line.count)
    }

    /// A headline longer than a line keeps all that it has.
    mutating func headline(raw: String) -> Headline {
        guard line.isWhole else { return Headline(text: raw) }
        var isPeeling = true
        while isPeeling, markers.count < Self.most {
            isPeeling = peel(line.leadingMarker(in: bounds, labels: agency?.headlineLabels ?? []))
        }
        isPeeling = true
        while isPeeling, markers.count < Self.most {
            isPeeling = peel(line.trailingMarker(in: bounds))
        }
        if let advisory = line.advisoryMarker(in: bounds) { markers.append(advisory) }
        var headline = Headline(text: line.text(bounds))
        headline.markers = markers
        return headline
    }

    private mutating func peel(_ found: MarkerMatch?) -> Bool {
        guard let found else { return false }
        let rest = line.trimmed(found.rest)
        markers.append(contentsOf: found.markers)
        guard !rest.isEmpty else { return false }
        bounds = rest
        return true
    }
}

/// Markers found at one end of a headline, and what is left of it.
struct MarkerMatch {
    var markers: [Article.Marker]
    var rest: Range<Int>

    init(_ markers: [Article.Marker], rest: Range<Int>) {
        self.markers = markers
        self.rest = rest
    }
}

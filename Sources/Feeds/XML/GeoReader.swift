// SPDX-License-Identifier: Apache-2.0
import Markup

/// Reads the place of an item: points, lines, areas and boxes of GeoRSS Simple and GML, and the W3C's `geo:lat` and `geo:long`.
struct GeoReader {
    private var latitude: Double?
    private var longitude: Double?
    private(set) var shape: GeoShape?

    private static let maximalPoints = 1_000

    /// The point, if both coordinates are numbers of this Earth.
    var point: GeoPoint? {
        guard let latitude, let longitude else { return nil }
        return GeoPoint(onEarth: latitude, longitude)
    }

    /// Reads the current element.
    mutating func read(_ cursor: FeedCursor) throws(XMLFault) {
        switch cursor.name {
        case .lat: latitude = try cursor.text().flatMap { Double($0) }
        case .long: longitude = try cursor.text().flatMap { Double($0) }
        case .pos: try readPair(cursor)
        case .point where cursor.namespace == .georss: try readPair(cursor)
        case .line where cursor.namespace == .georss: try readShape(.line, cursor)
        case .polygon where cursor.namespace == .georss: try readShape(.polygon, cursor)
        case .box where cursor.namespace == .georss: try readShape(.box, cursor)
        case .lineString: try readMembers(of: .line, cursor)
        case .polygon: try readMembers(of: .polygon, cursor)
        case .envelope: try readMembers(of: .box, cursor)
        default: try readChildren(cursor)
        }
    }
}

extension GeoReader {
    /// `georss:where`, `gml:Point`, `geo:Point`: the numbers are further in.
    private mutating func readChildren(_ cursor: FeedCursor) throws(XMLFault) {
        let level = cursor.depth
        while try cursor.nextChild(of: level) {
            guard [.georss, .gml, .geo].contains(cursor.namespace) else { continue }
            try read(cursor)
        }
    }

    private mutating func readPair(_ cursor: FeedCursor) throws(XMLFault) {
        let pair = try numbers(cursor).prefix(2)
        guard pair.count == 2 else { return }
        (latitude, longitude) = (pair[0], pair[1])
    }

    private mutating func readShape(_ kind: GeoShape.Kind, _ cursor: FeedCursor) throws(XMLFault) {
        let read = GeoShape(kind, numbers: try numbers(cursor))
        shape = shape ?? read
    }

    /// A line, area or box of GML: a `posList`, a `pos` for every point, or two corners, at whatever depth; of an area its outline,
    /// which comes first.
    private mutating func readMembers(of kind: GeoShape.Kind, _ cursor: FeedCursor) throws(XMLFault) {
        var found: [Double?] = []
        let level = cursor.depth
        reading: while true {
            switch try cursor.advance() {
            case .start:
                cursor.identify()
                switch cursor.name {
                case .posList where found.isEmpty: found = try numbers(cursor)
                case .pos, .lowerCorner, .upperCorner:
                    let pair = try numbers(cursor)
                    if found.count < 2 * Self.maximalPoints { found += pair.prefix(2) }
                default: continue
                }
            case .end where cursor.depth < level: break reading
            case .finish: break reading
            default: continue
            }
        }
        shape = shape ?? GeoShape(kind, numbers: found)
    }

    /// The numbers of the current element, nil for what is none; they stand between spaces or commas.
    private func numbers(_ cursor: FeedCursor) throws(XMLFault) -> [Double?] {
        guard let text = try cursor.text(limit: FeedLimits.url * 8) else { return [] }
        return text.split { $0 == "," || $0.isWhitespace }.prefix(2 * Self.maximalPoints).map { Double($0) }
    }
}

extension GeoPoint {
    /// A point, or nil where there is none of these degrees.
    fileprivate init?(onEarth latitude: Double, _ longitude: Double) {
        guard -90...90 ~= latitude, -180...180 ~= longitude else { return nil }
        self.init(latitude: latitude, longitude: longitude)
    }
}

extension GeoShape {
    /// A shape of latitudes and longitudes in turn; nil unless all of them are on the Earth and enough for the shape.
    fileprivate init?(_ kind: Kind, numbers: [Double?]) {
        let fewest = kind == .polygon ? 3 : 2
        let points = stride(from: 0, to: numbers.count - 1, by: 2).compactMap { index -> GeoPoint? in
            guard let latitude = numbers[index], let longitude = numbers[index + 1] else { return nil }
            return GeoPoint(onEarth: latitude, longitude)
        }
        guard points.count >= fewest, points.count * 2 == numbers.count, kind != .box || points.count == 2 else { return nil }
        self.init(kind, points)
    }
}

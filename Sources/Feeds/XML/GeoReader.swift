// SPDX-License-Identifier: Apache-2.0
import Markup

/// Reads the place of an item: GeoRSS Simple and GML points, and the W3C's `geo:lat` and `geo:long`.
struct GeoReader {
    private var latitude: Double?
    private var longitude: Double?

    /// The point, if both coordinates are numbers of this Earth.
    var point: GeoPoint? {
        guard let latitude, let longitude, -90...90 ~= latitude, -180...180 ~= longitude else { return nil }
        return GeoPoint(latitude: latitude, longitude: longitude)
    }

    /// Reads the current element.
    mutating func read(_ cursor: FeedCursor) throws(XMLFault) {
        switch cursor.name {
        case .lat: latitude = try cursor.text().flatMap { Double($0) }
        case .long: longitude = try cursor.text().flatMap { Double($0) }
        case .pos: try readPair(cursor)
        case .point where cursor.namespace == .georss: try readPair(cursor)
        default:
            let level = cursor.depth
            // `georss:where`, `gml:Point`, `geo:Point`: the numbers are further in; lines and areas hold no `pos`.
            while try cursor.nextChild(of: level) {
                guard [.georss, .gml, .geo].contains(cursor.namespace) else { continue }
                try read(cursor)
            }
        }
    }

    private mutating func readPair(_ cursor: FeedCursor) throws(XMLFault) {
        guard let text = try cursor.text() else { return }
        let numbers = text.split { $0 == " " || $0 == "," || $0.isWhitespace }.prefix(3).map { Double($0) }
        guard numbers.count >= 2 else { return }
        (latitude, longitude) = (numbers[0], numbers[1])
    }
}

// SPDX-License-Identifier: Apache-2.0

/// Which country a dateline's place lies in.
///
/// It answers only what it was told: an unknown name has no country, an ambiguous one is the place that agencies write without a
/// region (London is in Britain), and a region in the dateline always wins (LONDON, Ontario).
public struct PlaceTable: Hashable, Sendable {
    /// A place under the name that we call it by.
    public struct Place: Hashable, Sendable {
        /// Ours, or the operator's: `Moscow`.
        public var name: String
        /// ISO 3166-1 alpha-2.
        public var country: String
        /// The state or province, in full.
        public var region: String?
        /// WGS 84 degrees, where a table gave them.
        public var lat: Double?
        /// WGS 84 degrees, where a table gave them.
        public var lon: Double?

        init(name: String, country: String, region: String? = nil) {
            self.name = name
            self.country = country
            self.region = region
        }
    }

    /// The cities, countries, states and provinces that ship with Wirespool.
    public static let base = PlaceTable()

    private var cities: [String: Place] = [:]
    /// Countries, and parts of countries; `Georgia` is one of each.
    private var regions: [String: [Place]] = [:]

    private init() {
        read(Self.cityLines) { key, place in cities[key] = cities[key] ?? place }
        read(Self.countryLines) { key, place in regions[key, default: []].append(place) }
        read(Self.regionLines) { key, place in
            var place = place
            place.region = place.name
            regions[key, default: []].append(place)
        }
    }

    /// `base`, with the places of an operator's file over it.
    ///
    /// The file is lines of name, country (ISO 3166-1 alpha-2), latitude and longitude, apart by tabs; the last two may be left
    /// out. Empty lines and lines that begin with `#` say nothing.
    public init(adding tsv: String, to base: PlaceTable = .base) throws(PlaceTableError) {
        self = base
        for (index, line) in tsv.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            guard !line.allSatisfy(\.isWhitespace), line.first != "#" else { continue }
            let place = try Self.place(from: line, number: index + 1)
            cities[PlaceKey.fold(place.name)] = place
        }
    }

    /// Adds a city that is not known yet, or the degrees to one that is.
    mutating func add(city name: String, country: String, lat: Double, lon: Double) {
        let key = PlaceKey.fold(name)
        var place = cities[key] ?? Place(name: name, country: country)
        guard place.country == country, place.lat == nil else { return }
        (place.lat, place.lon) = (lat, lon)
        cities[key] = place
    }

    /// Adds a country's name where no country has it yet.
    mutating func add(countryName name: String, code: String) {
        let key = PlaceKey.fold(name)
        guard !key.isEmpty, regions[key] == nil else { return }
        regions[key] = [Place(name: name, country: code)]
    }

    /// The city that is called `name`.
    public func city(named name: String) -> Place? {
        cities[PlaceKey.fold(name)]
    }

    /// The city or country that is called `name`.
    public func place(named name: String) -> Place? {
        let key = PlaceKey.fold(name)
        return cities[key] ?? regions[key]?.first { $0.region == nil }
    }

    /// The country that has a region called `name`, or is called so; nil where two have one.
    public func country(ofRegion name: String) -> String? {
        let countries = Set(regions[PlaceKey.fold(name), default: []].map(\.country))
        return countries.count == 1 ? countries.first : nil
    }

    /// The place that a dateline names by its city and, where it gives one, its region.
    public func place(city: String, region: String?) -> Place? {
        let known = cities[PlaceKey.fold(city)]
        guard let region else { return known ?? place(named: city) }
        let candidates = regions[PlaceKey.fold(region), default: []]
        if let known, let match = candidates.first(where: { $0.country == known.country }) {
            var place = known
            place.region = match.region
            return place
        }
        guard candidates.count == 1, let only = candidates.first else { return nil }
        return Place(name: city, country: only.country, region: only.region)
    }
}

private extension PlaceTable {
    /// Lines of a country and its places, apart by tabs; the spellings of one place apart by `|`, ours first.
    func read(_ lines: String, add: (String, Place) -> Void) {
        for line in lines.pieces(between: "\n") {
            let fields = line.pieces(between: "\t")
            guard let country = fields.first else { continue }
            for field in fields.dropFirst() {
                let spellings = field.pieces(between: "|")
                guard let name = spellings.first else { continue }
                let place = Place(name: String(name), country: String(country))
                for key in Set(spellings.map { PlaceKey.fold($0) }) { add(key, place) }
            }
        }
    }

    static func place(from line: Substring, number: Int) throws(PlaceTableError) -> Place {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard (2...4).contains(fields.count) else { throw PlaceTableError(line: number, problem: .columns(fields.count)) }
        guard !PlaceKey.fold(fields[0]).isEmpty else { throw PlaceTableError(line: number, problem: .noName) }
        let country = fields[1].uppercased()
        guard country.utf8.count == 2, country.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            throw PlaceTableError(line: number, problem: .country(String(fields[1])))
        }
        var place = Place(name: String(fields[0]), country: country)
        place.lat = try degrees(fields.dropFirst(2).first, within: 90, line: number)
        place.lon = try degrees(fields.dropFirst(3).first, within: 180, line: number)
        return place
    }

    static func degrees(_ field: Substring?, within limit: Double, line: Int) throws(PlaceTableError) -> Double? {
        guard let field, !field.isEmpty else { return nil }
        guard let value = Double(field), abs(value) <= limit else { throw PlaceTableError(line: line, problem: .degrees(String(field))) }
        return value
    }
}

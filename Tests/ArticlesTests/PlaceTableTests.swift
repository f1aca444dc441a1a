// SPDX-License-Identifier: Apache-2.0
import Articles
import Testing

@Suite struct PlaceTableTests {
    @Test func `learns cities and degrees from the time zones`() {
        let zones = "# tz\nMD\t+4700+02850\tEurope/Chisinau\nRU\t+554521+0373704\tEurope/Moscow\tMSK\nUS\t+1+2\tA/Moscow\nbroken\n"
        let table = PlaceTable.base.adding(zoneTab: zones + "FR\t+4852+00220\tEurope/London\nUS\t+404251-0740023\tAmerica/New_York\n")
        #expect(table.city(named: "CHISINAU")?.country == "MD")
        #expect(table.city(named: "Moscow")?.country == "RU")
        #expect(table.city(named: "Moscow")?.lat == 55.7558)
        #expect(table.city(named: "London")?.country == "GB")
        #expect(table.city(named: "New York")?.lon == -74.0064)
    }

    @Test func `learns the formal names of countries from iso-codes`() {
        let json = #"{"3166-1": [{"alpha_2": "LA", "name": "Lao People's Democratic Republic", "common_name": "Laos"}]}"#
        let table = PlaceTable.base.adding(isoCodes: Array(json.utf8))
        #expect(table.country(ofRegion: "Lao People's Democratic Republic") == "LA")
        #expect(PlaceTable.base.adding(isoCodes: Array("nonsense".utf8)) == PlaceTable.base)
    }

    @Test(
        arguments: [
            ("MOSCOW", nil, "Moscow", "RU"), ("МОСКВА", nil, "Moscow", "RU"), ("Peking", nil, "Beijing", "CN"),
            ("北京", nil, "Beijing", "CN"),
            ("ZÜRICH", nil, "Zurich", "CH"), ("PORT AU PRINCE", nil, "Port-au-Prince", "HT"), ("LONDON", nil, "London", "GB"),
            ("LONDON", "Ontario", "LONDON", "CA"), ("LONDON", "England", "London", "GB"), ("PARIS", "Texas", "PARIS", "US"),
            ("TULSA", "Okla.", "TULSA", "US"), ("BANFF", "Alta.", "BANFF", "CA"), ("GEELONG", "Victoria", "GEELONG", "AU"),
            ("ST. GEORGE #39;S", "Grenada", "ST. GEORGE #39;S", "GD"), ("TBILISI", "Georgia", "Tbilisi", "GE"),
            ("ATLANTA", "Georgia", "Atlanta", "US"),
            ("MACON", "Ga.", "MACON", "US"), ("Kuwait", nil, "Kuwait", "KW"), ("Gaza", nil, "Gaza", "PS"),
        ] as [(String, String?, String, String)])
    func `finds the country`(city: String, region: String?, name: String, country: String) throws {
        let place = try #require(PlaceTable.base.place(city: city, region: region))
        #expect(place.name == name)
        #expect(place.country == country)
    }

    @Test func `gives the region in full`() {
        #expect(PlaceTable.base.place(city: "TULSA", region: "Okla.")?.region == "Oklahoma")
        #expect(PlaceTable.base.place(city: "LYON", region: "France")?.region == nil)
    }

    @Test(
        arguments: [("ELBONIA CITY", nil), ("LIMA", "Elbonia"), ("ELBERTON", "Georgia"), ("", nil), ("#39;", nil)] as [(String, String?)])
    func `never guesses`(city: String, region: String?) {
        #expect(PlaceTable.base.place(city: city, region: region) == nil)
    }

    @Test func `puts an operator's places over its own`() throws {
        let table = try PlaceTable(adding: "# ours\n\nSpringfield\tus\t39.8\t-89.6\nLondon\tCA\nOrléans\tFR\t\t\n")
        #expect(table.city(named: "SPRINGFIELD")?.country == "US")
        #expect(table.city(named: "SPRINGFIELD")?.lat == 39.8)
        #expect(table.city(named: "SPRINGFIELD")?.lon == -89.6)
        #expect(table.city(named: "LONDON")?.country == "CA")
        #expect(table.city(named: "ORLEANS")?.lat == nil)
        #expect(table.city(named: "PARIS")?.country == "FR")
        #expect(Dateline.opening("SPRINGFIELD - Rain.", places: table)?.dateline.lat == 39.8)
    }

    @Test(arguments: [
        ("Lima\tPE\nParis\n", "line 2: 1 columns where 2 to 4 belong: name, country, latitude, longitude"),
        ("\n\tPE", "line 2: the name is empty"),
        ("Lima\tPeru", "line 1: 'Peru' is no ISO 3166-1 alpha-2 code"),
        ("Lima\tPE\t91\t0", "line 1: '91' is no latitude or longitude in degrees"),
        ("Lima\tPE\t0\tnan", "line 1: 'nan' is no latitude or longitude in degrees"),
    ])
    func `names the line of a mistake`(tsv: String, message: String) {
        let error = #expect(throws: PlaceTableError.self) { try PlaceTable(adding: tsv) }
        #expect(error?.description == message)
    }
}

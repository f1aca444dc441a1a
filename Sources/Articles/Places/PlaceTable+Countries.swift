// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

extension PlaceTable {
    /// This table, with the names of countries that Debian's iso-codes bring (`iso_3166-1.json`); anything else adds nothing.
    public func adding(isoCodes json: [UInt8]) -> PlaceTable {
        guard let list = try? JSONDecoder().decode(CountryList.self, from: Data(json)) else { return self }  // it is only a help
        var table = self
        for country in list.countries {
            for name in [country.name, country.commonName, country.officialName] {
                if let name { table.add(countryName: name, code: country.code) }
            }
        }
        return table
    }
}

private struct CountryList: Decodable {
    var countries: [Country]

    enum CodingKeys: String, CodingKey { case countries = "3166-1" }

    struct Country: Decodable {
        var code: String
        var name: String?
        var commonName: String?
        var officialName: String?

        enum CodingKeys: String, CodingKey {
            case name
            case code = "alpha_2"
            case commonName = "common_name"
            case officialName = "official_name"
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
public import Articles

/// The places that datelines are looked up in on this machine.
public enum SystemPlaces {
    private static let zoneTab = "/usr/share/zoneinfo/zone.tab"
    private static let isoCodes = "/usr/share/iso-codes/json/iso_3166-1.json"

    /// The places that ship with Wirespool, with the cities of the system's tzdata and, where they are installed, the names of
    /// iso-codes.
    public static let table: PlaceTable = {
        // Either file may be missing; the table of our own says enough without them.
        let zones = try? FileBytes.read(zoneTab, limit: 1 << 20)
        let countries = try? FileBytes.read(isoCodes, limit: 4 << 20)
        let table = PlaceTable.base.adding(zoneTab: String(decoding: zones ?? [], as: UTF8.self))
        return countries.map(table.adding(isoCodes:)) ?? table
    }()
}

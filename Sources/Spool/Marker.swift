// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// Whose files an outlet's directory holds.
public struct OutletIdentity: Hashable, Sendable {
    /// Made once for each outlet and kept in the catalog.
    public var outletID: String
    /// Made once, with the catalog.
    public var catalogID: String

    /// Names the outlet and the catalog.
    public init(outletID: String, catalogID: String) {
        self.outletID = outletID
        self.catalogID = catalogID
    }
}

extension OutletIdentity {
    /// Whose an outlet's directory is, as its marker says; nil where there is none, or none that can be read.
    public init?(of outlet: OutletDirectory) {
        // Whatever is wrong with it, the directory does not tell.
        guard let directory = try? Directory(outlet.workshop), let marker = try? Marker(in: directory) else { return nil }
        self.init(outletID: marker.outlet, catalogID: marker.catalog)
    }
}

/// The file in an outlet's directory that tells whose it is, so that no catalog publishes into the directory of another.
struct Marker: Codable {
    static let name = ".wirespool-outlet"

    var format = 1
    var outlet: String
    var catalog: String
}

extension Marker {
    init(_ identity: OutletIdentity) {
        self.init(outlet: identity.outletID, catalog: identity.catalogID)
    }

    /// Reads the marker in `directory`; nil when there is none.
    init?(in directory: Directory) throws(SpoolError) {
        guard let bytes = try directory.contents(of: Self.name, limit: 4096) else { return nil }
        do {
            self = try JSONDecoder().decode(Marker.self, from: Data(bytes))
        } catch {
            throw .foreignOutlet(path: directory.path, .unreadableMarker)
        }
        guard format == 1 else { throw .foreignOutlet(path: directory.path, .unreadableMarker) }
    }

    /// Refuses a directory that another outlet or another catalog has marked.
    func check(_ identity: OutletIdentity, path: String) throws(SpoolError) {
        guard catalog == identity.catalogID else { throw .foreignOutlet(path: path, .otherCatalog(catalog)) }
        guard outlet == identity.outletID else { throw .foreignOutlet(path: path, .otherOutlet(outlet)) }
    }

    /// Writes the marker so that it is there whole, or not at all.
    func write(in directory: Directory) throws(SpoolError) {
        let draft = Self.name + ".draft"
        try directory.remove(draft)
        let file = try OpenFile(creating: draft, in: directory)
        try file.write(json)
        try file.synchronize()
        try file.close()
        // Something else has the name, perhaps a symbolic link: nobody could tell later whose the directory is.
        guard case .moved = try directory.move(draft, to: directory, as: Self.name) else {
            throw .foreignOutlet(path: directory.path, .unreadableMarker)
        }
        try directory.synchronize()
    }

    private var json: [UInt8] {
        do {
            return try Array(JSONEncoder().encode(self)) + Array("\n".utf8)
        } catch {
            preconditionFailure("a number and two strings can be written as JSON")
        }
    }
}

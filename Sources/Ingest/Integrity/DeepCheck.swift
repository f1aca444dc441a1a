// SPDX-License-Identifier: Apache-2.0
public import Catalog
import Spool

/// Compares the catalog, the outlets and the log with each other, without changing anything: what `wirespool check --deep` does.
///
/// It may run beside the daemon: what is committed after its beginning is not looked at.
public struct DeepCheck: Sendable {
    /// What is in order, a line each.
    public private(set) var facts: [String] = []
    /// What is not, a line each.
    public private(set) var findings: [String] = []
    /// What SQLite says of the catalog's file; not empty when it is damaged.
    public private(set) var damage: [String] = []

    /// Reads everything once.
    public init(_ settings: Settings) throws(CatalogError) {
        do throws(CatalogError) {
            let reader = try CatalogReader(directory: settings.state)
            damage = try reader.damage()
            if damage.isEmpty { try check(settings, reader) }
        } catch {
            try note(error, settings)
        }
    }

    /// A catalog that can't be opened is damaged; one that is not there is missed only where it has published something.
    private mutating func note(_ error: CatalogError, _ settings: Settings) throws(CatalogError) {
        switch error {
        case .damaged(_, let reason):
            damage = [reason]
        case .absent(let path):
            let isMissed = settings.outlets.contains { OutletIdentity(of: OutletDirectory($0)) != nil }
            if isMissed { damage = ["\(path) is gone, and outlets have files of it"] } else { facts.append("there is no catalog yet") }
        default: throw error
        }
    }

    private mutating func check(_ settings: Settings, _ reader: CatalogReader) throws(CatalogError) {
        let totals = try reader.totals()
        facts.append("the catalog is whole: \(totals.stories) stories in \(totals.versions) versions")
        let identifier = try reader.identifier()
        for outlet in settings.outlets {
            note(try OutletAudit(outlet, identifier, reader).sentences)
        }
        note(try LogAudit(settings.log, reader).sentences)
    }

    private mutating func note(_ sentences: Sentences) {
        facts += sentences.facts
        findings += sentences.findings
    }

    /// What one part of the check has to say.
    struct Sentences {
        var facts: [String] = []
        var findings: [String] = []

        /// Names three of the places where something was found, and how many there are.
        static func some(_ places: [String]) -> String {
            "\(places.count) (\(places.prefix(3).joined(separator: ", "))\(places.count > 3 ? ", …" : ""))"
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
import Catalog

/// Why nothing is polled although feeds are due: what came would find no room, or nobody who takes it.
struct Shortage: Hashable {
    /// A bounded word: `low-space`, `backlog`.
    var label: String
    /// In words for people, with what to do.
    var message: String

    /// The first shortage of an installation; nil when there is none.
    ///
    /// - Parameter before: what was short a moment ago.
    static func of(_ settings: Settings, _ catalog: Catalog, after before: Shortage?) async throws(CatalogError) -> Shortage? {
        if let short = space(of: settings, after: before) { return short }
        return backlog(of: settings.outlets, try await catalog.outlets(), last: try await catalog.lastSequence())
    }

    /// Of the catalog's and the log's file system: an outlet that is full stops itself alone.
    private static func space(of settings: Settings, after before: Shortage?) -> Shortage? {
        guard settings.minFree > 0 else { return nil }
        for (name, directory) in [("state", settings.state), ("log", settings.log.parentDirectory)] {
            // A directory that can't be asked is the business of whoever writes there.
            guard let space = FreeSpace(of: directory) else { continue }
            guard let short = space.shortage(below: settings.minFree, isShort: before?.label == "low-space") else { continue }
            return Shortage(label: "low-space", message: "\(name): \(directory): \(short); make room, polling then goes on by itself")
        }
        return nil
    }

    static func backlog(of outlets: [OutletSettings], _ positions: [OutletPosition], last: Int64) -> Shortage? {
        for outlet in outlets {
            guard let position = positions.first(where: { $0.name == outlet.name }) else { continue }
            let behind = last - position.publishedThrough
            guard behind >= Int64(outlet.maxBehind) else { continue }
            return Shortage(
                label: "backlog",
                message:
                    "outlet \(outlet.name) is \(behind) versions behind, as many as 'max_behind' allows; see to it, polling then goes on by itself"
            )
        }
        return nil
    }
}

extension IngestError {
    init(_ shortage: Shortage) {
        self.init(stage: .spool, label: shortage.label, message: shortage.message, exitCode: ExitCode.tryLater)
    }
}

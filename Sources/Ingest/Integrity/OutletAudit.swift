// SPDX-License-Identifier: Apache-2.0
import Catalog
import Spool

/// Compares the files of one outlet, byte for byte, with what the catalog would publish.
struct OutletAudit {
    private(set) var sentences = DeepCheck.Sentences()
    private let outlet: OutletSettings
    private var (whole, forgotten): (Int, Int) = (0, 0)
    private var ahead: [String] = []
    private var different: [String] = []

    init(_ outlet: OutletSettings, _ catalog: String, _ reader: CatalogReader) throws(CatalogError) {
        self.outlet = outlet
        let files = OutletFiles(outlet).files
        // Asked after the files were listed: a daemon may have published some meanwhile.
        guard let position = try reader.outlets().first(where: { $0.name == outlet.name }) else {
            if !files.isEmpty {
                sentences.findings.append("outlet \(outlet.name): \(files.count) files, and the catalog does not know the outlet")
            }
            return
        }
        if let marker = OutletIdentity(of: OutletDirectory(outlet)), marker != OutletIdentity(outletID: position.id, catalogID: catalog) {
            sentences.findings.append("outlet \(outlet.name): its marker is that of another outlet or catalog")
        }
        try compare(files, position, reader)
        report(files.count, position)
    }
}

extension OutletAudit {
    private mutating func compare(_ files: [OutletFiles.File], _ position: OutletPosition, _ reader: CatalogReader) throws(CatalogError) {
        for file in files {
            guard file.sequence <= position.preparedThrough else {
                ahead.append(file.name)
                continue
            }
            guard let version = try reader.versions(after: file.sequence - 1, limit: 1).first, version.sequence == file.sequence else {
                forgotten += 1
                continue
            }
            compare(file, version)
        }
    }

    private mutating func compare(_ file: OutletFiles.File, _ version: StoredVersion) {
        // A file that has just been taken is its consumer's business.
        guard let bytes = try? FileBytes.readIfPresent(file.path) else { return }
        let entry = try? outlet.entry(version)
        if entry?.bytes == bytes, entry?.name == file.name { whole += 1 } else { different.append(file.name) }
    }

    private mutating func report(_ count: Int, _ position: OutletPosition) {
        let name = "outlet \(outlet.name)"
        var fact = "\(name): \(whole) of \(count) files are as committed"
        if forgotten > 0 { fact += ", \(forgotten) are of versions that the catalog has forgotten" }
        sentences.facts.append(fact + "; published through \(position.publishedThrough)")
        let kinds = [
            (ahead, "newer than the catalog knows of; was an older catalog restored?"),
            (different, "not as they were committed: another program has changed them, or a disk"),
        ]
        for (files, what) in kinds where !files.isEmpty {
            sentences.findings.append("\(name): \(DeepCheck.Sentences.some(files)) \(what)")
        }
    }
}

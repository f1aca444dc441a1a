// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

@testable import Ingest

/// A directory with a configuration in it, gone when the test is over.
final class SettingsFixture {
    let directory: String

    /// Writes the files, by relative path; those named in `modes` get these permissions, the others 0644.
    init(_ files: [String: String], modes: [String: Int] = [:]) throws {
        directory = FileManager.default.temporaryDirectory.path + "/wirespool-settings-\(UUID().uuidString)"
        for (name, text) in files {
            let path = directory + "/" + name
            try FileManager.default.createDirectory(atPath: Path.parent(of: path), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: modes[name] ?? 0o644], ofItemAtPath: path)
        }
    }

    deinit {
        // What can't be removed lies in the system's temporary directory, which the system cleans.
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// Loads `wirespool.yaml`, or another file of the directory.
    func load(
        _ name: String = "wirespool.yaml", overrides: SettingsOverrides = SettingsOverrides(), credentials: String? = nil
    ) throws(SettingsError) -> Settings {
        try Settings.load(directory + "/" + name, overrides: overrides, credentials: credentials)
    }

    /// What a person reads, without the directory.
    func complaints(credentials: String? = nil) -> [String] {
        do throws(SettingsError) {
            _ = try load(credentials: credentials)
            return []
        } catch {
            return error.mistakes.map { "\($0)".split(separator: directory + "/").joined() }
        }
    }

    func warnings() throws -> [String] {
        try load().warnings.map { "\($0)".split(separator: directory + "/").joined() }
    }
}

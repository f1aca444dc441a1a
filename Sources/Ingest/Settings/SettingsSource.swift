// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Yams

/// One configuration file: where it lies, who can read it, and its YAML (JSON is YAML too).
struct SettingsSource {
    /// As people see it in messages.
    let path: String
    /// Absolute; the file's relative paths begin here.
    let directory: String
    /// Others than owner and group can read it, so that it must hold no secret.
    let isWorldReadable: Bool
    let secrets: SecretStore

    /// The largest file that is read: far more than 100,000 feeds need.
    private static let largest = 64 << 20

    init(path: String, secrets: SecretStore) {
        self.path = path
        self.secrets = secrets
        self.directory = Path.parent(of: Path.absolute(path))
        self.isWorldReadable = Path.permissions(of: path).map { $0 & 0o004 != 0 } ?? true
    }

    /// Reads the file's only document; nil when it is empty.
    func document() throws(SettingsError) -> Node? {
        let document = try parsed(text())
        if let document, ValueCount.isTooLarge(document) {
            throw SettingsError([.init(file: path, message: "says more than two million values; do its aliases multiply them?")])
        }
        return document
    }

    private func parsed(_ text: String) throws(SettingsError) -> Node? {
        do {
            // Without the resolver's rules every scalar is the text that was written: `no`, `1.10` and `12:30` stay themselves.
            return try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            throw SettingsError(SyntaxMistakes(file: path, text: text).mistakes(for: error))
        } catch {
            throw SettingsError([.init(file: path, message: "cannot be read as YAML: \(error)")])
        }
    }

    /// The file's characters, without a byte order mark.
    func text() throws(SettingsError) -> String {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            let reason =
                Path.exists(path)
                ? "cannot be read: is it a file, and may this user read it?" : "there is no such file; `wirespool init` writes one"
            throw SettingsError([.init(file: path, message: reason)])
        }
        guard data.count <= Self.largest else { throw SettingsError([.init(file: path, message: "is larger than 64 MiB")]) }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw SettingsError([.init(file: path, line: Self.lineOfInvalidUTF8(data), message: "is not valid UTF-8")])
        }
        return text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    }

    private static func lineOfInvalidUTF8(_ data: Data) -> Int {
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
        return (line ?? -1) + 1
    }
}

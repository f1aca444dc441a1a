// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// Where secrets come from: systemd's credentials directory, or files that only their owner can read.
struct SecretStore {
    /// `$CREDENTIALS_DIRECTORY`.
    let credentials: String?

    private static let largest = 64 << 10

    /// The secret that a value names as `@credential:NAME` or `@file:PATH`, or the value itself where no one else can read it.
    func secret(_ text: String, in source: SettingsSource) throws(SettingFlaw) -> String {
        if let path = try path(of: text, in: source) { return try content(of: path) }
        guard !source.isWorldReadable else {
            throw SettingFlaw("a secret must not stand in a file that everyone can read; write @credential:NAME or @file:PATH in quotes")
        }
        return text
    }

    /// The path of a file that a value names as `@credential:NAME`, `@file:PATH` or plainly.
    func file(_ text: String, in source: SettingsSource, isSecret: Bool) throws(SettingFlaw) -> String {
        if let path = try path(of: text, in: source) { return path }
        let path = Path.absolute(text, in: source.directory)
        return isSecret ? try Self.guarded(path) : try Self.present(path)
    }

    /// The file behind `@…`, or nil when the value doesn't begin so.
    private func path(of text: String, in source: SettingsSource) throws(SettingFlaw) -> String? {
        guard text.hasPrefix("@") else { return nil }
        let (kind, name) = text.dropFirst().splitOnce(at: ":")
        guard let name, !name.isEmpty else { throw SettingFlaw("'\(kind)' names no secret; write @credential:NAME or @file:PATH") }
        switch kind {
        case "file": return try Self.guarded(Path.absolute(name, in: source.directory))
        case "credential": return try credential(name)
        default:
            throw SettingFlaw("'@\(kind):' is unknown", suggestion: String(kind).nearest(among: ["credential", "file"]).map { "@\($0):" })
        }
    }

    private func credential(_ name: String) throws(SettingFlaw) -> String {
        guard !name.contains("/"), name != "..", name != "." else { throw SettingFlaw("'\(name)' is not the name of a credential") }
        guard let credentials else {
            throw SettingFlaw("there are no credentials: $CREDENTIALS_DIRECTORY is not set (systemd's LoadCredential= sets it)")
        }
        return try Self.present(Path.absolute(name, in: credentials))
    }

    private func content(of path: String) throws(SettingFlaw) -> String {
        // The reason is phrased below: the file is there, so it can't be read.
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)), data.count <= Self.largest,
            let text = String(validating: data, as: UTF8.self)
        else { throw SettingFlaw("\(path) cannot be read, is not text, or is larger than 64 KiB") }
        let secret = text.last?.isNewline == true ? String(text.dropLast()) : text
        guard !secret.isEmpty, !secret.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
            throw SettingFlaw("\(path) must hold one line of text")
        }
        return secret
    }

    private static func present(_ path: String) throws(SettingFlaw) -> String {
        guard Path.exists(path) else { throw SettingFlaw("there is no file \(path)") }
        return path
    }

    private static func guarded(_ path: String) throws(SettingFlaw) -> String {
        guard let permissions = Path.permissions(of: path) else { throw SettingFlaw("there is no file \(path)") }
        guard permissions & 0o044 == 0 else { throw SettingFlaw("\(path) can be read by others than its owner; chmod 600 mends that") }
        return path
    }
}

extension Substring {
    /// The text before the first separator, and the text after it where there is one.
    func splitOnce(at separator: Character) -> (Substring, String?) {
        guard let index = firstIndex(of: separator) else { return (self, nil) }
        return (self[..<index], String(self[self.index(after: index)...]))
    }
}

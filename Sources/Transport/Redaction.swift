// SPDX-License-Identifier: Apache-2.0

/// An address as it may be shown: in a log, a status page, a message.
public enum Redaction {
    /// Names of parameters that carry secrets.
    private static let secretNames: Set<String> = [
        "auth", "authorization", "code", "credential", "hmac", "jwt", "key", "pass", "pwd", "session", "sessionid", "sid", "sig",
    ]
    /// What names of parameters that carry secrets end with.
    private static let secretEndings = [
        "token", "secret", "password", "passwd", "apikey", "api_key", "api-key", "accesskey", "access_key", "authkey", "auth_key",
        "licensekey", "license_key", "signature", "credential",
    ]

    /// The address without user information, and with `…` in place of the values of parameters that are named like secrets.
    public static func redacted(_ url: String) -> String {
        withParameters(of: withoutUserInformation(url)) { redactedParameter($0) }
    }

    /// The address without user information, and without the parameters that are named like secrets: still an address, for records.
    public static func withoutSecrets(_ url: String) -> String {
        withParameters(of: withoutUserInformation(url)) { parameter in
            parameter.firstIndex(of: "=").map { isSecret(parameter[..<$0]) } == true ? nil : String(parameter)
        }
    }
}

extension Redaction {
    private static func withoutUserInformation(_ url: String) -> String {
        guard let slashes = url.utf8.firstRange(of: "//".utf8) else { return url }
        let rest = url[slashes.upperBound...]
        let authority = rest.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard let at = authority.lastIndex(of: UInt8(ascii: "@")) else { return url }
        return String(url[..<slashes.upperBound]) + String(url[url.utf8.index(after: at)...])
    }

    /// The address with each parameter of its query as `change` gives it back; nil takes it out.
    private static func withParameters(of url: String, _ change: (Substring) -> String?) -> String {
        guard let mark = url.utf8.firstIndex(of: UInt8(ascii: "?")) else { return url }
        let rest = url[url.index(after: mark)...]
        let fragment = rest.firstIndex(of: "#").map { rest[$0...] } ?? ""
        let parameters = rest[..<(rest.firstIndex(of: "#") ?? rest.endIndex)].split(separator: "&", omittingEmptySubsequences: false)
        let kept = parameters.compactMap(change)
        return url[..<mark] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&")) + fragment
    }

    private static func redactedParameter(_ parameter: Substring) -> String {
        guard let equals = parameter.firstIndex(of: "="), isSecret(parameter[..<equals]) else { return String(parameter) }
        return parameter[...equals] + "…"
    }

    private static func isSecret(_ name: Substring) -> Bool {
        let name = name.lowercased()
        return secretNames.contains(name) || secretEndings.contains { name.hasSuffix($0) }
    }
}

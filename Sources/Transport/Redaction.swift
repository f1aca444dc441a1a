// SPDX-License-Identifier: Apache-2.0

/// An address as it may be shown: in a log, a status page, a message.
public enum Redaction {
    private static let secretNames: Set<String> = [
        "access_token", "api_key", "apikey", "auth", "key", "pass", "passwd", "password", "pwd", "secret", "sig", "signature", "token",
    ]

    /// The address without user information, and with `…` in place of the values of parameters that are named like secrets.
    public static func redacted(_ url: String) -> String {
        withoutSecretParameters(withoutUserInformation(url))
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

    private static func withoutSecretParameters(_ url: String) -> String {
        guard let mark = url.utf8.firstIndex(of: UInt8(ascii: "?")) else { return url }
        let query = url[url.index(after: mark)...]
        return url[...mark] + query.split(separator: "&", omittingEmptySubsequences: false).map(redactedParameter).joined(separator: "&")
    }

    private static func redactedParameter(_ parameter: Substring) -> String {
        guard let equals = parameter.firstIndex(of: "="), secretNames.contains(parameter[..<equals].lowercased()) else {
            return String(parameter)
        }
        return parameter[...equals] + "…"
    }
}

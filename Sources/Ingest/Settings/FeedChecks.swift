// SPDX-License-Identifier: Apache-2.0
import Articles
import FoundationEssentials
import FoundationInternationalization

/// Checks of single values of a feed.
enum FeedChecks {
    /// The shape of a BCP 47 tag: `en`, `zh-Hans`, `pt-BR`.
    static func language(_ text: String) throws(SettingFlaw) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isShaped = parts.enumerated().allSatisfy { index, part in
            (index == 0 ? 2...8 : 1...8).contains(part.utf8.count) && part.utf8.allSatisfy { $0.isLetter || (index > 0 && $0.isDigit) }
        }
        guard isShaped else { throw SettingFlaw("'\(text)' is not a language tag, such as en or zh-Hans") }
    }

    /// An IANA name that the time zone data knows.
    static func timeZone(_ text: String) throws(SettingFlaw) {
        guard TimeZone(identifier: text) == nil else { return }
        let city = text.split(separator: "/").last.map(String.init) ?? text
        let known = TimeZone.knownTimeZoneIdentifiers
        let suggestion = text.nearest(among: known) ?? known.first { $0.hasSuffix("/" + city) }
        throw SettingFlaw("'\(text)' is no time zone, such as Asia/Shanghai", suggestion: suggestion)
    }

    /// The shape of an agency code; an unknown one is only worth a warning.
    static func agency(_ text: String) throws(SettingFlaw) {
        guard text.utf8.count <= 32, text.utf8.allSatisfy({ $0.isLowerCaseLetter || $0.isDigit || $0 == UInt8(ascii: "-") }) else {
            throw SettingFlaw("'\(text)' is not an agency code", suggestion: text.lowercased().nearest(among: agencies))
        }
    }

    /// Names of feeds and outlets appear in logs, metrics and file names.
    static func name(_ text: String) throws(SettingFlaw) {
        let isShaped = text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-_.".utf8.contains($0) }
        guard isShaped, (1...100).contains(text.utf8.count), !text.hasPrefix("."), !text.hasPrefix("-") else {
            throw SettingFlaw("'\(text)' is not a name: use letters, digits, '-', '_' and '.', 100 at most, not '.' or '-' first")
        }
    }

    /// The codes of the agencies whose lines are understood.
    static let agencies = Set(Agency.known.map(\.code))
}

extension SettingValue {
    /// Request headers in the order written.
    func rights() throws(SettingFlaw) -> Article.Rights {
        var rights = Article.Rights()
        for member in try members() {
            let text = try member.value.text()
            switch member.name {
            case "holder": rights.holder = text
            case "notice": rights.notice = text
            case "terms": rights.terms = text
            case "licence", "license": rights.licence = text
            default:
                let names = ["holder", "notice", "terms", "licence"]
                throw SettingFlaw(
                    "'\(member.name)' is none of \(names.joined(separator: ", "))", suggestion: member.name.nearest(among: names))
            }
        }
        return rights
    }

    func headers() throws(SettingFlaw) -> [FeedSettings.Header] {
        var headers: [FeedSettings.Header] = []
        for member in try members() {
            let name = member.name
            guard !name.isEmpty, name.utf8.allSatisfy(\.isTokenByte) else { throw SettingFlaw("'\(name)' is not the name of a header") }
            guard !Self.ownHeaders.contains(name.lowercased()) else { throw SettingFlaw("'\(name)' is set by Wirespool itself") }
            let text = try member.value.text()
            let isSecret = text.hasPrefix("@") || Self.secretWords.contains { name.lowercased().contains($0) }
            headers.append(.init(name, isSecret ? try source.secrets.secret(text, in: source) : text))
        }
        return headers
    }

    private static var ownHeaders: Set<String> {
        [
            "accept-encoding", "connection", "content-length", "host", "if-modified-since", "if-none-match", "transfer-encoding",
            "user-agent",
        ]
    }

    /// A header whose name holds one of these carries a secret.
    private static var secretWords: [String] { ["auth", "cookie", "key", "secret", "token", "password"] }
}

extension UInt8 {
    fileprivate var isLowerCaseLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    fileprivate var isLetter: Bool { (self | 0x20).isLowerCaseLetter }
    /// RFC 9110 §5.6.2.
    fileprivate var isTokenByte: Bool { isLetter || isDigit || "!#$%&'*+-.^_`|~".utf8.contains(self) }
}

// SPDX-License-Identifier: Apache-2.0

extension FeedSettings {
    /// The host of an http(s) URL in lower case, with its port where it names one; nil for a file.
    public var host: String? { Self.host(of: url) }

    /// The host of an http(s) URL in lower case, with its port where it names one; nil for a file.
    static func host(of url: String) -> String? {
        let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0].lowercased().hasPrefix("http") else { return nil }
        let authority = parts[2].prefix { $0 != "?" && $0 != "#" }
        return authority.split(separator: "@", omittingEmptySubsequences: false).last?.lowercased()
    }

    /// Whose feed it is: all feeds of one publisher share their identical texts.
    ///
    /// The agency where one is configured, else the host; a file or a private address stands for itself.
    var publisher: String {
        if let agency = self.agency { return agency }
        guard let host, !self.allowsPrivate else { return name }
        return host
    }
}

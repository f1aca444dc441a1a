// SPDX-License-Identifier: Apache-2.0

extension FeedSettings {
    /// The host of an http(s) URL in lower case, with its port where it names one; nil for a file.
    public var host: String? {
        guard let scheme = url.range(of: "://"), !url.hasPrefix("file:") else { return nil }
        let authority = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return authority.split(separator: "@", omittingEmptySubsequences: false).last?.lowercased()
    }

    /// Whose feed it is: all feeds of one publisher share their identical texts.
    ///
    /// The agency where one is configured, else the host; a file or a private address stands for itself.
    var publisher: String {
        if let agency { return agency }
        guard let host, !allowsPrivate else { return name }
        return host
    }
}

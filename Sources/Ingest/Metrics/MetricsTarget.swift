// SPDX-License-Identifier: Apache-2.0

/// Where the daemon's metrics can be had.
public enum MetricsTarget: Sendable, Hashable {
    /// A file, written anew every 15 seconds: for node_exporter's textfile collector. Absolute.
    case file(String)
    /// HTTP on a unix socket. Absolute.
    case socket(String)
    /// HTTP on a loopback address.
    case port(host: String, UInt16)

    /// Reads `/path/to/file.prom`, `unix:/path`, `127.0.0.1:9105` or `[::1]:9105`.
    static func read(_ text: String, in directory: String) throws(SettingFlaw) -> MetricsTarget {
        if text.hasPrefix("unix:") {
            let path = Path.absolute(String(text.dropFirst("unix:".count)), in: directory)
            guard path.utf8.count < 108 else { throw SettingFlaw("'\(path)' is too long for a socket; 107 bytes are the most") }
            return .socket(path)
        }
        if let colon = text.lastIndex(of: ":"), !text.contains("/") {
            guard let port = UInt16(text[text.index(after: colon)...]), port > 0 else { throw SettingFlaw("'\(text)' has no port") }
            switch text[..<colon] {
            case "127.0.0.1", "localhost": return .port(host: "127.0.0.1", port)
            case "[::1]": return .port(host: "::1", port)
            default: throw SettingFlaw("'\(text)' is not a loopback address: metrics are not for the network; use 127.0.0.1:\(port)")
            }
        }
        return .file(Path.absolute(text, in: directory))
    }
}

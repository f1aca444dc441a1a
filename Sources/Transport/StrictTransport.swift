// SPDX-License-Identifier: Apache-2.0
import Glibc
import Synchronization

/// What is known of hosts that want TLS alone (RFC 6797): kept in memory, and in a file over restarts.
public final class StrictTransport: Sendable {
    private static let largestFile = 1 << 20

    private let hosts: Mutex<StrictHosts>
    private let path: String?
    private let now: @Sendable () -> Int64

    /// - Parameters:
    ///   - path: the file; it is read at once, and replaced when something changes. Nil keeps nothing.
    ///   - isWritten: false leaves the file as it is.
    public convenience init(path: String? = nil, isWritten: Bool = true) {
        self.init(path: path, isWritten: isWritten) { Int64(time(nil)) }
    }

    init(path: String?, isWritten: Bool = true, now: @escaping @Sendable () -> Int64) {
        self.path = isWritten ? path : nil
        self.now = now
        hosts = Mutex(path.flatMap(Self.read).map { StrictHosts(text: $0, at: now()) } ?? StrictHosts())
    }

    /// The address to ask: over TLS where its host wants that.
    func upgraded(_ address: WebAddress) throws(FetchError) -> WebAddress {
        guard address.scheme == "http", hosts.withLock({ $0.contains(address.host, at: now()) }) else { return address }
        return try address.overTLS()
    }

    /// Notes what an answer says, if it came over TLS from a host with a name.
    func note(_ response: FetchResponse, from address: WebAddress) {
        guard address.scheme == "https", IPAddress(address.host) == nil, let header = response.header("Strict-Transport-Security") else {
            return
        }
        // Saved under the lock: two drafts at a time would be one file.
        hosts.withLock { hosts in
            if hosts.note(header, of: address.host, at: now()) { save(hosts.text) }
        }
    }
}

extension StrictTransport {
    private static func read(_ path: String) -> String? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: largestFile)
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
        return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
    }

    /// A file that can't be written costs one redirect a host after the next start.
    private func save(_ text: String) {
        guard let path else { return }
        let draft = path + ".new"
        let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return }
        let bytes = Array(text.utf8)
        let isWritten = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) } == bytes.count
        close(descriptor)
        if unsafe !isWritten || rename(draft, path) != 0 { unsafe unlink(draft) }
    }
}

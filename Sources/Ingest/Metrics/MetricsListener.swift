// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Glibc

/// Answers HTTP requests for the metrics on a unix socket or a loopback port, one after the other on a thread of its own.
///
/// Whatever is asked, the answer is the metrics: there is nothing else here, and nothing can be changed.
struct MetricsListener: ~Copyable {
    private let source: any DispatchSourceRead
    private let path: String?

    /// - Parameter answer: makes the text, and is called for each request.
    init(_ target: MetricsTarget, answer: @escaping @Sendable (MetricsText.Form) -> String) throws(LogError) {
        let (descriptor, path) = try Self.listen(on: target)
        self.path = path
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: DispatchQueue(label: "wirespool.metrics"))
        source.setEventHandler(handler: Self.handler(descriptor, answer))
        source.setCancelHandler(handler: Self.closing(descriptor))
        source.resume()
    }

    deinit {
        source.cancel()
        if let path { unlink(path) }
    }
}

extension MetricsListener {
    /// How long a client may take to ask and to read: all of it, however busily it sends.
    private static let patience: Duration = .seconds(2)

    private static func handler(_ descriptor: CInt, _ answer: @escaping @Sendable (MetricsText.Form) -> String) -> @Sendable () -> Void {
        {
            let client = accept(descriptor, nil, nil)
            guard client >= 0 else { return }
            defer { close(client) }
            // No business of processes that are started meanwhile.
            _ = fcntl(client, F_SETFD, FD_CLOEXEC)
            serve(client, answer)
        }
    }

    private static func closing(_ descriptor: CInt) -> @Sendable () -> Void {
        { close(descriptor) }
    }

    private static func serve(_ client: CInt, _ answer: (MetricsText.Form) -> String) {
        let deadline = ContinuousClock.now + patience
        guard let request = head(of: client, until: deadline) else { return }
        let form: MetricsText.Form = request.lowercased().contains("application/openmetrics-text") ? .openMetrics : .prometheus
        let body = answer(form)
        let response =
            "HTTP/1.1 200 OK\r\nContent-Type: \(form.contentType)\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n"
            + (request.hasPrefix("HEAD ") ? "" : body)
        var rest = Array(response.utf8)[...]
        while !rest.isEmpty {
            guard wait(for: client, POLLOUT, until: deadline) else { return }
            let count = rest.withUnsafeBytes { send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)) }
            if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// The request as far as its empty line; nil when it does not come in time, or is longer than any such request.
    private static func head(of client: CInt, until deadline: ContinuousClock.Instant) -> String? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        var line = 0
        while bytes.count < 16_384 {
            guard wait(for: client, POLLIN, until: deadline) else { return nil }
            let count = recv(client, &chunk, chunk.count, Int32(MSG_DONTWAIT))
            if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
            guard count > 0 else { return nil }
            bytes.append(contentsOf: chunk[..<count])
            while let end = bytes.endOfLine(from: line) {
                if bytes[line..<end].allSatisfy({ $0 == 0x0D }) { return String(decoding: bytes[..<end], as: UTF8.self) }
                line = end + 1
            }
        }
        return nil
    }

    /// False when the client is not ready before `deadline`.
    private static func wait(for client: CInt, _ event: CInt, until deadline: ContinuousClock.Instant) -> Bool {
        var interest = pollfd(fd: client, events: Int16(event), revents: 0)
        while true {
            let left = deadline - .now
            guard left > .zero else { return false }
            let count = poll(&interest, 1, CInt(left / .milliseconds(1)) + 1)
            if count < 0 && errno == EINTR { continue }
            return count > 0
        }
    }
}

extension MetricsListener {
    private static func listen(on target: MetricsTarget) throws(LogError) -> (descriptor: CInt, path: String?) {
        switch target {
        case .file(let path): throw LogError(path: path, errno: EINVAL)
        case .socket(let path):
            try removeSocket(path)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
            let descriptor = try bound(AF_UNIX, address, named: path)
            // Who may read the log may read the metrics.
            guard chmod(path, 0o660) == 0 else { throw failure(path, closing: descriptor) }
            return (descriptor, path)
        case .port(let host, let port):
            let name = "\(host):\(port)"
            if host.contains(":") {
                var address = sockaddr_in6()
                address.sin6_family = sa_family_t(AF_INET6)
                address.sin6_port = port.bigEndian
                inet_pton(AF_INET6, host, &address.sin6_addr)
                return (try bound(AF_INET6, address, named: name), nil)
            }
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            inet_pton(AF_INET, host, &address.sin_addr)
            return (try bound(AF_INET, address, named: name), nil)
        }
    }

    /// The socket of a daemon before this one; whatever else has the name is not ours to remove.
    private static func removeSocket(_ path: String) throws(LogError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            throw LogError(path: path, message: "\(path): is not a socket; name another path")
        }
        unlink(path)
    }

    private static func bound<Address>(_ family: CInt, _ address: Address, named name: String) throws(LogError) -> CInt {
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        guard descriptor >= 0 else { throw LogError(path: name, errno: errno) }
        var (yes, address) = (CInt(1), address)
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<CInt>.size))
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, socklen_t(MemoryLayout<Address>.size)) }
        }
        guard result == 0, Glibc.listen(descriptor, 16) == 0 else { throw failure(name, closing: descriptor) }
        return descriptor
    }

    private static func failure(_ name: String, closing descriptor: CInt) -> LogError {
        let error = LogError(path: name, errno: errno)
        close(descriptor)
        return error
    }
}

// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A document that the configuration names by a `file:` address.
struct FileSource {
    private let path: String

    /// Reads `file:relative/path`, `file:/path`, `file:///path` and `file://localhost/path`, percent-encoded; nil for other schemes.
    init?(_ url: String) throws(FetchError) {
        guard url.prefix(5).lowercased() == "file:" else { return nil }
        var rest = url.dropFirst(5)
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            if rest.hasPrefix("localhost/") { rest = rest.dropFirst(9) }
            guard rest.hasPrefix("/") else { throw FetchError(.badURL, "a file address that names a host") }
        }
        guard let path = FileSource.percentDecoded(rest), !path.isEmpty, !path.utf8.contains(0) else {
            throw FetchError(.badURL, "not a file address")
        }
        self.path = path
    }

    /// Answers as a server would: 304 when the file is the one that `validators` name, else 200 with at most `maxBody` bytes.
    func read(unless validators: Validators, maxBody: Int, url: String) throws(FetchError) -> FetchResponse {
        let start = ContinuousClock.now
        // Not to wait for the other end of a pipe.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw failure(errno) }
        defer { close(descriptor) }
        let tag = try entityTag(of: descriptor, maxBody: maxBody)
        let headers = [HeaderField("ETag", tag)]
        guard validators.entityTag != tag else {
            return FetchResponse(status: 304, url: url, headers: headers, duration: .now - start)
        }
        let body = try contents(of: descriptor, maxBody: maxBody)
        guard try entityTag(of: descriptor, maxBody: maxBody) == tag else {
            throw FetchError(.truncated, "\(path) changed while it was being read")
        }
        return FetchResponse(status: 200, url: url, headers: headers, body: body, bytesReceived: body.count, duration: .now - start)
    }
}

extension FileSource {
    /// Size, time of change and inode: what differs whenever the file does.
    private func entityTag(of descriptor: Int32, maxBody: Int) throws(FetchError) -> [UInt8] {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw failure(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FetchError(.unreadableFile, "\(path) is not a regular file") }
        guard status.st_size <= maxBody else { throw tooLarge(maxBody) }
        let parts = [Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(truncatingIfNeeded: status.st_ino)]
        return Array("\"\(parts.map { String($0, radix: 16) }.joined(separator: "-"))\"".utf8)
    }

    private func contents(of descriptor: Int32, maxBody: Int) throws(FetchError) -> [UInt8] {
        var body: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 || errno == EINTR else { throw failure(errno) }
            guard count != 0 else { return body }
            guard count <= maxBody - body.count else { throw tooLarge(maxBody) }
            body += chunk.prefix(max(0, count))
        }
    }

    private func failure(_ number: Int32) -> FetchError {
        let isMissing = number == ENOENT || number == ENOTDIR
        return FetchError(isMissing ? .noSuchFile : .unreadableFile, "\(path): \(systemMessage(number))")
    }

    private func tooLarge(_ maxBody: Int) -> FetchError {
        FetchError(.tooLarge, "\(path) is larger than \(maxBody) bytes")
    }

    private static func percentDecoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            guard digits.count == 2, digits.allSatisfy({ $0 != UInt8(ascii: "+") }), let value = UInt8(Substring(digits), radix: 16) else {
                return nil
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

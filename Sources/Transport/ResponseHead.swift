// SPDX-License-Identifier: Apache-2.0

/// The head of a response, read line by line within limits.
struct ResponseHead {
    private static let maxLines = 200
    private(set) var status = 0
    private(set) var headers: [HeaderField] = []
    private let maxBytes: Int
    private var bytes = 0
    private var lines = 0
    private var part = Part.statusLine

    private enum Part { case statusLine, fields, over }

    /// The empty line after the last header field has come.
    var isOver: Bool { part == .over }

    /// The body is gzip, in no other encoding and not in chunks, so that its last bytes on the wire are its tail.
    var announcesPlainGzip: Bool {
        let encodings = headers.filter { $0.isNamed("Content-Encoding") || $0.isNamed("Transfer-Encoding") }
        return encodings.count == 1 && ["gzip", "x-gzip"].contains(String(decoding: encodings[0].value, as: UTF8.self).lowercased())
    }

    init(maxBytes: Int) {
        self.maxBytes = maxBytes
    }

    /// Takes the next line, with or without its end.
    ///
    /// Heads that are not the last (of a 1xx answer, of a challenge) count towards the limits and are then forgotten; trailers only count.
    mutating func take(_ line: [UInt8]) throws(FetchError) {
        lines += 1
        bytes += line.count
        guard bytes <= maxBytes, lines <= ResponseHead.maxLines else {
            throw FetchError(.tooLarge, "a head of more than \(maxBytes) bytes or \(ResponseHead.maxLines) lines")
        }
        let text = ResponseHead.trimmingEnd(line[...])
        switch part {
        case .statusLine: begin(with: text)
        case .fields where text.isEmpty: part = (100..<200).contains(status) ? .statusLine : .over
        case .fields: try add(text)
        case .over: if text.starts(with: "HTTP/".utf8) { begin(with: text) }
        }
    }
}

extension ResponseHead {
    private mutating func begin(with text: ArraySlice<UInt8>) {
        let code = text.drop { $0 != 0x20 }.dropFirst().prefix { (0x30...0x39).contains($0) }.prefix(3)
        status = code.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        headers = []
        part = .fields
    }

    private mutating func add(_ text: ArraySlice<UInt8>) throws(FetchError) {
        if text.first == 0x20 || text.first == 0x09 { return unfold(text) }
        // A line that is not a field says nothing.
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return }
        let name = String(decoding: ResponseHead.trimmingEnd(text[..<colon]), as: UTF8.self)
        let value = ResponseHead.trimmingStart(text[(colon + 1)...])
        let field = HeaderField(name, value)
        if field.isNamed("Content-Length") { try checkLength(value) }
        headers.append(field)
    }

    /// RFC 9112 §5.2: a line that begins with white space goes on with the value before it.
    private mutating func unfold(_ text: ArraySlice<UInt8>) {
        guard !headers.isEmpty else { return }
        headers[headers.count - 1].value += [0x20] + ResponseHead.trimmingStart(text)
    }

    /// RFC 9112 §6.3: two lengths are two bodies, and there is no telling which is ours.
    private func checkLength(_ value: ArraySlice<UInt8>) throws(FetchError) {
        let isNumber = !value.isEmpty && value.allSatisfy { (0x30...0x39).contains($0) }
        let isSole = headers.allSatisfy { !$0.isNamed("Content-Length") || $0.value.elementsEqual(value) }
        guard isNumber, isSole else { throw FetchError(.badResponse, "a Content-Length that is not one number") }
    }

    private static func trimmingEnd(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        text.prefix((text.lastIndex { !isSpace($0) } ?? text.startIndex - 1) - text.startIndex + 1)
    }

    private static func trimmingStart(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        text.drop(while: isSpace)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
    }
}

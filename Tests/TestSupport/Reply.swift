// SPDX-License-Identifier: Apache-2.0

/// What a `LoopbackServer` does with a request: a right answer, or a wrong one of some kind.
///
/// A reply is a list of acts. After the last the server waits for the next request on the same connection, unless the act ended it.
public struct Reply: Sendable {
    /// One thing that is done to a connection.
    public enum Act: Sendable {
        case send([UInt8])
        /// Sends the bytes again and again until the client goes away.
        case sendForever([UInt8])
        /// Sends one byte after the other, each after so many milliseconds.
        case drip([UInt8], milliseconds: Int32)
        /// Keeps the connection open in silence until the client goes away or the server is stopped.
        case hold
        case close
        /// Breaks the connection with a TCP reset.
        case reset
    }

    /// What is done, in order.
    public var acts: [Act]

    /// A reply of any acts.
    public init(_ acts: [Act]) {
        self.acts = acts
    }

    /// The same, with a further act.
    public func then(_ act: Act) -> Reply {
        Reply(acts + [act])
    }
}

extension Reply {
    /// A name and a value; the value is bytes because tests send what is not text.
    public typealias Field = (name: String, value: [UInt8])

    /// A complete answer with a Content-Length.
    public static func status(_ status: Int, _ body: [UInt8] = [], fields: [Field]) -> Reply {
        let hasBody = status != 304 && status != 204
        let length: [Field] = hasBody ? [("Content-Length", Array("\(body.count)".utf8))] : []
        return Reply([.send(head(status, fields + length) + (hasBody ? body : []))])
    }

    /// A complete answer with a Content-Length.
    public static func status(_ status: Int, _ body: String = "", headers: KeyValuePairs<String, String> = [:]) -> Reply {
        .status(status, Array(body.utf8), fields: headers.map { ($0.key, Array($0.value.utf8)) })
    }

    /// 200 with a body of bytes.
    public static func ok(_ body: [UInt8], headers: KeyValuePairs<String, String> = [:]) -> Reply {
        .status(200, body, fields: headers.map { ($0.key, Array($0.value.utf8)) })
    }

    /// 200 with a body of text.
    public static func ok(_ body: String, headers: KeyValuePairs<String, String> = [:]) -> Reply {
        .ok(Array(body.utf8), headers: headers)
    }

    /// 304 (RFC 9110 §15.4.5).
    public static func notModified(headers: KeyValuePairs<String, String> = [:]) -> Reply {
        .status(304, headers: headers)
    }

    /// A redirect.
    public static func redirect(to location: String, status: Int = 302) -> Reply {
        .status(status, headers: ["Location": location])
    }

    /// Bytes as they are, and then the end of the connection.
    public static func raw(_ text: String) -> Reply {
        Reply([.send(Array(text.utf8)), .close])
    }

    /// 200 with a Content-Length that promises `missing` bytes more than come before the end of the connection.
    public static func truncated(_ body: String, missing: Int = 100) -> Reply {
        .raw("HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count + missing)\r\n\r\n\(body)")
    }

    /// No answer, ever.
    public static var hang: Reply { Reply([.hold]) }
    /// The end of the connection in place of an answer.
    public static var close: Reply { Reply([.close]) }
    /// A TCP reset in place of an answer.
    public static var reset: Reply { Reply([.reset]) }

    /// The status line and the header, with the empty line after it.
    public static func head(_ status: Int, _ fields: [Field]) -> [UInt8] {
        let lines = fields.map { Array("\($0.name): ".utf8) + $0.value + Array("\r\n".utf8) }
        return Array("HTTP/1.1 \(status) Whatever\r\n".utf8) + lines.joined() + Array("\r\n".utf8)
    }
}

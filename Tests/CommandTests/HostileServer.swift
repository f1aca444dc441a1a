// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// What a server does to the program, and how `fetch` answers: with the stage and the label of an error, or nil where the document is taken.
struct HostileServer: Sendable, CustomTestStringConvertible {
    let name: String
    let verdict: String?
    /// The feed's whole patience; more than a busy machine exhausts, except where patience is what ends the case.
    let timeout: String
    let answer: @Sendable (Request) -> Reply

    init(_ name: String, _ verdict: String?, timeout: String = "50s", answer: @escaping @Sendable (Request) -> Reply) {
        (self.name, self.verdict, self.timeout, self.answer) = (name, verdict, timeout, answer)
    }

    init(_ name: String, _ verdict: String?, timeout: String = "50s", _ reply: Reply) {
        self.init(name, verdict, timeout: timeout) { _ in reply }
    }

    var testDescription: String { name }
}

extension Reply {
    /// A head of these lines, one piece once, and one again and again.
    static func endless(_ head: [String], after once: [UInt8] = [], _ piece: [UInt8]) -> Reply {
        Reply([.send(lines(head) + once), .sendForever(piece)])
    }

    static func endless(_ head: [String], after once: String = "", _ piece: String) -> Reply {
        endless(head, after: Array(once.utf8), Array(piece.utf8))
    }

    /// A head that never ends.
    static func endlessHead(_ start: String, _ piece: String) -> Reply {
        Reply([.send(Array(start.utf8)), .sendForever(Array(piece.utf8))])
    }

    /// A head of these lines and a body, one byte after the other.
    static func slow(_ text: String) -> Reply {
        Reply([.drip(Array(text.utf8), milliseconds: 20), .hold])
    }

    private static func lines(_ head: [String]) -> [UInt8] {
        Array((["HTTP/1.1 200 OK"] + head + ["", ""]).joined(separator: "\r\n").utf8)
    }
}

/// Bodies that are small on the wire and large, or nothing at all, behind their encoding.
enum Bomb {
    /// Noughts in gzip: each quartet of letters stands for three thousand.
    static func gzip(quartets: Int) -> [UInt8] {
        bytes("H4sIAAAAAAACA+3BMQEAAADCoPVPbQhfoA" + String(repeating: "A", count: 1354 + 4 * quartets) + "PgMc6jinAAAQAA==")
    }

    /// A gigabyte of noughts, as blocks of one byte that is repeated (RFC 8878 §3.1.1.2.2).
    static let zstd: [UInt8] =
        [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x58] + (0..<8_192).flatMap { _ -> [UInt8] in [0x02, 0x00, 0x10, 0x00] }
    /// Sixty-four megabytes of noughts.
    static let brotli = bytes("z///f/gnAOKxQCD3/p/////wTwDEYQGA7v0/////4Z8AiMMiAN37//z//8c/ARCHBQC69/8=")
    /// A channel's title of twelve megabytes.
    static let brotliTitle = bytes("y///P/gdB+6+C0gERPv+VvL4zDWMTJicEnHpRk6p5TGNwA1PFET/MzESueX9X6QIABB+CYA4LALovv8B")
    /// Sixty-four megabytes of noughts, twice in gzip.
    static let twice = bytes(
        "H4sIAAAAAAACA+3cr06CYRTA4Rf43BhuisFEgEswUph/Atmg2XEBRLNsjGThJshubm5Wm3cANrtocM7k/PT7LuM9z5NOPvHs7Ne/badKs7V9ajT+p9ny9+6j3UkAAAB"
            + "A5mYv81Z1DEiDcj0+vwQAAAByN9nfK+qjwM9V79Q6AAAAIHuL0bBbfwh83kwL6wAAAIDsHX6/ntS3gOfy4eDCPgAAACB7G8EAAAAACEUwAAAAAGIRDAAAAIBYBAMA"
            + "AAAgGMEAAAAAiEUwAAAAAGIRDAAAAIBYBAMAAAAgGMEAAAAAiEUwAAAAAGJZjYaD6jGg+1VeH5/tJAAAACJ53H0/ertPKRV/PEzs+uL+AAA=")

    private static func bytes(_ base64: String) -> [UInt8] { [UInt8](Data(base64Encoded: base64) ?? Data()) }
}

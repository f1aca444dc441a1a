// SPDX-License-Identifier: Apache-2.0
import Synchronization
import TestSupport
import Testing

/// A publisher whose name stands for a public address when it is looked at, and for one of ours when it is connected to. The names are
/// asked of a name server, and the addresses are all there, in a network that only the test sees.
@Suite(.enabled(if: PrivateNetwork.isPossible, "needs root, for a network that only the test sees"))
struct HostileNameTests {
    /// What the name server says of the feed's host at each poll, and how that ends.
    struct Example: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var answers: [[NameRecord]]
        var outcomes: [String]
    }

    private static let publicAddress: UInt32 = 0x5DB8_D822
    private static let (published, closed) = (NameRecord.four(publicAddress), NameRecord.four(0x5DB8_D823))
    private static let (metadata, inner): (UInt32, UInt32) = (0xA9FE_A9FE, 0x0A01_0203)
    private static let privateAddresses = [metadata, inner]
    private static let localhost = NameRecord.four(0x7F00_0001)
    private static func six(_ end: [UInt8], after start: [UInt8] = []) -> NameRecord {
        .six(start + [UInt8](repeating: 0, count: 16 - start.count - end.count) + end)
    }

    private static let forbidden = "✗ a fetch forbidden-address"

    static let examples: [Example] =
        [
            ("this machine", [localhost]), ("all of this machine", [.four(0x7FFF_FFFE)]), ("no address", [.four(0)]),
            ("a cloud's metadata", [.four(metadata)]), ("an inner network", [.four(inner)]), ("this machine by IPv6", [six([1])]),
            ("this machine, mapped", [six([0xFF, 0xFF, 127, 0, 0, 1])]), ("an inner network, mapped", [six([0xFF, 0xFF, 10, 1, 2, 3])]),
            ("this machine, translated", [six([127, 0, 0, 1], after: [0, 0x64, 0xFF, 0x9B])]),
            ("another name of this machine", [.alias("localhost"), localhost]),
            ("this machine twice", [localhost, six([1])]),
        ].map { name, answer in
            Example(testDescription: "first public, then \(name)", answers: [[published], answer], outcomes: ["✓ a", forbidden])
        }
        + [
            Example(testDescription: "public", answers: [[published], [published]], outcomes: ["✓ a", "✓ a"]),
            Example(testDescription: "private, then public", answers: [[localhost], [published]], outcomes: [forbidden, "✓ a"]),
            Example(testDescription: "public and private at once", answers: [[published, localhost, .four(inner)]], outcomes: ["✓ a"]),
            Example(testDescription: "private and public at once", answers: [[localhost, .four(inner), published]], outcomes: ["✓ a"]),
            Example(
                testDescription: "a public one that is closed, and private ones", answers: [[closed, localhost, six([1])]],
                outcomes: ["✗ a"]),
        ]

    @Test(arguments: examples) func `a name that comes to stand for a private address is not connected to`(example: Example) async throws {
        let program = try Program()
        try await inPrivate {
            let world = try World(Self.privateAddresses) { _ in .ok(Wire.rss(count: 1)) }
            try program.configure(["a: {url: \"http://wire.example:\(world.port)/feed\", allow_private: false}"])
            for (answer, outcome) in zip(example.answers, example.outcomes) {
                world.says(answer)
                let ending = try program.runToEnd(["fetch", "--plain", "--force"])
                #expect(ending.output.contains(outcome), "\(ending.output)\(ending.messages)")
                #expect(ending.cost.isBounded, "\(ending.cost)")
            }
            #expect(world.privateConnections == 0)
            world.stop()
        }
    }

    @Test(arguments: ["/elsewhere", "/robots.txt"]) func `nor is one that does so between two requests of one poll`(path: String)
        async throws
    {
        let program = try Program()
        try await inPrivate {
            let world = try World(Self.privateAddresses) { request in
                // To a name that nobody has asked for yet, so that no answer is remembered.
                let port = request["Host"]?.split(separator: ":").last ?? ""
                return .redirect(to: "http://other.example:\(port)\(path)")
            }
            world.says([Self.published])
            world.saysOfOthers([Self.localhost])
            let robots = path == "/robots.txt" ? ", respect_robots: true" : ""
            try program.configure(["a: {url: \"http://wire.example:\(world.port)/feed\", allow_private: false\(robots)}"])
            let ending = try program.runToEnd(["fetch", "--plain", "--force"])
            #expect(ending.output.contains(Self.forbidden) && ending.status == 77, "\(ending.output)\(ending.messages)")
            #expect(ending.cost.isBounded, "\(ending.cost)")
            #expect(world.privateConnections == 0 && world.requests == 1)
            world.stop()
        }
    }

    private func inPrivate(_ body: @escaping @Sendable () throws -> Void) async throws {
        try await Program.aside { try PrivateNetwork.run(addresses: [Self.publicAddress] + Self.privateAddresses, body) }
    }

    /// The publisher at a public address, what must not be reached at private ones, all on one port, and the name server.
    private final class World: Sendable {
        private let publisher: LoopbackServer
        private let secrets: [LoopbackServer]
        private let names: NameServer
        private let said: Said

        var port: UInt16 { publisher.port }
        var privateConnections: Int { secrets.map(\.connectionCount).reduce(0, +) }
        var requests: Int { publisher.requests.count }

        init(_ privateAddresses: [UInt32], answer: @escaping @Sendable (Request) -> Reply) throws {
            let here = try LoopbackServer.start { _ in .ok("secret") }
            let port = here.port
            secrets = try [here] + privateAddresses.map { try LoopbackServer.start(at: $0, port: port) { _ in .ok("secret") } }
            publisher = try LoopbackServer.start(at: HostileNameTests.publicAddress, port: port, answer)
            let said = Said()
            self.said = said
            names = try NameServer.start { name in said.records.withLock { $0[name == "wire.example" ? 0 : 1] } }
        }

        func says(_ records: [NameRecord]) { said.records.withLock { $0[0] = records } }
        func saysOfOthers(_ records: [NameRecord]) { said.records.withLock { $0[1] = records } }
        func stop() { names.stop() }
    }

    /// What the name server says of the feed's host, and of all others.
    private final class Said: Sendable {
        let records = Mutex<[[NameRecord]]>([[], []])
    }
}

import Testing

// SPDX-License-Identifier: Apache-2.0
@testable import Articles

struct SHA256Tests {
    /// The vectors of FIPS 180-4's examples.
    @Test(arguments: [
        (message: "", digest: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (message: "abc", digest: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            message: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            digest: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `gives the standard's digests`(example: (message: String, digest: String)) {
        #expect(SHA256.hex(example.message.utf8) == example.digest)
    }

    /// Lengths around the padding's edges, and a long message; expected values computed with OpenSSL.
    @Test(arguments: [
        (count: 55, digest: "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
        (count: 56, digest: "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
        (count: 64, digest: "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
        (count: 100_000, digest: "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee"),
    ])
    func `pads messages of every length`(example: (count: Int, digest: String)) {
        #expect(SHA256.hex(repeatElement(UInt8(ascii: "a"), count: example.count)) == example.digest)
    }

    @Test func `the digest has 32 bytes`() {
        #expect(SHA256.digest("abc".utf8).count == 32)
        #expect(SHA256.digest("abc".utf8).prefix(4) == [0xba, 0x78, 0x16, 0xbf])
    }

    @Test func `the processor's instructions and the others come to the same`() {
        let message = (0..<64 * 5).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
        var (one, other) = (SHA256State.initial, SHA256State.initial)
        one.absorb(message.span)
        for start in stride(from: 0, to: message.count, by: 64) { other.absorb(block: message.span.extracting(start..<start + 64)) }
        #expect(one.bytes == other.bytes)
    }
}

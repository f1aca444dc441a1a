// SPDX-License-Identifier: Apache-2.0

/// SHA-256 (FIPS 180-4), for fingerprints of text; no secret ever passes through it (docs/decisions/0008-own-sha256.md).
public enum SHA256 {
    /// The digest of `bytes`: 32 bytes.
    public static func digest(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        state(behind: Array(bytes)).bytes
    }

    /// The digest of `bytes` in lower-case hexadecimal: 64 characters.
    public static func hex(_ bytes: some Sequence<UInt8>) -> String {
        Hexadecimal.text(state(behind: Array(bytes)).words.span)
    }
}

extension SHA256 {
    private static func state(behind message: [UInt8]) -> SHA256State {
        let message = message.span
        var state = SHA256State.initial
        let rest = message.count % SHA256State.blockSize
        state.absorb(message.extracting(droppingLast: rest))
        absorbEnd(message.extracting(last: rest), of: message.count, into: &state)
        return state
    }

    /// §5.1.1: a 1 bit, zeros, and the length in bits fill the last block, or two.
    private static func absorbEnd(_ rest: Span<UInt8>, of count: Int, into state: inout SHA256State) {
        var blocks = InlineArray<128, UInt8>(repeating: 0)
        for index in rest.indices { blocks[index] = rest[index] }
        blocks[rest.count] = 0x80
        let length = rest.count + 9 <= SHA256State.blockSize ? SHA256State.blockSize : 2 * SHA256State.blockSize
        var bits = UInt64(count) &* 8
        for index in (length - 8..<length).reversed() {
            blocks[index] = UInt8(truncatingIfNeeded: bits)
            bits >>= 8
        }
        state.absorb(blocks.span.extracting(first: length))
    }
}

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
        var state = SHA256State.initial
        let whole = message.count / SHA256State.blockSize * SHA256State.blockSize
        state.absorb(message.span.extracting(first: whole))
        state.absorb(lastBlocks(message[whole...], of: message.count).span)
        return state
    }

    /// §5.1.1: a 1 bit, zeros, and the length in bits fill the last block.
    private static func lastBlocks(_ rest: ArraySlice<UInt8>, of count: Int) -> [UInt8] {
        let size = SHA256State.blockSize
        let bits = UInt64(count) &* 8
        let length = (rest.count + 8) / size * size + size
        var blocks: [UInt8] = []
        blocks.append(addingCapacity: length) { blocks in
            for byte in rest { blocks.append(byte) }
            blocks.append(0x80)
            blocks.append(repeating: 0, count: length - rest.count - 9)
            for shift in stride(from: 56, through: 0, by: -8) { blocks.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift))) }
        }
        return blocks
    }
}

// SPDX-License-Identifier: Apache-2.0

/// The last bytes of a gzip body as they came, which say how long the body is when it is whole.
///
/// libcurl takes a stream that was cut short for a good one. Its tail then is in the middle of the data, and the length that it seems
/// to hold is not the length of what was unpacked.
struct GzipTail {
    private var last: UInt32 = 0
    private var isEmpty = true

    /// Takes the last four bytes, or fewer if no more came, of what came at once.
    mutating func take(_ bytes: [UInt8]) {
        isEmpty = isEmpty && bytes.isEmpty
        // RFC 1952 §2.3.1: ISIZE, the low 32 bits of the length, with the lowest byte first.
        for byte in bytes { last = last >> 8 | UInt32(byte) << 24 }
    }

    /// Whether a body of `length` unpacked bytes is whole. A body that did not come can't be cut.
    func confirms(_ length: Int) -> Bool {
        isEmpty || last == UInt32(truncatingIfNeeded: length)
    }
}

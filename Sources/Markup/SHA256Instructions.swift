// SPDX-License-Identifier: Apache-2.0
import CSHA256

/// The processor's own instructions for SHA-256: ten times as fast as any others, where there are any.
public enum SHA256Instructions {
    /// The processor has them.
    public static let areThere = csha256_is_there() != 0

    /// Absorbs whole blocks of 64 bytes into the eight words of a state (FIPS 180-4 §6.2.2); only where `areThere` says so.
    public static func absorb(_ blocks: Span<UInt8>, into state: inout InlineArray<8, UInt32>, constants: Span<UInt32>) {
        precondition(areThere, "the instructions are only called where the processor has them")
        var words = state.mutableSpan
        unsafe words.withUnsafeMutableBufferPointer { words in
            unsafe constants.withUnsafeBufferPointer { constants in
                unsafe blocks.withUnsafeBufferPointer { blocks in
                    unsafe csha256_absorb(words.baseAddress, constants.baseAddress, blocks.baseAddress, blocks.count / 64)
                }
            }
        }
    }
}

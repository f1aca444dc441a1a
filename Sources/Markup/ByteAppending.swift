// SPDX-License-Identifier: Apache-2.0

extension [UInt8] {
    /// Appends a literal; of its `utf8` an iterator would have to be made.
    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { unsafe append(copying: $0) }
    }

    /// Appends a copy of `piece`. Most pieces are a few bytes long, and `append(contentsOf:)` takes a hundred instructions to begin.
    mutating func append(copying piece: UnsafeBufferPointer<UInt8>) {
        // Appending nothing to an empty array would write into the storage that all empty arrays share.
        guard !piece.isEmpty else { return }
        append(addingCapacity: piece.count) { unsafe $0.append(copying: piece) }
    }
}

extension OutputSpan<UInt8> {
    /// Appends a copy of `piece`, for which there must be room.
    public mutating func append(copying piece: Span<UInt8>) {
        unsafe piece.withUnsafeBufferPointer { unsafe append(copying: $0) }
    }

    /// Appends a copy of `piece`, for which there must be room.
    @inline(__always)
    mutating func append(copying piece: UnsafeBufferPointer<UInt8>) {
        precondition(piece.count <= freeCapacity, "whoever appends has asked for the room")
        unsafe withUnsafeMutableBufferPointer { room, count in
            guard let target = room.baseAddress, let source = piece.baseAddress else { return }
            unsafe (target + count).initialize(from: source, count: piece.count)
            count += piece.count
        }
    }
}

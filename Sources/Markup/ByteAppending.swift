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

extension OutputSpan<UInt8> {
    /// Appends what `body` does with the cursor.
    @inline(__always)
    mutating func write(_ body: (inout ByteCursor) -> Void) {
        unsafe withUnsafeMutableBufferPointer { room, count in
            var cursor = unsafe ByteCursor(room, position: count)
            body(&cursor)
            count = cursor.position
        }
    }
}

/// Appends short pieces one after the other; its place is at hand, where an `OutputSpan` stores and loads its count for each byte.
@safe
struct ByteCursor {
    private let room: UnsafeMutableBufferPointer<UInt8>
    private(set) var position: Int

    @inline(__always)
    init(_ room: UnsafeMutableBufferPointer<UInt8>, position: Int) {
        unsafe self.room = room
        self.position = position
    }

    /// Appends a byte, for which there must be room.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        precondition(unsafe position < room.count, "whoever appends has asked for the room")
        unsafe room[position] = byte
        position += 1
    }

    /// Appends a copy of `piece`, for which there must be room.
    @inline(__always)
    mutating func append(copying piece: UnsafeBufferPointer<UInt8>) {
        precondition(unsafe piece.count <= room.count - position, "whoever appends has asked for the room")
        guard let target = unsafe room.baseAddress, let source = piece.baseAddress else { return }
        unsafe (target + position).initialize(from: source, count: piece.count)
        position += piece.count
    }
}

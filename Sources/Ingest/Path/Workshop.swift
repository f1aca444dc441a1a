// SPDX-License-Identifier: Apache-2.0

/// Where documents are read, normalized and committed: so many bytes of them at a time that what is made of them fits into memory.
///
/// Those that wait outside are nothing but their bytes yet.
actor Workshop {
    /// Bytes of documents that may be inside together; what is made of them takes some ten times as much.
    static let room = 2 << 20

    private var inside = 0
    private var waiting: [(bytes: Int, turn: CheckedContinuation<Void, Never>)] = []

    /// Returns when there is room; who comes first goes in first. Each entry must be followed by a `leave` of as many bytes.
    func enter(_ bytes: Int) async {
        guard !waiting.isEmpty || !fits(bytes) else {
            inside += bytes
            return
        }
        await withCheckedContinuation { waiting.append((bytes, $0)) }
    }

    /// Makes room, and lets in whoever comes next.
    func leave(_ bytes: Int) {
        inside -= bytes
        while let first = waiting.first, fits(first.bytes) {
            inside += first.bytes
            waiting.removeFirst().turn.resume()
        }
    }

    /// A document larger than all the room goes in alone.
    private func fits(_ bytes: Int) -> Bool { inside == 0 || inside + bytes <= Self.room }
}

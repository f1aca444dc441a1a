// SPDX-License-Identifier: Apache-2.0
public import FoundationEssentials

/// What a publisher says of a feed's new address (RFC 9110 §15.4.2, §15.4.9), and how often it was said.
public struct Move: Hashable, Sendable {
    /// The new address.
    public var target: String
    /// Polls in a row that were led there for good.
    public var sightings: Int
    /// The first of them.
    public var since: Date

    /// Sightings that a move is believed after.
    public static let enough = 3
    /// The time that must lie between the first sighting and the one that is believed: a mistake of an afternoon moves nobody.
    public static let proof: Duration = .seconds(86_400)

    /// A move that was seen for the first time.
    public init(to target: String, at time: Date) {
        self.target = target
        sightings = 1
        since = time
    }

    /// The move after one more sighting of `target`; another target than before begins anew.
    public func seen(_ target: String, at time: Date) -> Move {
        guard target == self.target else { return Move(to: target, at: time) }
        var move = self
        // More than enough need not be counted.
        move.sightings = min(sightings + 1, Move.enough)
        return move
    }

    /// Whether it was said often enough and for long enough.
    public func isCertain(at time: Date) -> Bool {
        sightings >= Move.enough && time.timeIntervalSince(since) >= Double(Move.proof.components.seconds)
    }
}

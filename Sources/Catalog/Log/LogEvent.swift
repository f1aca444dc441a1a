// SPDX-License-Identifier: Apache-2.0

/// One event of the ingestion log, before it has a number.
public struct LogEvent: Hashable, Sendable {
    /// The event's word: `story`, `poll`, `failed`…
    public var ev: String
    /// The feed's name; absent for events of the whole daemon.
    public var feed: String?
    /// What belongs to the event, in the order written.
    public var members: [Member]

    /// A name and its value.
    public struct Member: Hashable, Sendable {
        /// In the log's own vocabulary; a name is never used again for something else.
        public var name: String
        /// The value as written.
        public var value: Value
    }

    /// A member's value.
    public enum Value: Hashable, Sendable {
        /// Any text; long ones are cut where the line would become too long.
        case text(String)
        /// A whole number.
        case number(Int)
        /// Any other number.
        case decimal(Double)
    }

    /// An event without members.
    public init(_ ev: String, feed: String? = nil) {
        self.ev = ev
        self.feed = feed
        self.members = []
    }
}

extension LogEvent {
    /// The event with one more member, or as it is when the text is absent.
    public consuming func with(_ name: String, _ text: String?) -> LogEvent { adding(name, text.map(Value.text)) }

    /// The event with one more member, or as it is when the number is absent.
    public consuming func with(_ name: String, _ number: Int?) -> LogEvent { adding(name, number.map(Value.number)) }

    /// The event with one more member, or as it is when the number is absent.
    public consuming func with(_ name: String, _ number: Double?) -> LogEvent { adding(name, number.map(Value.decimal)) }

    private consuming func adding(_ name: String, _ value: Value?) -> LogEvent {
        guard let value else { return self }
        var event = self
        event.members.append(Member(name: name, value: value))
        return event
    }
}

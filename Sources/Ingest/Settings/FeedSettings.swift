// SPDX-License-Identifier: Apache-2.0

/// One feed to poll, and everything that is particular to it; `defaults` are applied.
@dynamicMemberLookup
public struct FeedSettings: Sendable, Hashable {
    /// The file and line of the configuration that name the feed.
    public struct Place: Sendable, Hashable {
        /// As in messages: given on the command line, or found by `include`.
        public var file: String
        /// From 1.
        public var line: Int

        /// A line of a file.
        public init(file: String, line: Int) {
            self.file = file
            self.line = line
        }
    }

    /// The name in the configuration, the log and the status.
    public var name: String
    /// An http, https or absolute file URL.
    public var url: String
    /// Where the feed is configured.
    public var place: Place
    /// Many other feeds have the same host.
    var isOnBusyHost = false
    /// Everything that `defaults` may say too: most of ten thousand feeds have it in common.
    private var terms = Self.standardTerms

    private static let standardTerms = Shared(FeedTerms())

    /// A feed with the defaults of every other key.
    public init(name: String, url: String, place: Place = Place(file: "", line: 0)) {
        self.name = name
        self.url = url
        self.place = place
    }

    /// The feed's own value of a key, or the common one.
    public subscript<Value: Equatable>(dynamicMember path: WritableKeyPath<FeedTerms, Value>) -> Value {
        get { terms[path] }
        set { terms[path] = newValue }
    }
}

extension FeedSettings {
    /// One request header.
    public struct Header: Sendable, Hashable {
        /// The field's name.
        public var name: String
        /// The field's value; it may be a secret.
        public var value: String

        /// A header field.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }
}

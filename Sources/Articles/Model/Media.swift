// SPDX-License-Identifier: Apache-2.0

extension Article {
    /// One picture, film or sound of a story, with its caption and credit.
    public struct Media: Hashable, Sendable, Codable {
        public enum Kind: String, Hashable, Sendable, Codable { case picture, video, audio, document }

        /// The asset's main address; absent for a caption without a picture.
        public var uri: String?
        public var kind: Kind
        public var caption: String?
        public var credit: Credit?
        public var rights: String?
        public var renditions: [Rendition]?

        public init(uri: String? = nil, kind: Kind, caption: String? = nil, credit: Credit? = nil) {
            self.uri = uri
            self.kind = kind
            self.caption = caption
            self.credit = credit
        }
    }

    /// One form of an asset.
    public struct Rendition: Hashable, Sendable, Codable {
        public var href: String
        public var type: String?
        /// Pixels.
        public var width: Int?
        /// Pixels.
        public var height: Int?
        public var bytes: Int?
        /// Seconds.
        public var duration: Double?
        /// `original`, `thumbnail`, `rendition2`…
        public var name: String

        public init(href: String, name: String) {
            self.href = href
            self.name = name
        }
    }
}

/// Who took a picture and for whom: `(Xinhua/Ammar Safarjalani)`.
public struct Credit: Hashable, Sendable, Codable {
    /// As it stood in the text.
    public var raw: String
    public var person: String?
    /// The agency as written.
    public var agency: String?

    public init(raw: String, person: String? = nil, agency: String? = nil) {
        self.raw = raw
        self.person = person
        self.agency = agency
    }
}

// SPDX-License-Identifier: Apache-2.0

extension Article {
    /// One picture, film or sound of a story, with its caption and credit.
    public struct Media: Hashable, Sendable, Codable {
        /// What an asset is: dc:type, the medium or the media type says so; whatever else is attached is a document.
        public enum Kind: String, Hashable, Sendable, Codable { case picture, video, audio, document }

        /// The asset's main address; absent for a caption without a picture.
        public var uri: String?
        /// What the asset is; a caption alone counts as a picture.
        public var kind: Kind
        /// `media:description`, else `media:title`, else the body's caption; never part of the article's text.
        public var caption: String?
        /// Who made the asset and for whom, where an element or the caption says so.
        public var credit: Credit?
        /// `media:copyright` of this asset, as sent.
        public var rights: String?
        /// The forms of the asset, the main one first, at most 32; absent for a caption without a picture.
        public var renditions: [Rendition]?

        /// An asset of which nothing but its kind need be known.
        public init(
            uri: String? = nil, kind: Kind, caption: String? = nil, credit: Credit? = nil, rights: String? = nil,
            renditions: [Rendition]? = nil
        ) {
            self.uri = uri
            self.kind = kind
            self.caption = caption
            self.credit = credit
            self.rights = rights
            self.renditions = renditions
        }
    }

    /// One form of an asset.
    public struct Rendition: Hashable, Sendable, Codable {
        /// The absolute web address, as sent.
        public var href: String
        /// The media type that the publisher states.
        public var type: String?
        /// Pixels.
        public var width: Int?
        /// Pixels.
        public var height: Int?
        /// The size as the publisher states it, above 0; it was not measured.
        public var bytes: Int?
        /// Seconds.
        public var duration: Double?
        /// `original`, `thumbnail`, `rendition2`…
        public var name: String

        /// A rendition of which only the address is known.
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
    /// A person's name as written; never inferred from the words of the caption.
    public var person: String?
    /// The agency as written.
    public var agency: String?

    /// A credit; without person and agency it is one that could not be taken apart.
    public init(raw: String, person: String? = nil, agency: String? = nil) {
        self.raw = raw
        self.person = person
        self.agency = agency
    }
}

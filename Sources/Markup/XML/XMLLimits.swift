// SPDX-License-Identifier: Apache-2.0

/// How much one document may cost; beyond any of these it is abandoned.
public struct XMLLimits: Hashable, Sendable {
    /// Bytes of UTF-8.
    public var bytes = 16 << 20
    /// Elements inside one another.
    public var depth = 128
    /// Elements in all.
    public var elements = 200_000
    /// Attributes and namespace declarations of one element.
    public var attributes = 256
    /// Text may exceed the bytes read by this much; more means that entities multiply.
    public var amplification = 64 << 10
    /// Bytes that may pass without any event: the largest CDATA section, comment or tag.
    public var silence = 512 << 10
    /// Time of the thread's processor.
    public var processorTime: Duration = .seconds(2)

    /// The hardened profile.
    public init() {}
}

/// Why a document could not be read to its end.
public enum XMLFault: Error, Hashable, Sendable {
    /// The XML rules are broken; the reason is libxml2's, in one line.
    case malformed(reason: String, line: Int)
    /// An entity or DTD refers to something that isn't in the document; only `XMLRepair` reads it.
    case undefinedEntity(String)
    /// It declares entities, attributes or elements of its own, as only attacks and SGML do.
    case declaration
    case limit(Limit)

    /// The limit that was reached, named as in logs.
    public enum Limit: String, Hashable, Sendable {
        case bytes = "too-large"
        case depth = "too-deep"
        case elements = "too-many-elements"
        case attributes = "too-many-attributes"
        case amplification = "amplified"
        case silence = "token-too-long"
        case processorTime = "too-slow"
    }
}

// SPDX-License-Identifier: Apache-2.0
import CLibXML2

/// Reads an XML document event by event, within hard limits and without ever opening anything else.
///
/// libxml2's push parser fills a tape chunk by chunk; `next()` steps along it. What an event carries (its name, attributes and
/// text) can be asked for until the next step. `@safe`: the pointers are allocated here, freed in `deinit`, and never handed out.
@safe public final class XMLReader {
    /// What the reader stands at.
    public enum Event: Hashable, Sendable {
        /// A start tag; its end follows, also for `<a/>`.
        case start
        /// A run of text: all of it, or a piece.
        case text
        case end
        /// The document was read to its end.
        case finish
    }

    /// How many elements are open, the one whose start tag the reader stands at included.
    public var depth: Int { level }

    private var level = 0
    private let bytes: [UInt8]
    private let limits: XMLLimits
    private let sink: UnsafeMutablePointer<XMLEventSink>
    private let parser: xmlParserCtxtPtr?
    private let processor: ProcessorBudget
    private var fed: Int
    private var isFinished = false
    private var position = 0
    /// The tape's events after the current start tag that are its attributes.
    private var attributes = 0..<0
    /// The event that the reader stands at; before the first step, the tape's blank first one.
    private var current = 0

    private static let chunk = 8192

    /// - Parameter bytes: valid UTF-8 (`DecodedDocument.bytes`); the XML declaration's encoding is ignored.
    public init(_ bytes: [UInt8], vocabulary: XMLVocabulary, limits: XMLLimits = XMLLimits()) {
        XMLCallbacks.prepared
        self.bytes = bytes
        self.limits = limits
        processor = ProcessorBudget(limits.processorTime)
        fed = Self.lengthOfDeclaration(bytes)
        unsafe sink = .allocate(capacity: 1)
        unsafe sink.initialize(to: XMLEventSink(vocabulary: vocabulary, limits: limits))
        var handler = unsafe XMLCallbacks.handler()
        unsafe parser = xmlCreatePushParserCtxt(&handler, sink, nil, 0, nil)
        unsafe sink.pointee.attach(parser)
        if let parser = unsafe parser {
            unsafe _ = xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
        }
        if bytes.count > limits.bytes { unsafe sink.pointee.fail(.limit(.bytes)) }
    }

    deinit {
        if let parser = unsafe parser {
            if let document = unsafe parser.pointee.myDoc { unsafe xmlFreeDoc(document) }
            unsafe xmlFreeParserCtxt(parser)
        }
        unsafe sink.deinitialize(count: 1)
        unsafe sink.deallocate()
    }

    /// Prefixes that the document uses without declaring them, up to 16.
    public var undeclaredPrefixes: Set<String> { unsafe sink.pointee.undeclaredPrefixes }

    /// The vocabulary's number for the default namespace that the root element declares; 0 for none or an unknown one.
    public var rootDefaultNamespace: UInt8 { unsafe sink.pointee.rootDefaultNamespace }

    /// Steps to the next event; throws once the document breaks a rule or a limit, and everything before it has been handed out.
    public func next() throws(XMLFault) -> Event {
        while unsafe position == sink.pointee.tape.eventCount {
            guard !isFinished else { return .finish }
            if let fault = unsafe sink.pointee.fault { throw fault }
            feed()
        }
        current = position
        position += 1
        switch unsafe sink.pointee.tape.events[current].kind {
        case .text: return .text
        case .end:
            level -= 1
            return .end
        case .start, .attribute:
            level += 1
            readAttributes()
            return .start
        }
    }

    /// The vocabulary's number for the namespace of the start tag; 0 for none or an unknown one.
    public var namespace: UInt8 { unsafe sink.pointee.tape.events[current].namespace }

    /// The vocabulary's number for the local name of the start tag; 0 for an unknown one.
    public var name: UInt8 { unsafe sink.pointee.tape.events[current].name }

    /// True when the start tag has a prefix.
    public var hasPrefix: Bool { unsafe sink.pointee.tape.events[current].prefix != nil }

    /// The local name of the start tag as written.
    public var localName: String { unsafe Self.string(sink.pointee.tape.events[current].localName) }

    /// True when the text that the reader stands at is followed at once by the end of its element.
    public var isTextLast: Bool {
        unsafe position < sink.pointee.tape.eventCount && sink.pointee.tape.events[position].kind == .end
    }

    /// Calls `body` with the current text, where it stands.
    public func withText<Result>(_ body: (UTF8Span) -> Result) -> Result {
        unsafe body(UTF8Span(unchecked: value(at: current).span))
    }

    /// Appends the current text to `buffer`.
    public func appendText(to buffer: inout ValidText) {
        unsafe buffer.append(valid: value(at: current))
    }

    /// The number of attributes of the start tag.
    public var attributeCount: Int { attributes.count }

    /// The numbers of an attribute's namespace and name.
    public func attributeName(at index: Int) -> (namespace: UInt8, name: UInt8) {
        guard let event = unsafe attribute(at: index) else { return (0, 0) }
        return unsafe (event.namespace, event.name)
    }

    /// The local name of an attribute as written.
    public func attributeLocalName(at index: Int) -> String {
        guard let event = unsafe attribute(at: index) else { return "" }
        return unsafe Self.string(event.localName)
    }

    /// Calls `body` with an attribute's value, where it stands, with its references decoded; nil where there is no such attribute.
    public func withAttributeValue<Result>(at index: Int, _ body: (UTF8Span) -> Result) -> Result? {
        guard attributes.indices.contains(attributes.lowerBound + index) else { return nil }
        return unsafe body(UTF8Span(unchecked: value(at: attributes.lowerBound + index).span))
    }

    /// An attribute's value with its references decoded.
    public func attributeValue(at index: Int) -> String {
        guard attributes.indices.contains(attributes.lowerBound + index) else { return "" }
        return unsafe String(decoding: value(at: attributes.lowerBound + index), as: UTF8.self)
    }
}

extension XMLReader {
    private func feed() {
        unsafe sink.pointee.tape.rewind()
        position = 0
        attributes = 0..<0
        guard let parser = unsafe parser else { return unsafe sink.pointee.fail(.malformed(reason: "out of memory", line: 0)) }
        let end = min(fed + Self.chunk, bytes.count)
        let isLast = end == bytes.count
        unsafe sink.pointee.fed += end - fed
        unsafe bytes[fed..<end].withUnsafeBytes { piece in
            let start = unsafe piece.baseAddress?.assumingMemoryBound(to: CChar.self)
            unsafe _ = xmlParseChunk(parser, start, Int32(piece.count), isLast ? 1 : 0)
        }
        fed = end
        isFinished = unsafe isLast && sink.pointee.fault == nil
        checkProgress(isLast: isLast)
    }

    private func checkProgress(isLast: Bool) {
        if unsafe sink.pointee.fed - sink.pointee.fedAtLatestEvent > limits.silence { unsafe sink.pointee.fail(.limit(.silence)) }
        if !isLast, processor.isSpent { unsafe sink.pointee.fail(.limit(.processorTime)) }
    }

    private func readAttributes() {
        var end = position
        while unsafe end < sink.pointee.tape.eventCount && sink.pointee.tape.events[end].kind == .attribute { end += 1 }
        attributes = position..<end
        position = end
    }

    private func attribute(at index: Int) -> XMLTape.Event? {
        guard attributes.indices.contains(attributes.lowerBound + index) else { return nil }
        return unsafe sink.pointee.tape.events[attributes.lowerBound + index]
    }

    private func value(at index: Int) -> UnsafeBufferPointer<UInt8> {
        let event = unsafe sink.pointee.tape.events[index]
        return unsafe UnsafeBufferPointer(start: sink.pointee.tape.text.advanced(by: event.offset), count: event.count)
    }

    private static func string(_ name: UnsafePointer<UInt8>?) -> String {
        guard let name = unsafe name else { return "" }
        return unsafe String(cString: name)
    }

    /// The declaration says only what is known already, and broken ones are common: it is skipped.
    private static func lengthOfDeclaration(_ bytes: [UInt8]) -> Int {
        guard bytes.starts(with: "<?xml".utf8), bytes.count > 5, bytes[5] <= 0x20 else { return 0 }
        guard let end = bytes.prefix(1024).firstIndex(of: UInt8(ascii: ">")) else { return 0 }
        return end + 1
    }
}

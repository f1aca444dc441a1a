// SPDX-License-Identifier: Apache-2.0
import CLibXML2

/// Where libxml2's callbacks put what they are told: counts against the limits first, and then onto the tape.
///
/// `@safe`: the parser that it points to owns the callbacks that reach it, and is freed by the reader that owns both.
@safe struct XMLEventSink: ~Copyable {
    var tape = XMLTape()
    private(set) var fault: XMLFault?
    private(set) var rootDefaultNamespace: UInt8 = 0
    private(set) var undeclaredPrefixes: Set<String> = []
    /// Bytes given to the parser so far, and how many of them at the latest event.
    var fed = 0
    private(set) var fedAtLatestEvent = 0
    private(set) var depth = 0

    /// The parser that feeds this sink: it is stopped in the middle of a chunk, since a chunk can hold an attack.
    private var parser: xmlParserCtxtPtr?
    private let vocabulary: XMLVocabulary
    private let limits: XMLLimits
    private var names = XMLNameCache()
    private var addresses = XMLNameCache()
    private var prefixes = XMLNameCache()
    private var elements = 0
    private var delivered = 0

    init(vocabulary: XMLVocabulary, limits: XMLLimits) {
        self.vocabulary = vocabulary
        self.limits = limits
    }

    /// - Parameter parser: must live as long as the sink.
    mutating func attach(_ parser: xmlParserCtxtPtr?) {
        unsafe self.parser = parser
    }

    /// Stops at the first fault; the later ones follow from it.
    mutating func fail(_ fault: XMLFault) {
        guard self.fault == nil else { return }
        self.fault = fault
        guard let parser = unsafe parser else { return }
        guard case .malformed = fault else { return unsafe xmlStopParser(parser) }
        // Inside its error handler libxml2 still holds on to the input that `xmlStopParser` frees. Without this it reads a comment on
        // to its end, and copies all of it for each of its errors: 200 KB of `<!--` take eight seconds.
        unsafe parser.pointee.disableSAX = 1
        unsafe parser.pointee.instate = XML_PARSER_EOF
    }

    mutating func start(
        _ localName: UnsafePointer<UInt8>, prefix: UnsafePointer<UInt8>?, address: UnsafePointer<UInt8>?, declarations: Int, attributes: Int
    ) {
        elements += 1
        depth += 1
        fedAtLatestEvent = fed
        if elements > limits.elements { fail(.limit(.elements)) }
        if depth > limits.depth { fail(.limit(.depth)) }
        if declarations + attributes > limits.attributes { fail(.limit(.attributes)) }
        guard fault == nil else { return }
        let event = unsafe event(.start, localName, prefix: prefix, address: address)
        unsafe tape.append(event)
    }

    /// Notes the namespaces that the root element declares, each a prefix (nil for the default one) and an address.
    mutating func declare(_ namespaces: UnsafeBufferPointer<UnsafePointer<UInt8>?>) {
        guard fault == nil else { return }
        for index in stride(from: 0, to: namespaces.count - 1, by: 2) {
            guard unsafe namespaces[index] == nil, let address = unsafe namespaces[index + 1] else { continue }
            let vocabulary = vocabulary
            rootDefaultNamespace = unsafe addresses.number(of: address) { unsafe vocabulary.address($0) }
        }
    }

    mutating func attribute(
        _ localName: UnsafePointer<UInt8>, prefix: UnsafePointer<UInt8>?, address: UnsafePointer<UInt8>?, value: UnsafeBufferPointer<UInt8>
    ) {
        guard fault == nil else { return }
        let event = unsafe event(.attribute, localName, prefix: prefix, address: address)
        unsafe tape.append(attribute: event, value: value)
    }

    mutating func end() {
        depth -= 1
        fedAtLatestEvent = fed
        guard fault == nil else { return }
        unsafe tape.append(XMLTape.Event(kind: .end, namespace: 0, name: 0, offset: 0, count: 0, localName: nil, prefix: nil))
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        fedAtLatestEvent = fed
        delivered += bytes.count
        if delivered > fed + limits.amplification { fail(.limit(.amplification)) }
        guard fault == nil else { return }
        unsafe tape.append(text: bytes)
    }

    /// A comment or an instruction: nothing to report but that the parser gets on.
    mutating func pass() {
        fedAtLatestEvent = fed
    }

    private mutating func event(
        _ kind: XMLTape.Kind, _ localName: UnsafePointer<UInt8>, prefix: UnsafePointer<UInt8>?, address: UnsafePointer<UInt8>?
    ) -> XMLTape.Event {
        let vocabulary = vocabulary
        let name = unsafe names.number(of: localName) { unsafe vocabulary.name($0) }
        var namespace: UInt8 = 0
        if let address = unsafe address {
            namespace = unsafe addresses.number(of: address) { unsafe vocabulary.address($0) }
        } else if let prefix = unsafe prefix {
            namespace = unsafe prefixes.number(of: prefix) { unsafe vocabulary.prefix($0) }
            if undeclaredPrefixes.count < 16 { unsafe undeclaredPrefixes.insert(String(cString: prefix)) }
        }
        return unsafe XMLTape.Event(
            kind: kind, namespace: namespace, name: name, offset: 0, count: 0, localName: localName, prefix: prefix)
    }
}

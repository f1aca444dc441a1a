// SPDX-License-Identifier: Apache-2.0
import CLibXML2

/// libxml2's view of an `XMLEventSink`: two-line trampolines, free of actors, of allocation and of reference counting.
enum XMLCallbacks {
    typealias Sink = UnsafeMutablePointer<XMLEventSink>

    /// Once a process: libxml2's tables, and a loader that opens nothing, whatever a document asks for.
    static let prepared: Void = {
        xmlInitParser()
        unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
    }()

    /// The handler of the hardened profile: declarations stop the parser, and entities are never asked of anyone.
    static func handler() -> xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.startElementNs = start
        unsafe handler.endElementNs = { sink, _, _, _ in unsafe XMLCallbacks.sink(sink)?.pointee.end() }
        unsafe handler.characters = text
        unsafe handler.cdataBlock = text
        unsafe handler.ignorableWhitespace = text
        unsafe handler.comment = { sink, _ in unsafe XMLCallbacks.sink(sink)?.pointee.pass() }
        unsafe handler.processingInstruction = { sink, _, _ in unsafe XMLCallbacks.sink(sink)?.pointee.pass() }
        unsafe handler.getEntity = { sink, name in
            unsafe XMLCallbacks.sink(sink)?.pointee.fail(.undefinedEntity(XMLCallbacks.word(name)))
            return nil
        }
        unsafe handler.entityDecl = { sink, _, type, publicID, _, _ in
            if unsafe XMLCallbacks.isStandardSet(type, publicID) { return }
            unsafe XMLCallbacks.sink(sink)?.pointee.fail(.declaration)
        }
        unsafe handler.elementDecl = { sink, _, _, _ in unsafe XMLCallbacks.sink(sink)?.pointee.fail(.declaration) }
        unsafe handler.attributeDecl = { sink, _, _, _, _, _, enumeration in
            unsafe xmlFreeEnumeration(enumeration)
            unsafe XMLCallbacks.sink(sink)?.pointee.fail(.declaration)
        }
        unsafe handler.serror = { sink, error in unsafe XMLCallbacks.note(error, in: XMLCallbacks.sink(sink)) }
        return unsafe handler
    }

    private static func sink(_ context: UnsafeMutableRawPointer?) -> Sink? {
        unsafe context?.assumingMemoryBound(to: XMLEventSink.self)
    }

    /// `<!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES …">`: feeds that announce HTML's entities this way are honest, and nothing is loaded.
    private static func isStandardSet(_ type: Int32, _ publicID: UnsafePointer<UInt8>?) -> Bool {
        guard type == Int32(XML_EXTERNAL_PARAMETER_ENTITY.rawValue), let publicID = unsafe publicID else { return false }
        return unsafe String(cString: publicID).hasPrefix("-//W3C//ENTITIES ")
    }

    /// A name of at most 64 code points, for messages: one character can be as long as the document.
    private static func word(_ name: UnsafePointer<UInt8>?) -> String {
        guard let name = unsafe name else { return "" }
        return unsafe String(String(cString: name).unicodeScalars.prefix(64))
    }

    private static let start: startElementNsSAX2Func = {
        context, localName, prefix, address, declarations, namespaces, count, _, attributes in
        guard let sink = unsafe XMLCallbacks.sink(context), let localName = unsafe localName else { return }
        unsafe sink.pointee.start(
            localName, prefix: prefix, address: address, declarations: Int(declarations), attributes: Int(count))
        if unsafe sink.pointee.depth == 1, declarations > 0 {
            unsafe sink.pointee.declare(UnsafeBufferPointer(start: namespaces, count: Int(declarations) * 2))
        }
        guard let attributes = unsafe attributes else { return }
        // Five pointers an attribute: local name, prefix, namespace, the value's start and end.
        for index in 0..<Int(count) {
            let entry = unsafe attributes.advanced(by: index * 5)
            guard let name = unsafe entry[0], let start = unsafe entry[3], let end = unsafe entry[4] else { continue }
            let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
            unsafe sink.pointee.attribute(name, prefix: entry[1], address: entry[2], value: value)
        }
    }

    private static let text: charactersSAXFunc = { context, bytes, count in
        unsafe XMLCallbacks.sink(context)?.pointee.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }

    private static func note(_ error: UnsafePointer<xmlError>?, in sink: Sink?) {
        // Undeclared prefixes and odd namespace names are errors to libxml2, but not fatal ones.
        guard let error = unsafe error?.pointee, unsafe error.level == XML_ERR_FATAL, let message = unsafe error.message else { return }
        let reason = unsafe String(String(cString: message).unicodeScalars.prefix { $0 != "\n" }.prefix(200))
        unsafe sink?.pointee.fail(.malformed(reason: reason, line: Int(error.line)))
    }
}

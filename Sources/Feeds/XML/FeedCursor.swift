// SPDX-License-Identifier: Apache-2.0
import Markup

/// A place in a feed document: steps from child to child, and knows the base address and language in force.
///
/// A child whose text or children are not asked for is skipped as a whole by the next step.
final class FeedCursor {
    /// The vocabulary that the current element belongs to.
    private(set) var namespace = FeedNamespace.unknown
    private(set) var name = FeedName.unknown
    /// What elements without a prefix belong to when their namespace is none or unknown.
    var plainNamespace = FeedNamespace.rss
    /// An element of RSS 0.90, or of Atom 0.3, was met.
    private(set) var hasNetscape = false
    private(set) var hasEarlyAtom = false
    /// What was cut off or put right, each kind once.
    private(set) var notes: Set<String> = []

    let reader: XMLReader
    let source: DocumentSource
    private var scopes: [Scope]
    /// The depth of the innermost scope.
    private var scopeDepth = 0
    /// How many bytes longer resolved addresses may yet get: a long base would else be repeated for each of them.
    private var spare = FeedLimits.resolved

    /// What `xml:base` and `xml:lang` say, from an element of this depth down.
    private struct Scope {
        var depth: Int
        var base: String?
        var language: String?
    }

    init(_ bytes: [UInt8], source: DocumentSource) {
        reader = XMLReader(bytes, vocabulary: FeedName.vocabulary)
        self.source = source
        scopes = [Scope(depth: 0, base: source.url, language: nil)]
    }

    /// The root declares that elements without a prefix are those of RSS 0.90.
    var isRootNetscape: Bool { reader.rootDefaultNamespace == FeedNamespace.netscape.rawValue }
    /// The depth of the current element: the level to give to `nextChild`.
    var depth: Int { reader.depth }
    /// The address that relative URLs here are relative to.
    var base: String? { scopes.last?.base }
    /// The language that `xml:lang` says; nil where nothing does.
    var language: String? { scopes.last?.language }

    /// Steps to the next child of the element at depth `level`, or past its end and returns false.
    func nextChild(of level: Int) throws(XMLFault) -> Bool {
        while true {
            switch try advance() {
            case .start where reader.depth == level + 1:
                identify()
                return true
            case .end where reader.depth < level: return false
            case .finish: return false
            default: continue
            }
        }
    }

    /// Takes `address` for the base of the whole document where nothing else is known.
    func adoptBase(_ address: String?) {
        guard let address, address.isAbsoluteWebAddress else { return }
        for index in scopes.indices where scopes[index].base == nil { scopes[index].base = address }
    }

    /// One event on, with the scopes kept up.
    func advance() throws(XMLFault) -> XMLReader.Event {
        let event = try reader.next()
        switch event {
        case .start where reader.attributeCount > 0:
            for index in 0..<reader.attributeCount { openScope(attribute: index) }
        case .end:
            while scopeDepth > reader.depth { closeScope() }
        default: break
        }
        return event
    }

    /// Makes the start tag that the reader stands at the current element.
    func identify() {
        name = FeedName(rawValue: reader.name) ?? .unknown
        namespace = FeedNamespace(rawValue: reader.namespace) ?? .unknown
        switch namespace {
        case .unknown where !reader.hasPrefix: namespace = plainNamespace
        case .netscape: (namespace, hasNetscape) = (.rss, true)
        case .earlyAtom: (namespace, hasEarlyAtom) = (.atom, true)
        default: break
        }
    }

    /// An attribute of the current start tag without blanks around it; nil when it is absent or empty.
    func attribute(_ name: FeedName) -> String? {
        for index in 0..<reader.attributeCount where reader.attributeName(at: index).name == name.rawValue {
            guard reader.attributeName(at: index).namespace != FeedNamespace.xml.rawValue else { continue }
            return reader.withAttributeValue(at: index) { string($0, limit: FeedLimits.url) } ?? nil
        }
        return nil
    }

    /// An address in an attribute, absolute where the document has a base.
    func address(_ name: FeedName) -> String? {
        attribute(name).map(resolve)
    }

    /// `reference` against the base in force here.
    func resolve(_ reference: String) -> String {
        resolve(reference, against: base)
    }

    /// The text of the current element and everything in it, without blanks around it; nil when there is none.
    func text(limit: Int = FeedLimits.word) throws(XMLFault) -> String? {
        let level = reader.depth
        let field = name
        var text = ValidText()
        while true {
            switch try advance() {
            case .text where text.bytes.isEmpty && reader.isTextLast && reader.depth == level:
                return try wholeText(limit: limit, field: field)
            case .text: append(to: &text, limit: limit, field: field)
            case .end where reader.depth < level: return string(text)
            case .finish: return string(text)
            default: continue
            }
        }
    }

    /// The text that the reader stands at, where it is all of `field`, and on to its end; nil when nothing but blanks is there.
    func wholeText(limit: Int, field: FeedName) throws(XMLFault) -> String? {
        let whole = reader.withText { text in
            if text.count > limit { noteCut(field) }
            return string(text, limit: limit)
        }
        _ = try advance()
        return whole
    }

    /// An address as text, absolute where the document has a base.
    func addressText() throws(XMLFault) -> String? {
        let base = base
        return try text(limit: FeedLimits.url).map { resolve($0, against: base) }
    }

    /// A date as text.
    func date() throws(XMLFault) -> FeedDate? {
        try text().map { FeedDate.read($0, timeZone: source.timeZone) }
    }

    /// The words of an element that is a list by its definition: Apple's `keywords` and RSS's unspecified `tags` stand between commas.
    func keywords() throws(XMLFault) -> [FeedCategory] {
        let scheme = namespace == .itunes ? "http://www.itunes.com/" : nil
        let words = try text()?.split(separator: ",") ?? []
        return words.compactMap { clean(String($0), limit: FeedLimits.word).map { FeedCategory(term: $0, scheme: scheme) } }
    }

    /// A string without blanks around it, cut to `limit` bytes; nil when nothing is left.
    func clean(_ text: String, limit: Int) -> String? {
        var text = ValidText(text)
        text.cut(to: limit)
        return string(text)
    }

    /// The string of `text`, without blanks around it; nil when nothing is left.
    func string(_ text: ValidText) -> String? {
        text.withUTF8(string)
    }

    /// The string of the first `limit` bytes of `text`, without blanks around it; nil when nothing is left.
    func string(_ text: UTF8Span, limit: Int) -> String? {
        guard text.count > limit else { return string(text) }
        var start = ValidText(text)
        start.cut(to: limit)
        return string(start)
    }

    private func string(_ text: UTF8Span) -> String? {
        guard let inner = DoubleEncoding.undone(text) else { return text.trimmed }
        notes.insert("text that was encoded twice decoded once more")
        return ValidText(inner).withUTF8 { $0.trimmed }
    }

    /// Notes that `field` was longer than is kept.
    func noteCut(_ field: FeedName) {
        if notes.count < 32 { notes.insert("\(field) cut") }
    }
}

extension FeedCursor {
    private func openScope(attribute index: Int) {
        let (space, name) = reader.attributeName(at: index)
        guard space == FeedNamespace.xml.rawValue else { return }
        var scope = Scope(depth: reader.depth, base: base, language: language)
        let value = reader.attributeValue(at: index)
        if name == FeedName.base.rawValue {
            let resolved = clean(value, limit: FeedLimits.url).map(resolve)
            scope.base = resolved.flatMap { $0.utf8.count <= FeedLimits.url ? $0 : nil } ?? base
        } else if name == FeedName.lang.rawValue {
            // POSIX writes `en_US`, BCP 47 `en-US`.
            scope.language = clean(value, limit: FeedLimits.word)?.replacing("_", with: "-")
        }
        scopes.append(scope)
        scopeDepth = scope.depth
    }

    private func closeScope() {
        scopes.removeLast()
        scopeDepth = scopes.last?.depth ?? 0
    }

    private func resolve(_ reference: String, against base: String?) -> String {
        guard spare > 0 else {
            notes.insert("addresses left relative to a long base")
            return reference
        }
        let resolved = WebAddress.resolve(reference, against: base)
        spare -= max(0, resolved.utf8.count - reference.utf8.count)
        return resolved
    }

    private func append(to text: inout ValidText, limit: Int, field: FeedName) {
        guard text.bytes.count < limit else { return noteCut(field) }
        reader.appendText(to: &text)
        guard text.bytes.count > limit else { return }
        noteCut(field)
        text.cut(to: limit)
    }
}

// SPDX-License-Identifier: Apache-2.0

/// Turns the tokens of a fragment into paragraphs, images and sanitised HTML.
struct HTMLReader {
    private var tokenizer: HTMLTokenizer
    private var writer: HTMLWriter
    private var blocks = TextBlockBuilder()
    private var images: [HTMLImage] = []
    private var open = HTMLElementStack()
    private var figures = 0
    private var decoded: [UInt8] = []
    /// What is wanted of the document: the paragraphs cost as much again as the sanitised copy.
    struct Parts: OptionSet {
        let rawValue: UInt8
        static let blocks = Parts(rawValue: 1)
        static let copy = Parts(rawValue: 2)
    }

    private let readsBlocks: Bool
    private let writesCopy: Bool

    init(_ bytes: [UInt8], base: String?, parts: Parts = [.blocks, .copy]) {
        readsBlocks = parts.contains(.blocks)
        writesCopy = parts.contains(.copy)
        tokenizer = HTMLTokenizer(bytes)
        writer = HTMLWriter(base: base, capacity: writesCopy ? bytes.count : 0)
    }

    /// Reads to the end.
    mutating func content() -> HTMLContent {
        read()
        return HTMLContent(blocks: blocks.blocks, images: images, html: String(valid: writer.bytes))
    }

    /// Reads to the end, for the paragraphs alone.
    mutating func paragraphs() -> [TextBlock] {
        read()
        return blocks.blocks
    }

    /// Reads to the end, for the sanitised copy alone.
    mutating func sanitised() -> [UInt8] {
        read()
        return writer.bytes
    }
}

extension HTMLReader {
    private mutating func read() {
        while let token = tokenizer.next() {
            switch token {
            case .text(let range): text(range)
            case .start(let tag): start(tag)
            case .end(let element): end(element)
            }
        }
        close(downTo: 0)
        blocks.endParagraph()
    }

    private mutating func text(_ range: Range<Int>) {
        let source = tokenizer.bytes[range]
        guard ByteScan.first(UInt8(ascii: "&"), in: source) != nil else { return add(source) }
        decoded.removeAll(keepingCapacity: true)
        Entities.decode(source, into: &decoded)
        add(decoded[...])
    }

    private mutating func add(_ text: ArraySlice<UInt8>) {
        if writesCopy { writer.text(text) }
        if readsBlocks { blocks.add(text, in: open.context) }
    }

    private mutating func start(_ tag: HTMLTag) {
        let element = tag.element
        close(downTo: open.countLeft(opening: element))
        if readsBlocks { separateText(at: element) }
        guard element.traits.contains(.allowed) else { return }
        var attributes = writesCopy ? writer.sanitised(tag.attributes, in: tokenizer.bytes) : []
        if writesCopy, element.traits.contains(.image) { image(tag, &attributes) }
        if element.traits.contains(.void) { return write(startOf: element, attributes) }
        let context = readsBlocks ? context(inside: element) : TextBlockBuilder.Context()
        guard open.push(element, context: context, isSelfClosed: tag.isSelfClosed) else { return }
        write(startOf: element, attributes)
        if tag.isSelfClosed { close(downTo: open.count - 1) }
    }

    private mutating func end(_ element: HTMLElement) {
        if readsBlocks, element.traits.contains(.block) { blocks.endParagraph() }
        if element.traits.contains(.lineBreak) {
            blocks.lineBreak(in: open.context)
            return write(startOf: element, [])
        }
        guard element.traits.contains(.allowed), !element.traits.contains(.void), let left = open.countLeft(closing: element) else {
            return
        }
        close(downTo: left)
    }

    private mutating func close(downTo count: Int) {
        while open.count > count, let element = open.pop() {
            if writesCopy { writer.end(element) }
            if readsBlocks, element.traits.contains(.block) { blocks.endParagraph() }
        }
    }

    private mutating func write(startOf element: HTMLElement, _ attributes: [HTMLWriter.Attribute]) {
        if writesCopy { writer.start(element, attributes) }
    }

    /// What the start of an element does to the text before it.
    private mutating func separateText(at element: HTMLElement) {
        if element.traits.contains(.block) { blocks.endParagraph() }
        if element.traits.contains(.lineBreak) { blocks.lineBreak(in: open.context) }
        if element.traits.contains(.cell) { blocks.cell() }
    }

    /// The context of the text in an element that is about to open.
    private mutating func context(inside element: HTMLElement) -> TextBlockBuilder.Context {
        var context = open.context
        if element.traits.contains(.tight) { context.isTight = true }
        if element.traits.contains(.figure) {
            context.figure = figures
            figures += 1
        }
        if let kind = kind(inside: element.traits, of: context.kind) { context.kind = kind }
        return context
    }

    private func kind(inside traits: HTMLElement.Traits, of outer: TextBlock.Kind) -> TextBlock.Kind? {
        if !traits.isDisjoint(with: [.figure, .figureCaption]) { return .caption }
        if traits.contains(.preformatted) { return .preformatted }
        if traits.contains(.cell) { return outer == .caption ? nil : .tableRow }
        if traits.contains(.listItem) { return outer == .caption ? nil : .listItem }
        if traits.contains(.heading) { return outer == .caption ? nil : .heading }
        return !traits.isDisjoint(with: [.paragraph, .division]) && outer == .tableRow ? .paragraph : nil
    }
}

extension HTMLReader {
    /// The attributes in which pages keep a picture's address until it scrolls into view.
    private static let lazySources = HTMLName.list("data-src data-original data-lazy-src")

    private mutating func image(_ tag: HTMLTag, _ attributes: inout [HTMLWriter.Attribute]) {
        var source = value("src", in: attributes)
        if source == nil, let lazy = lazySource(of: tag) {
            attributes.append(HTMLWriter.Attribute(name: "src", value: lazy))
            source = lazy
        }
        guard readsBlocks, let source, !source.isEmpty else { return }
        images.append(
            HTMLImage(
                source: String(decoding: source, as: UTF8.self), alt: text("alt", in: attributes).flatMap { $0.isEmpty ? nil : $0 },
                width: length("width", in: attributes), height: length("height", in: attributes), figure: open.context.figure))
    }

    private mutating func lazySource(of tag: HTMLTag) -> ArraySlice<UInt8>? {
        for attribute in tag.attributes where Self.lazySources.contains(attribute.name) {
            let value = Entities.decoded(tokenizer.bytes[attribute.value])
            if !value.isEmpty, let address = writer.safeAddress(value) { return address }
        }
        return nil
    }

    private func value(_ name: HTMLName, in attributes: [HTMLWriter.Attribute]) -> ArraySlice<UInt8>? {
        attributes.first { $0.name == name }?.value
    }

    private func text(_ name: HTMLName, in attributes: [HTMLWriter.Attribute]) -> String? {
        value(name, in: attributes).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A length in pixels, `640` or `640px`.
    private func length(_ name: HTMLName, in attributes: [HTMLWriter.Attribute]) -> Int? {
        guard let text = text(name, in: attributes) else { return nil }
        return Int(text.hasSuffix("px") ? String(text.dropLast(2)) : text).flatMap { $0 >= 0 ? $0 : nil }
    }
}

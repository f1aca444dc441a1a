// SPDX-License-Identifier: Apache-2.0
import Markup

private let base = "https://example.org/news/"
private let schemes = ["http:", "https:", "mailto:"]

/// Any text as HTML: paragraphs are plain, sanitised HTML holds nothing that runs, and sanitising it again changes nothing.
@_cdecl("LLVMFuzzerTestOneInput")
public func html(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    withinBudget {
        let content = HTMLContent.read(text, base: base)
        precondition(content.blocks.allSatisfy { !$0.text.isEmpty }, "no paragraph is empty")
        let clean = HTMLContent.sanitise(text, base: base)
        precondition(clean == Array(content.html.utf8), "both ways of sanitising agree")
        precondition(HTMLContent.sanitise(content.html, base: base) == clean, "sanitising twice is sanitising once")
        for tag in clean.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).dropFirst() { requireHarmless(tag) }
    }
    return 0
}

/// Holds what stands behind a `<` to the writer's own grammar: `name a="value" b="value">`, no handler, no address but of the web.
private func requireHarmless(_ tag: ArraySlice<UInt8>) {
    guard let end = tag.firstIndex(of: UInt8(ascii: ">")) else { return precondition(false, "an open tag") }
    let pieces = tag[..<end].split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    let name = pieces[0].drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
    precondition(!name.isEmpty && !["script", "style", "iframe", "object", "embed", "svg", "math", "form", "base", "meta"].contains(name))
    precondition(!pieces.count.isMultiple(of: 2), "a quote is open")
    for index in stride(from: 1, to: pieces.count, by: 2) {
        let attribute = pieces[index - 1].split(separator: " ").last ?? ""
        precondition(attribute.hasSuffix("=") && !attribute.hasPrefix("on") && attribute != "style=" && attribute != "srcdoc=")
        guard attribute == "href=" || attribute == "src=" || attribute == "cite=" || attribute == "background=" else { continue }
        let address = pieces[index].lowercased()
        precondition(address.isEmpty || schemes.contains { address.hasPrefix($0) }, "\(attribute)\(address)")
    }
}

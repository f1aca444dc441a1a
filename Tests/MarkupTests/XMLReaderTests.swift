// SPDX-License-Identifier: Apache-2.0
import Markup
import Testing

private let vocabulary = XMLVocabulary(
    names: ["title": 1, "link": 2, "href": 3], addresses: ["http://example.org/ns": 7], prefixes: ["ex": 7])

/// Reads a document into one line: `<name namespace.number attribute=value>`, text, `</>`.
private func transcript(_ text: String, limits: XMLLimits = XMLLimits()) throws(XMLFault) -> String {
    let reader = XMLReader(Array(text.utf8), vocabulary: vocabulary, limits: limits)
    var line = ""
    while true {
        switch try reader.next() {
        case .start:
            line += "<\(reader.localName) \(reader.namespace).\(reader.name)"
            for index in 0..<reader.attributeCount {
                line += " \(reader.attributeLocalName(at: index))=\(reader.attributeValue(at: index))"
            }
            line += ">"
        case .text:
            var text = ValidText()
            reader.appendText(to: &text)
            line += String(decoding: text.bytes, as: UTF8.self)
        case .end: line += "</>"
        case .finish: return line
        }
    }
}

private func fault(_ text: String, limits: XMLLimits = XMLLimits()) -> XMLFault? {
    do {
        _ = try transcript(text, limits: limits)
        return nil
    } catch {
        return error
    }
}

@Test(arguments: [
    ("<title>a</title>", "<title 0.1>a</>"),
    ("<TITLE/>", "<TITLE 0.1></>"),
    ("<a xmlns:e='HTTP://EXAMPLE.org/ns'><e:link href='x&amp;y&#38;z &lt;'/></a>", "<a 0.0><link 7.2 href=x&y&z <></></>"),
    ("<a><![CDATA[1 < 2 & 3]]> &amp; 4</a>", "<a 0.0>1 < 2 & 3 & 4</>"),
    ("<?xml version='1.0' encoding='rubbish name'?><a>é</a>", "<a 0.0>é</>"),
    ("<!DOCTYPE rss PUBLIC '-//X//DTD' 'http://127.0.0.1:1/x.dtd'><a><!-- c --><?p i?>t</a>", "<a 0.0>t</>"),
])
func `hands out events in order`(text: String, expected: String) throws {
    #expect(try transcript(text) == expected)
}

@Test func `takes an undeclared prefix for what it usually means`() throws {
    let reader = XMLReader(Array("<a><ex:title>t</ex:title></a>".utf8), vocabulary: vocabulary)
    _ = try reader.next()
    #expect(try reader.next() == .start)
    #expect(reader.namespace == 7 && reader.name == 1 && reader.hasPrefix)
    #expect(reader.undeclaredPrefixes == ["ex"])
}

@Test func `joins text across chunks of the parser`() throws {
    let text = String(repeating: "Пекин & ", count: 20_000)
    let escaped = text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
    #expect(try transcript("<a>\(escaped)</a>") == "<a 0.0>\(text)</>")
}

@Test func `hands out what stands before a fault`() throws {
    let reader = XMLReader(Array("<a><title>t</title><b></a>".utf8), vocabulary: vocabulary)
    var starts = 0
    do throws(XMLFault) {
        while try reader.next() != .finish { starts += reader.depth > 0 ? 1 : 0 }
        Issue.record("no fault")
    } catch {
        guard case .malformed = error else {
            Issue.record("\(error)")
            return
        }
        #expect(starts >= 4)
    }
}

private let manyAttributes = (0..<300).map { "a\($0)=''" }.joined(separator: " ")

extension String {
    fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}

private let attacks: [(String, XMLFault)] = [
    ("<!DOCTYPE r [<!ENTITY a 'x'>]><r>&a;</r>", .declaration),
    ("<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><r>&a;</r>", .declaration),
    ("<!DOCTYPE r [<!ENTITY % a SYSTEM 'http://127.0.0.1:1/'> %a;]><r/>", .declaration),
    ("<!DOCTYPE r [<!ATTLIST r a CDATA 'x'>]><r/>", .declaration),
    ("<!DOCTYPE r [<!ELEMENT r ANY>]><r/>", .declaration),
    ("<r>&nbsp;</r>", .undefinedEntity("nbsp")),
    ("<a>".repeated(200), .limit(.depth)),
    ("<a>" + "<b/>".repeated(200_001), .limit(.elements)),
    ("<a \(manyAttributes)/>", .limit(.attributes)),
    ("<a><!--" + "x".repeated(600_000), .limit(.silence)),
]

@Test(arguments: attacks)
func `stops at what only attacks do`(text: String, expected: XMLFault) {
    #expect(fault(text) == expected)
}

@Test func `stops at limits of its own`() {
    var limits = XMLLimits()
    limits.bytes = 10
    #expect(fault("<a>12345678</a>", limits: limits) == .limit(.bytes))
    limits = XMLLimits()
    limits.amplification = -50
    #expect(fault("<a>\(String(repeating: "x ", count: 10_000))</a>", limits: limits) == .limit(.amplification))
    limits = XMLLimits()
    limits.processorTime = .zero
    #expect(fault("<a>\(String(repeating: "x ", count: 10_000))</a>", limits: limits) == .limit(.processorTime))
}

@Test func `knows the entity sets of the W3C, and loads none`() {
    let text =
        #"<!DOCTYPE rss [<!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin 1 for XHTML//EN" "http://127.0.0.1:1/x.ent">]><rss>t</rss>"#
    #expect(fault(text) == nil)
}

@Test func `knows nothing before the first step`() {
    let reader = XMLReader(Array("<a/>".utf8), vocabulary: vocabulary)
    #expect(reader.name == 0 && reader.namespace == 0 && reader.localName.isEmpty && !reader.hasPrefix && reader.attributeCount == 0)
}

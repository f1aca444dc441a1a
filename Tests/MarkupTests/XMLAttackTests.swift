// SPDX-License-Identifier: Apache-2.0
import Markup
import TestSupport
import Testing

private let vocabulary = XMLVocabulary(names: ["title": 1], addresses: [:], prefixes: [:])

/// A document of an attacker, and the fault that ends it; nil where it is harmless.
struct Attack: Sendable, CustomTestStringConvertible {
    var name: String
    var document: String
    var fault: XMLFault?

    init(_ name: String, _ document: String, _ fault: XMLFault?) {
        (self.name, self.document, self.fault) = (name, document, fault)
    }

    var testDescription: String { name }
}

extension String {
    fileprivate static func * (text: String, count: Int) -> String { String(repeating: text, count: count) }
}

private func numbered(_ count: Int, _ piece: (Int) -> String) -> String { (0..<count).map(piece).joined() }

private let declarations: [Attack] = [
    Attack(
        "billion laughs",
        "<!DOCTYPE r [<!ENTITY a0 'lol'>" + numbered(9) { "<!ENTITY a\($0 + 1) '\("&a\($0);" * 10)'>" } + "]><r>&a9;</r>", .declaration),
    Attack("quadratic blow-up", "<!DOCTYPE r [<!ENTITY a '\("x" * 100_000)'>]><r>\("&a;" * 20_000)</r>", .declaration),
    Attack("a file", "<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><r>&a;</r>", .declaration),
    Attack(
        "a file with a public name", "<!DOCTYPE r [<!ENTITY a PUBLIC '-//W3C//ENTITIES x' 'file:///etc/hostname'>]><r>&a;</r>", .declaration
    ),
    Attack("an unparsed entity", "<!DOCTYPE r [<!ENTITY a SYSTEM 'x' NDATA y>]><r/>", nil),
    Attack("a parameter entity", "<!DOCTYPE r [<!ENTITY % a 'x'>]><r/>", .declaration),
    Attack("an external parameter entity", "<!DOCTYPE r [<!ENTITY % a SYSTEM 'http://127.0.0.1:1/'> %a;]><r/>", .declaration),
    Attack("an entity that holds itself", "<!DOCTYPE r [<!ENTITY a '&a;'>]><r>&a;</r>", .declaration),
    Attack(
        "default attributes", "<!DOCTYPE r [<!ATTLIST i \(numbered(2_000) { "a\($0) CDATA 'x' " })>]><r>\("<i/>" * 20_000)</r>",
        .declaration),
    Attack("an attribute of a list", "<!DOCTYPE r [<!ATTLIST r a (b|c|d) 'b'>]><r/>", .declaration),
    Attack("elements", "<!DOCTYPE r [<!ELEMENT r (a,(b|c)*)>]><r/>", .declaration),
    Attack("many entities", "<!DOCTYPE r [\(numbered(10_000) { "<!ENTITY e\($0) 'x'>" })]><r/>", .declaration),
    Attack("an entity of XML, declared again", "<!DOCTYPE r [<!ENTITY lt '&#38;#60;'>]><r>&lt;</r>", .declaration),
    Attack("instructions in the subset", "<!DOCTYPE r [\("<?a?>" * 200_000)]><r/>", .limit(.silence)),
    Attack("an external DTD", "<!DOCTYPE r SYSTEM 'http://127.0.0.1:1/x.dtd'><r/>", nil),
    Attack("XInclude", "<r><x:include xmlns:x='http://www.w3.org/2001/XInclude' href='file:///etc/hostname' parse='text'/></r>", nil),
    Attack("a stylesheet", "<?xml-stylesheet href='file:///etc/hostname' type='text/xsl'?><r/>", nil),
    Attack("a schema", "<r xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='u http://127.0.0.1:1/'/>", nil),
    Attack("an undefined entity", "<r>&bogus;</r>", .undefinedEntity("bogus")),
    Attack("an undefined entity in an attribute", "<r a='&bogus;'/>", .undefinedEntity("bogus")),
]

private let shapes: [Attack] = [
    Attack("as deep as allowed", "<a>" * 128 + "</a>" * 128, nil),
    Attack("one deeper", "<a>" * 129 + "</a>" * 129, .limit(.depth)),
    Attack("a hundred thousand deep", "<a>" * 100_000, .limit(.depth)),
    Attack("as many attributes as allowed", "<a\(numbered(256) { " a\($0)=''" })/>", nil),
    Attack("one attribute more", "<a\(numbered(257) { " a\($0)=''" })/>", .limit(.attributes)),
    Attack("twenty thousand attributes", "<a\(numbered(20_000) { " a\($0)=''" })/>", .limit(.attributes)),
    Attack("namespaces", "<a\(numbered(300) { " xmlns:a\($0)='u'" })/>", .limit(.attributes)),
    Attack("attributes and namespaces together", "<a\(numbered(130) { " xmlns:a\($0)='u' a\($0):b=''" })/>", .limit(.attributes)),
    Attack("as many elements as allowed", "<a>\("<b/>" * 199_999)</a>", nil),
    Attack("one element more", "<a>\("<b/>" * 200_000)</a>", .limit(.elements)),
    Attack("names that never repeat", "<a>\(numbered(5_000) { "<i\($0)/>" })</a>", nil),
    Attack("a long comment", "<a><!--\("x" * 600_000)--></a>", .limit(.silence)),
    Attack("a long instruction", "<a><?p \("x" * 600_000)?></a>", .limit(.silence)),
    Attack("a long attribute", "<a b='\("x" * 600_000)'/>", .limit(.silence)),
    Attack("a long name", "<a><\("b" * 600_000)/></a>", .limit(.silence)),
    Attack("much text", "<a>\("x" * 2_000_000)</a>", nil),
    Attack("many short comments", "<a>\("<!---->" * 100_000)</a>", nil),
    Attack("many references", "<a>\("&#x1F550;" * 100_000)</a>", nil),
]

private func fault(_ document: String, limits: XMLLimits = XMLLimits()) -> XMLFault? {
    let reader = XMLReader(Array(document.utf8), vocabulary: vocabulary, limits: limits)
    do throws(XMLFault) {
        while try reader.next() != .finish {}
        return nil
    } catch {
        return error
    }
}

@Suite struct XMLAttackTests {
    @Test(arguments: declarations) func `loads nothing and lets nothing be declared`(attack: Attack) {
        #expect(fault(attack.document) == attack.fault)
    }

    @Test(arguments: shapes) func `counts whatever can be piled up`(attack: Attack) {
        #expect(fault(attack.document) == attack.fault)
    }

    @Test(arguments: [
        "<", "<a", "<a ", "<a b", "<a b=", "<a b='", "</a>", "<a></b>", "<a/><b/>", "<a/>x", "x<a/>", "<a b='1' b='2'/>", "<a b=c/>",
        "<1/>",
        "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#99999999999999999999;</a>", "<a>]]></a>", "<a><![CDATA[", "<a><!--", "<a><!-- -- --></a>",
        "<a><?xml version='1.0'?></a>", "<?xml version='9.9'?>", "<!DOCTYPE", "<!DOCTYPE a [", "<a:b:c/>", "<a xmlns:xml='u'/>", "<a>&</a>",
        "<a>&;</a>", "<a>&#;</a>", "<a>&#x;</a>", "<a b='<'/>", "",
    ]) func `refuses or reads what is no XML, and stays refused`(document: String) {
        let reader = XMLReader(Array(document.utf8), vocabulary: vocabulary)
        var first: XMLFault?
        do throws(XMLFault) { while try reader.next() != .finish {} } catch { first = error }
        // Whoever asks again after the end gets the same answer.
        for _ in 0..<3 {
            do throws(XMLFault) {
                #expect(try reader.next() == .finish && first == nil)
            } catch {
                #expect(error == first)
            }
        }
    }

    @Test(arguments: declarations + shapes) func `repairs any attack into something that is read or refused`(attack: Attack) {
        let repair = XMLRepair(Array(attack.document.utf8), neverNested: ["item"])
        #expect(repair.bytes.count <= 8 * attack.document.utf8.count + 64)
        // Without a tag that can be read there is no root, and nothing is left.
        guard !repair.bytes.isEmpty else { return }
        switch fault(String(decoding: repair.bytes, as: UTF8.self)) {
        case nil, .limit?: break
        case let other?: Issue.record("\(other)")
        }
    }

    @Test(arguments: declarations + shapes) func `costs the program no more than a hostile document may`(attack: Attack) async throws {
        let run = try await MeasuredRun.parsing(attack.document.utf8)
        #expect([0, 65].contains(run.status), "\(run.messages)")
        #expect(run.cost.isBounded, "\(run.cost)")
    }
}

// SPDX-License-Identifier: Apache-2.0
import Articles
import Foundation
import Testing

struct OutputFormatTests {
    /// The keys that Superdesk reads and ninjs 1.6 doesn't know.
    static let superdeskKeys = ["guid", "source", "keywords", "authors", "service", "priority", "extra"]
    static let now = Date(timeIntervalSince1970: 1_519_200_000)

    @Test func `native records obey our own schema`() throws {
        #expect(try SchemaValidation.faults(in: lines(.native, SampleArticles.all), by: SchemaValidation.native).isEmpty)
    }

    @Test func `ninjs 3_1 obeys the IPTC's schema`() throws {
        let articles = SampleArticles.all + [SampleArticles.impossible]
        #expect(try SchemaValidation.faults(in: lines(.ninjs31, articles), by: SchemaValidation.ninjs31).isEmpty)
    }

    @Test func `ninjs 1_6 obeys the IPTC's schema`() throws {
        let articles = SampleArticles.all + [SampleArticles.impossible]
        #expect(try SchemaValidation.faults(in: lines(.ninjs16, articles), by: SchemaValidation.ninjs16).isEmpty)
    }

    @Test func `the record for Superdesk is ninjs 1_6 but for its own keys`() throws {
        let articles = SampleArticles.all + [SampleArticles.impossible]
        let lines = lines(.superdesk, articles)
        #expect(try SchemaValidation.faults(in: lines, by: SchemaValidation.ninjs16, without: Self.superdeskKeys).isEmpty)
    }

    @Test func `the judge finds faults`() throws {
        let wrong = #"{"uri":"tag:x,2018:1","urgency":10.5,"own":1,"firstCreated":"2018-02-20"}"# + "\nno json\n" + #"{"uri":"http://ü"}"#
        let faults = try SchemaValidation.faults(in: Array(wrong.utf8), by: SchemaValidation.ninjs31)
        for word in ["record 1: : Unevaluated", "record 1: urgency", "record 1: firstCreated", "record 2", "record 3: uri"] {
            #expect(faults.contains(word), "\(faults)")
        }
    }

    @Test(arguments: OutputFormat.allCases, SampleArticles.all)
    func `a record is one line, with no character that a terminal obeys`(format: OutputFormat, article: Article) {
        let bytes = format.render(article, versionCreated: Self.now)
        #expect(bytes.last == UInt8(ascii: "\n"))
        #expect(bytes.dropLast().allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    }

    @Test(arguments: SampleArticles.all)
    func `what is written is read back the same`(article: Article) throws {
        #expect(try Article(json: OutputFormat.native.render(article, versionCreated: Self.now)) == article)
    }

    @Test func `the sample for reading back fills every field`() {
        #expect(emptyFields(of: SampleArticles.full, path: "").isEmpty)
    }

    @Test(arguments: [
        (text: "", message: "JSON"),
        (text: "[]", message: "ictionary"),
        (text: #"{"schema":"wirespool.article/1"}"#, message: "id is missing"),
    ])
    func `what is no record says why`(example: (text: String, message: String)) throws {
        let error = #expect(throws: RecordError.self) { try Article(json: Array(example.text.utf8)) }
        #expect(try #require(error).message.contains(example.message))
    }

    private func lines(_ format: OutputFormat, _ articles: [Article]) -> [UInt8] {
        articles.flatMap { format.render($0, versionCreated: Self.now) }
    }

    /// The optionals below `value` that hold nothing; a field added to the model and forgotten in the sample shows here.
    private func emptyFields(of value: Any, path: String) -> [String] {
        let mirror = Mirror(reflecting: value)
        if mirror.displayStyle == .optional {
            guard let content = mirror.children.first else { return [path] }
            return emptyFields(of: content.value, path: path)
        }
        if mirror.displayStyle == .collection { return mirror.children.first.map { emptyFields(of: $0.value, path: path) } ?? [path] }
        guard mirror.displayStyle == .struct, !(value is String) else { return [] }
        // A feed's moment of fetching has nothing raw, and a first marker no number.
        let excused = ["fetched.raw", "markers.n"]
        return mirror.children.flatMap { emptyFields(of: $0.value, path: path.isEmpty ? $0.label ?? "" : path + "." + ($0.label ?? "")) }
            .filter { !excused.contains($0) }
    }
}

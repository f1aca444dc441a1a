// SPDX-License-Identifier: Apache-2.0
import Articles
import Testing

@Suite struct MediaTopicTests {
    @Test(arguments: [
        ("Politics", "11000000"), (" SPORTS ", "15000000"), ("财经", "04000000"), ("культура", "01000000"), ("Sci-Tech", "13000000"),
        ("ÉCONOMIE", "04000000"), ("E\u{301}ducation", "05000000"), ("Odd", "08000000"),
        ("weather", "17000000"), ("Arts,  Culture, Entertainment and Media", "01000000"),
    ])
    func `maps a label to a top term`(label: String, code: String) throws {
        let topic = try #require(MediaTopic.topic(for: label))
        #expect(topic.uri == "http://cv.iptc.org/newscodes/mediatopic/" + code)
        #expect((1..<100).contains(topic.confidence))
    }

    @Test(arguments: ["World", "China", "Top stories", "", "11000000", "medtop:11", "subj:11006000"])
    func `leaves sections, regions and bare numbers alone`(label: String) {
        #expect(MediaTopic.topic(for: label) == nil)
    }

    @Test(
        arguments: [
            ("http://cv.iptc.org/newscodes/mediatopic/20000339", nil), ("medtop:20000339", nil),
            ("20000339", "http://cv.iptc.org/newscodes/mediatopic/"),
        ] as [(String, String?)])
    func `lets a full code pass`(label: String, scheme: String?) {
        let topic = MediaTopic.topic(for: label, scheme: scheme)
        #expect(topic?.uri == "http://cv.iptc.org/newscodes/mediatopic/20000339")
        #expect(topic?.confidence == 100)
    }

    @Test func `maps old subject codes of the top terms`() {
        let topic = MediaTopic.topic(for: "11000000", scheme: "http://cv.iptc.org/newscodes/subjectcode")
        #expect(topic?.uri == "http://cv.iptc.org/newscodes/mediatopic/11000000")
    }
}

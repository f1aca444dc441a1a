// SPDX-License-Identifier: Apache-2.0
import Articles
import Testing

@Suite struct AgencyTests {
    @Test(arguments: [
        ("Xinhua", "xinhua"), ("Xinhaunet", "xinhua"), ("XINHUA", "xinhua"), ("新华社", "xinhua"), ("REUTERS", "reuters"), ("dpa", "dpa"),
        ("DPA", "dpa"), ("Itar-Tass", "tass"), ("ITAR TASS", "tass"), ("ТАСС", "tass"), ("РИА Новости", "ria"),
        ("EUROPA PRESS", "europapress"),
        ("The Canadian Press", "cp"), ("THE CANADIAN PRESS", "cp"), (" AP ", "ap"), ("GLOBE NEWSWIRE", "globenewswire"), ("IANS", "ians"),
        ("ANI", "ani"), ("UNI", "uni"), ("CNA", "cna"), ("WAM", "wam"), ("IRNA", "irna"), ("PA", "pa"), ("AAP", "aap"), ("NNN", "nnn"),
        ("IRIN", "irin"), ("Bloomberg", "bloomberg"), ("Dow Jones", "dowjones"), ("AFX", "afx"), ("Business Wire", "businesswire"),
        ("CBS/AP", "cbs"), ("Foo/AP", "ap"), ("ats afp", "ats"),
    ])
    func `knows every spelling`(raw: String, code: String) {
        #expect(Agency.named(raw)?.code == code)
    }

    @Test(arguments: ["", " ", "/", "NFLX", "ap", "Pa.", "Fooreuters", "Ann Lee", "ats foo", String(repeating: "x", count: 10_000)])
    func `knows nothing else`(raw: String) {
        #expect(Agency.named(raw) == nil)
    }

    @Test func `has one agency a code and no spelling twice`() {
        let codes = Agency.known.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(codes.count >= 90)
        for agency in Agency.known {
            #expect(Agency.code(agency.code) == agency)
            for spelling in agency.spellings { #expect(Agency.named(spelling) == agency, "\(spelling)") }
        }
    }

    @Test(
        arguments: [
            ("reuters", "tag:example.com,0000:newsml_X1:15975", "tag:example.com,0000:newsml_X1", "15975"),
            ("reuters", "tag:example.com,0000:newsml_X1", "tag:example.com,0000:newsml_X1", nil),
            ("reuters", "newsml:", "newsml:", nil),
            ("ap", "urn:x:15975", "urn:x:15975", nil),
        ] as [(String, String, String, String?)])
    func `takes the revision off a guid`(code: String, guid: String, story: String, revision: String?) throws {
        let split = try #require(Agency.code(code)).split(guid: guid)
        #expect(split.story == story)
        #expect(split.revision == revision)
    }
}

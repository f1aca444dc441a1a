// SPDX-License-Identifier: Apache-2.0
import Articles
import FoundationEssentials
import Testing

/// What the file of each agency promises holds: its lines and its credit are read back.
@Suite struct AgencyProfileTests {
    private static let profiles = Agency.known.filter { !$0.examples.isEmpty }

    @Test func `there are more than eighty`() {
        #expect(Self.profiles.count >= 80)
    }

    @Test(arguments: profiles.flatMap { agency in agency.examples.map { (agency.code, $0) } })
    func `reads the agency's own lines`(code: String, example: String) throws {
        let (dateline, rest) = try #require(Dateline.opening(example + " Rain fell."))
        #expect(dateline.agencyRaw.flatMap(Agency.named)?.code == code)
        #expect(rest == "Rain fell.")
    }

    @Test(arguments: profiles.compactMap { agency in agency.credit.map { (agency.code, $0) } })
    func `reads the agency's own credit`(code: String, credit: String) {
        #expect(CreditLine.read(credit).agency.flatMap(Agency.named)?.code == code)
    }

    @Test(arguments: profiles.map(\.code))
    func `takes the agency's own end marks`(code: String) throws {
        let agency = try #require(Agency.code(code))
        for mark in agency.endMarks {
            let sign =
                switch mark {
                case .sign(let sign), .word(let sign), .imprint(let sign): sign
                case .signature(let name): "(\(name)/xy)"
                case .initials, .mailbox: ""
                }
            guard !sign.isEmpty else { continue }
            let lead = Lead.peel(
                [.init("Rain."), .init("Rain fell. \(sign)")], agency: agency, published: nil,
                received: Date(timeIntervalSince1970: 0))
            #expect(lead.paragraphs == ["Rain.", "Rain fell."], "\(sign)")
        }
    }

    @Test func `names real time zones and languages`() {
        for agency in Self.profiles {
            if let zone = agency.timeZone { #expect(TimeZone(identifier: zone) != nil, "\(zone)") }
            #expect(!agency.languages.isEmpty && agency.languages.allSatisfy { (2...3).contains($0.utf8.count) }, "\(agency.code)")
        }
    }
}

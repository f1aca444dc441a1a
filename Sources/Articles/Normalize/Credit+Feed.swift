// SPDX-License-Identifier: Apache-2.0
import Feeds

extension Credit {
    /// What an asset's `media:credit` elements say together; nil where they say nothing.
    init?(_ credits: [MediaCredit]) {
        let credits = credits.filter { !$0.value.trimmed.isEmpty }
        guard !credits.isEmpty else { return nil }
        self.init(raw: credits.map(\.value.trimmed).joined(separator: ", "))
        for credit in credits { add(credit) }
    }

    /// It names a person and an agency.
    var isComplete: Bool { person != nil && agency != nil }

    /// The names that this credit lacks, from another one of the same picture.
    func completed(by other: Credit?) -> Credit {
        var credit = self
        credit.person = person ?? other?.person
        credit.agency = agency ?? other?.agency
        return credit
    }

    /// The role says whether a name is a person's or a company's; without one the name itself must.
    private mutating func add(_ credit: MediaCredit) {
        let value = credit.value.trimmed
        let reading = CreditLine.reading(of: value)
        let named = reading.agency
        if let role = credit.role?.trimmed, Self.houseRoles.contains(role) {
            agency = agency ?? named ?? value
            return
        }
        agency = agency ?? named
        guard let name = reading.person, !reading.agencies.isEmpty || Self.isPerson(name, isAlone: named == nil) else { return }
        person = person ?? name
    }

    private static let houseRoles = WordTable(["origprov", "owner", "provider", "distributor", "distribution company", "publisher"])

    /// A first and a last name, or one in a script that puts no blank between: `Netflix` and `Acme TV` are nobody.
    private static func isPerson(_ name: String, isAlone: Bool) -> Bool {
        let words = name.words
        guard words.count > 1 else { return !name.isEmpty && name.unicodeScalars.allSatisfy { $0.value >= 0x1100 } }
        return words.count <= 4 && !PersonName.namesHouse(name, isAlone: isAlone)
    }
}

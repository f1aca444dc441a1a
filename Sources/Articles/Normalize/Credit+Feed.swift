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
        switch credit.role?.trimmed.lowercased() {
        case "origprov", "owner", "provider", "distributor", "distribution company", "publisher": agency = agency ?? value
        case "photographer", "author", "artist", "director": person = person ?? value
        default:
            let reading = CreditLine.read(value)
            agency = agency ?? reading.agency
            person = person ?? reading.person
        }
    }
}

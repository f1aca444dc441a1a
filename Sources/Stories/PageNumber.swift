// SPDX-License-Identifier: Apache-2.0

/// The number by which a site names a page, whatever headline it puts behind it: `/national/300409264/ferry-runs-aground`.
enum PageNumber {
    /// Shorter numbers are years and page numbers.
    private static let leastDigits = 6

    /// Two links lead to one page: they are equal, or have a long number in common that is no date, or the guid of both stands in them.
    static func same(_ one: String?, _ other: String?, guid: String?) -> Bool {
        guard let one, let other else { return false }
        if one == other || !numbers(of: one).isDisjoint(with: numbers(of: other)) { return true }
        guard let guid, guid.utf8.count >= leastDigits else { return false }
        return one.contains(guid) && other.contains(guid)
    }

    private static func numbers(of link: String) -> Set<Substring> {
        let numbers = link.split { !("0"..."9").contains($0) }
        return Set(numbers.filter { $0.utf8.count >= leastDigits && !isDate($0) })
    }

    /// `20260818`, `202608`.
    private static func isDate(_ number: Substring) -> Bool {
        let isYear = number.hasPrefix("19") || number.hasPrefix("20")
        return isYear && (number.utf8.count == 8 || number.utf8.count == 6)
    }
}

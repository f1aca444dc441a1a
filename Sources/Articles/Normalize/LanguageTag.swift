// SPDX-License-Identifier: Apache-2.0

/// Language tags (BCP 47) in canonical case: `en-GB`, `zh-Hans-CN`.
enum LanguageTag {
    /// The tag in canonical case (RFC 5646 §2.1.1), or nil where `text` is none (`English`, `*`).
    ///
    /// Underscores, which some feeds write, count as hyphens.
    static func canonical(_ text: String) -> String? {
        let subtags = text.trimmed.lowercased().split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        guard let language = subtags.first, (2...3).contains(language.utf8.count), language.utf8.allSatisfy(isLetter) else { return nil }
        guard subtags.count <= 8, subtags.dropFirst().allSatisfy(isSubtag) else { return nil }
        let extensionStart = subtags.firstIndex { $0.utf8.count == 1 } ?? subtags.endIndex
        return subtags.enumerated().map { $0 == 0 || $0 > extensionStart ? String($1) : cased($1) }.joined(separator: "-")
    }

    /// Scripts have four letters, regions two.
    private static func cased(_ subtag: Substring) -> String {
        guard subtag.utf8.allSatisfy(isLetter) else { return String(subtag) }
        switch subtag.utf8.count {
        case 2: return subtag.uppercased()
        case 4: return subtag.prefix(1).uppercased() + subtag.dropFirst()
        default: return String(subtag)
        }
    }

    private static func isSubtag(_ subtag: Substring) -> Bool {
        (1...8).contains(subtag.utf8.count) && subtag.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}

// SPDX-License-Identifier: Apache-2.0

/// Language tags (BCP 47) in canonical case: `en-GB`, `zh-Hans-CN`.
enum LanguageTag {
    /// The tag in canonical case (RFC 5646 §2.1.1), or nil where `text` is none (`English`, `us`, `*`).
    ///
    /// Underscores, which some feeds write, count as hyphens.
    static func canonical(_ text: String) -> String? {
        let subtags = text.trimmed.lowercased().split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        guard let language = subtags.first, (2...3).contains(language.utf8.count), language.utf8.allSatisfy(isLetter) else { return nil }
        guard language.utf8.count == 3 || twoLetters.contains(language) else { return nil }
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

    /// The codes of two letters that BCP 47's registry holds (ISO 639-1), with those it had before: `us` is a country.
    private static let twoLetters = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
        es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji
        jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb
        nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr
        ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split { $0 == " " || $0 == "\n" })

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}

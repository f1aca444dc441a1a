// SPDX-License-Identifier: Apache-2.0

/// What is known about a news agency: how it is spelled, and what it writes around a story.
///
/// An agency is one file in this folder and its name in `profiles`, or a line of the table in `OtherAgencies.swift`
/// when nothing but its spellings matters.
///
/// There is one object of each: whatever reads a line passes its agency on, and so passes one reference on, not a dozen.
public final class Agency: Sendable {
    /// Our short code: `xinhua`, `afp`.
    public let code: String
    /// The name for people: `Xinhua`.
    public let name: String
    /// Every way the agency is written in datelines and credits.
    ///
    /// A spelling of up to four letters counts only as written here (`dpa`, `DPA`), a longer one in any case.
    public let spellings: [String]
    /// BCP 47, the languages it files in.
    public let languages: [String]
    /// IANA name: where its feeds name no zone, their dates are meant in this one.
    public let timeZone: String?
    /// Who holds the rights in its stories, where that is not simply its name.
    public let rightsHolder: String?
    /// Lines in the agency's manner, which the tests read back: `MOSCOW, Feb. 20 (Xinhua) --`.
    public let examples: [String]
    /// A credit in the agency's manner, which the tests read back: `(Xinhua/Wang Fang)`.
    public let credit: String?
    /// What it writes behind the last word of a story.
    public let endMarks: [EndMark]
    /// Column labels that it writes before a headline, without the colon: `Roundup`.
    public let headlineLabels: [String]
    /// The number behind the last colon of its guids is the revision, not the story.
    public let guidEndsInRevision: Bool
    /// Its letters are others' too (`Inc. (APP)`), so that they count only behind a place that we know, or a date.
    public let isAlsoAWord: Bool

    init(
        code: String, name: String, spellings: [String], languages: [String], timeZone: String? = nil, rightsHolder: String? = nil,
        examples: [String] = [], credit: String? = nil, endMarks: [EndMark] = [], headlineLabels: [String] = [],
        guidEndsInRevision: Bool = false, isAlsoAWord: Bool = false
    ) {
        self.code = code
        self.name = name
        self.spellings = spellings
        self.languages = languages
        self.timeZone = timeZone
        self.rightsHolder = rightsHolder
        self.examples = examples
        self.credit = credit
        self.endMarks = endMarks
        self.headlineLabels = headlineLabels
        self.guidEndsInRevision = guidEndsInRevision
        self.isAlsoAWord = isAlsoAWord
    }
}

extension Agency: Hashable {
    /// No two agencies have one code.
    public static func == (one: Agency, other: Agency) -> Bool { one.code == other.code }

    /// By the code alone.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension Agency {
    /// A sign that a story ends here.
    public enum EndMark: Hashable, Sendable {
        /// A sign that stands for nothing else: `Enditem`, `-0-`.
        case sign(String)
        /// An ordinary word, a mark only in a story known to be the agency's: `Fin`.
        case word(String)
        /// The desk's initials in parentheses behind the agency: `(SDA/sj)`.
        case signature(String)
        /// A sign, and what follows it on the line: `© dpa-infocom, dpa:…`.
        case imprint(String)
        /// A line that is the writer's mail address, a mark only in a story known to be the agency's.
        case mailbox
        /// A line of initials, a mark only in a story known to be the agency's: `asl/tib/pid`.
        case initials
    }

    /// Splits the guid of a revision into the story's and the revision's part; all of it is the story's where no rule is known.
    public func split(guid: String) -> (story: String, revision: String?) {
        guard guidEndsInRevision, let colon = guid.utf8.lastIndex(of: UInt8(ascii: ":")) else { return (guid, nil) }
        let revision = guid[guid.utf8.index(after: colon)...]
        guard !revision.isEmpty, revision.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return (guid, nil) }
        return (String(guid[..<colon]), String(revision))
    }
}

// SPDX-License-Identifier: Apache-2.0

/// The labels before a hyphen or a colon that say what a headline is.
enum HeadlineLabels {
    /// What `label` means, or nil where it is a part of the headline. `isTight`: a hyphen stands right behind it.
    static func markers(for label: String, isTight: Bool, isAllCapitals: Bool) -> [Article.Marker]? {
        if let marker = change(label, isTight: isTight, isAllCapitals: isAllCapitals) ?? alert(label) { return [marker] }
        guard isTight else { return nil }
        if series.contains(label) { return [Article.Marker(.series, raw: label)] }
        let (word, number) = splitNumber(label)
        switch word {
        case "UPDATE": return number.map { [Article.Marker(.revision, raw: label, n: $0)] }
        case "WRAPUP":
            guard let number else { return [Article.Marker(.genre, raw: label)] }
            return [Article.Marker(.genre, raw: word), Article.Marker(.revision, raw: label, n: number)]
        default: return genres.contains(word) ? [Article.Marker(.genre, raw: word)] : nil
        }
    }

    /// A single word before a hyphen may begin a compound where a headline has nothing but capitals: `HOLD-UP AT BANK`.
    private static func change(_ label: String, isTight: Bool, isAllCapitals: Bool) -> Article.Marker? {
        guard let meaning = ChangeWords.meaning(of: label) else { return nil }
        let isQuiet = label.unicodeScalars.contains(where: \.isLowercase)
        let isWord = label.unicodeScalars.allSatisfy(\.isLetter)
        if isTight, isQuiet || (isAllCapitals && isWord && (meaning == .kill || meaning == .hold)) { return nil }
        return Article.Marker(meaning, raw: label)
    }

    private static func alert(_ label: String) -> Article.Marker? {
        isAlert(label) ? Article.Marker(.urgency, raw: label) : nil
    }

    /// The label says nothing but that the story is urgent.
    static func isAlert(_ label: String) -> Bool { alerts.contains(label) }

    private static func splitNumber(_ label: String) -> (word: String, number: Int?) {
        guard let space = label.unicodeScalars.lastIndex(of: " ") else { return (label, nil) }
        let digits = label.unicodeScalars[label.unicodeScalars.index(after: space)...]
        guard (1...2).contains(digits.count), digits.allSatisfy({ ("0"..."9").contains($0) }), let number = Int(String(digits)) else {
            return (label, nil)
        }
        return (String(label.unicodeScalars[..<space]), number)
    }

    private static let alerts: Set<String> = [
        "FLASH", "BULLETIN", "BREAKING", "BREAKING NEWS", "URGENT", "Urgent", "NEWSALERT", "AVANCE",
        "EIL", "EILMELDUNG", "Eilmeldung", "URGENTE", "Urgente", "ALERTE", "ALERTA", "DERNIÈRE MINUTE", "ÚLTIMA HORA", "ULTIM'ORA",
        "ULTIM’ORA", "СРОЧНО", "Срочно", "МОЛНИЯ", "Молния", "PILNE", "SON DAKİKA", "عاجل", "快讯", "快訊", "速報", "속보", "긴급",
    ]

    private static let series: Set<String> = [
        "GLOBAL MARKETS", "US STOCKS", "US STOCKS SNAPSHOT", "METALS", "FOREX", "TREASURIES", "EM ASIA FX", "NYMEX", "COMMODITIES",
        "ECB FOCUS",
        "PRECIOUS", "GRAINS", "SOFTS", "CANADA STOCKS", "EMERGING MARKETS", "EUROPE POWER", "IPO VIEW", "MONEY MARKETS", "ASIA CREDIT",
    ]

    private static let genres: Set<String> = [
        "BRIEF", "FACTBOX", "EXPLAINER", "ANALYSIS", "TIMELINE", "TABLE", "GRAPHIC", "HIGHLIGHTS", "INSTANT VIEW", "PREVIEW", "POLL",
        "COLUMN",
        "EXCLUSIVE", "NEWSMAKER", "INSIGHT", "FEATURE", "PRESS DIGEST", "DIARY", "BUZZ", "MEDIA", "WRAPUP", "INTERVIEW", "SPECIAL REPORT",
        "BREAKINGVIEWS",
    ]
}

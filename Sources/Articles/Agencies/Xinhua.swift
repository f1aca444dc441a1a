// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let xinhua = Agency(
        code: "xinhua", name: "Xinhua",
        spellings: ["Xinhua", "Xinhuanet", "Xinhaunet", "Xinhua News Agency", "Xinhua News", "新华社", "新华网", "新華社", "新华"],
        languages: ["en", "zh", "es", "fr", "ru", "ar", "pt", "de", "ja", "ko"],
        example: "LAGOS, Jan. 9 (Xinhua) --",
        endMarks: [.sign("Enditem"), .sign("■"), .sign("（完）"), .word("Fin")],
        headlineLabels: [
            "Xinhua Headlines", "Xinhua Commentary", "Xinhua Insight", "Roundup", "Feature", "Economic Watch", "Commentary", "Interview",
            "Hello Africa", "Update", "Spotlight", "News Analysis", "Backgrounder", "Chronicle", "Profile", "GLOBALink", "World Insights",
            "China Focus", "Across China",
        ])
}

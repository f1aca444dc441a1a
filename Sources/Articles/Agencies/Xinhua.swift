// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let xinhua = Agency(
        code: "xinhua", name: "Xinhua",
        spellings: [
            "Xinhua", "Xinhuanet", "Xinhaunet", "Xinhua News Agency", "Xinhua News", "新华社", "新华网", "新華社", "新華網", "新华", "Xinhua-AsiaNet",
        ],
        languages: ["en", "zh", "es", "fr", "ru", "ar", "pt", "de", "ja", "ko"],
        timeZone: "Asia/Shanghai",
        rightsHolder: "Xinhua News Agency",
        examples: ["LAGOS, Jan. 9 (Xinhua) --", "新华社广州5月3日电（记者王芳）", "【新華社広州5月3日】"],
        credit: "(Xinhua/Wang Fang)",
        endMarks: [.sign("Enditem"), .sign("■"), .sign("（完）"), .word("Fin")],
        headlineLabels: [
            "Xinhua Headlines", "Xinhua Commentary", "Xinhua Insight", "Roundup", "Feature", "Economic Watch", "Commentary", "Interview",
            "Hello Africa", "Update", "Spotlight", "News Analysis", "Backgrounder", "Chronicle", "Profile", "GLOBALink", "World Insights",
            "China Focus", "Across China",
        ])
}

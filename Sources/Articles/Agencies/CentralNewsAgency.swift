// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let cna = Agency(
        code: "cna", name: "CNA",
        spellings: ["CNA", "Central News Agency", "中央社"],
        languages: ["zh", "en", "ja"],
        timeZone: "Asia/Taipei",
        rightsHolder: "Central News Agency",
        examples: ["Taipei, Aug. 8 (CNA)", "（中央社台北8日電）", "（中央社記者王芳台北8日電）"])
}

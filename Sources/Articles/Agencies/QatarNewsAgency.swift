// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let qna = Agency(
        code: "qna", name: "QNA",
        spellings: ["QNA", "Qatar News Agency"],
        languages: ["ar", "en"],
        timeZone: "Asia/Qatar",
        examples: ["Doha, April 17 (QNA) -"],
        endMarks: [.sign("(QNA)")],
        isAlsoAWord: true)
}

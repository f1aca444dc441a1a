// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let chinaNews = Agency(
        code: "chinanews", name: "China News Service",
        spellings: ["中新社", "China News Service", "CNS", "中新网", "中新社记者", "中國新聞社", "中新網"],
        languages: ["zh", "en"],
        timeZone: "Asia/Shanghai",
        examples: ["中新社北京8月8日电 (记者 王芳)", "中新网8月8日电"],
        endMarks: [.sign("(完)"), .sign("（完）")])
}

// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let canadianPress = Agency(
        code: "cp", name: "The Canadian Press",
        spellings: ["CP", "Canadian Press", "The Canadian Press", "La Presse Canadienne", "La Presse canadienne"],
        languages: ["en", "fr"],
        timeZone: "America/Toronto",
        rightsHolder: "The Canadian Press",
        examples: ["HALIFAX (CP) -", "HALIFAX, N.S. (CP) -"],
        credit: "THE CANADIAN PRESS/Ann Lee")
}

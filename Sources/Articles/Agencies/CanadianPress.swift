// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let canadianPress = Agency(
        code: "cp", name: "The Canadian Press",
        spellings: ["CP", "Canadian Press", "The Canadian Press", "La Presse Canadienne"],
        languages: ["en", "fr"],
        example: "HALIFAX (CP) -")
}

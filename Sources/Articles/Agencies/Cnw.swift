// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let cnw = Agency(
        code: "cnw", name: "CNW",
        spellings: ["CNW", "CNW Telbec", "Canada Newswire"],
        languages: ["en", "fr"],
        timeZone: "America/Toronto",
        examples: ["TORONTO, April 17, 2023 /CNW/ -", "MONTRÉAL, le 17 avr. 2023 /CNW Telbec/ -"],
        endMarks: [.sign("-30-")])
}

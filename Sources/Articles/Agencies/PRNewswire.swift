// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let prNewswire = Agency(
        code: "prnewswire", name: "PR Newswire",
        spellings: [
            "PRNewswire", "PR Newswire", "PRNewsfoto", "PRNewswire-FirstCall", "PRNewswire-USNewswire", "PRNewswire-PRWeb",
            "PRNewswire-AsiaNet", "PRNewswire-HISPANIC PR WIRE",
        ],
        languages: ["en"],
        timeZone: "America/New_York",
        examples: ["BOSTON, April 17, 2023 /PRNewswire/ --"])
}

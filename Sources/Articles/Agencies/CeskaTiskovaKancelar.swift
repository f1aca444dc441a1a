// SPDX-License-Identifier: Apache-2.0

extension Agency {
    static let ctk = Agency(
        code: "ctk", name: "ČTK",
        spellings: ["CTK", "ČTK", "Česká tisková kancelář"],
        languages: ["cs", "en"],
        timeZone: "Europe/Prague",
        examples: ["Prague, Apr 17 (CTK) -", "Praha 17. dubna (ČTK) -"])
}

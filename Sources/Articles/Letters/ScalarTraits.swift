// SPDX-License-Identifier: Apache-2.0

/// What Unicode's tables say of a scalar.
///
/// To ask the standard library costs a hundred instructions each time, and a text in Russian or Hindi asks for each of its letters;
/// so it is asked once of all scalars up to Georgian, among them the Latin, Greek, Cyrillic, Arabic and Indic scripts.
struct ScalarTraits {
    let isLetter: Bool
    let isUppercase: Bool
    let isLowercase: Bool
    let tokenKind: TokenSign.Kind
    /// In lower case; the first scalar where that takes several.
    let lower: UInt16
    /// The lower case is one scalar of as many bytes.
    let keepsLength: Bool
    /// `lower` of a letter that keeps its length, else 0; the apostrophe that Unicode calls a letter is none.
    let plainLetter: UInt16

    /// By value.
    static let known = (0..<0x1100).map { ScalarTraits(Unicode.Scalar(UInt16($0)) ?? "\0") }
    static let count: UInt32 = 0x1100

    private init(_ scalar: Unicode.Scalar) {
        let properties = scalar.properties
        isLetter = properties.isAlphabetic || scalar.isAccent
        isUppercase = properties.isUppercase
        isLowercase = properties.isLowercase
        tokenKind = TokenSign.Kind(properties.generalCategory)
        if properties.changesWhenLowercased {
            let mapping = properties.lowercaseMapping
            lower = UInt16(truncatingIfNeeded: mapping.unicodeScalars.first?.value ?? scalar.value)
            keepsLength = mapping.unicodeScalars.count == 1 && mapping.utf8.count == UTF8.width(scalar)
        } else {
            lower = UInt16(truncatingIfNeeded: scalar.value)
            keepsLength = true
        }
        plainLetter = tokenKind == .letter && keepsLength && scalar != "\u{2BC}" ? lower : 0
    }
}

// SPDX-License-Identifier: Apache-2.0

/// What two spellings of one place have in common.
enum PlaceKey {
    /// Letters in lower case without accents, and nothing between them: `Port-au-Prince` and `PORT AU PRINCE` are one.
    ///
    /// A broken apostrophe (`GEORGE #39;S`) counts as one.
    static func fold(_ name: some StringProtocol) -> String {
        // As most cities are written.
        if name.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) { return name.lowercased() }
        var isEntity = false
        var isASCII = true
        let letters = [UInt8](capacity: name.utf8.count) { letters in
            for scalar in name.unicodeScalars {
                if scalar == "#" { isEntity = true }
                if scalar.isLetter, !isEntity {
                    let letter = scalar.isASCII ? scalar.lowered : base[scalar] ?? scalar
                    isASCII = isASCII && letter.isASCII
                    letter.write(to: &letters)
                }
                if scalar == ";" { isEntity = false }
            }
        }
        let key = String(decoding: letters, as: UTF8.self)
        return isASCII ? key : key.lowercased()
    }

    private static let base: [Unicode.Scalar: Unicode.Scalar] = {
        var base: [Unicode.Scalar: Unicode.Scalar] = [:]
        for group in groups.words {
            guard let letter = group.unicodeScalars.first else { continue }
            for accented in group.unicodeScalars.dropFirst() { base[accented] = letter }
        }
        return base
    }()

    private static let groups = """
        aáàâäãåāăąÁÀÂÄÃÅĀĂĄ cçćčĉÇĆČĈ dďđĎĐ eéèêëēėęěÉÈÊËĒĖĘĚ gğĝģĞĜĢ iíìîïīıİÍÌÎÏĪ lłľļŁĽĻ nñńňņÑŃŇŅ \
        oóòôöõøōőÓÒÔÖÕØŌŐ rřŕŘŔ sśšşșŚŠŞȘ tťţțŤŢȚ uúùûüūůűÚÙÛÜŪŮŰ yýÿÝŸ zźžżŹŽŻ еёЁ
        """
}

// SPDX-License-Identifier: Apache-2.0

/// What two spellings of one place have in common.
enum PlaceKey {
    /// Letters in lower case without accents, and nothing between them: `Port-au-Prince` and `PORT AU PRINCE` are one.
    ///
    /// A broken apostrophe (`GEORGE #39;S`) counts as one.
    static func fold(_ name: some StringProtocol) -> String {
        var kept = String.UnicodeScalarView()
        var isEntity = false
        for scalar in name.unicodeScalars {
            if scalar == "#" { isEntity = true }
            if scalar.isLetter, !isEntity { kept.append(scalar.isASCII ? scalar : base[scalar] ?? scalar) }
            if scalar == ";" { isEntity = false }
        }
        return String(kept).lowercased()
    }

    private static let base: [Unicode.Scalar: Unicode.Scalar] = {
        var base: [Unicode.Scalar: Unicode.Scalar] = [:]
        for group in groups.split(separator: " ") {
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

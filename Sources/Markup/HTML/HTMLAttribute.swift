// SPDX-License-Identifier: Apache-2.0

/// An attribute of a start tag; the value is where it stands in the source, entities and all.
struct HTMLAttribute: Hashable, Sendable {
    let name: HTMLName
    let value: Range<Int>
}

extension HTMLAttribute {
    /// What sanitised HTML makes of an attribute.
    enum Use {
        /// It stays as it is.
        case text
        /// It stays when its value is a safe URL.
        case address
    }

    /// Nil when the attribute must not stand in sanitised HTML: `style`, every `on…`, and whatever submits, plays or loads by itself
    /// (`action`, `srcset`, `autoplay`, `srcdoc`).
    var use: Use? { Self.uses[name] }

    private static let uses = HTMLNameTable(
        Dictionary(uniqueKeysWithValues: allowed.map { ($0, addresses.contains($0) ? Use.address : .text) }))

    private static let allowed = HTMLName.list(
        """
        abbr accept accept-charset align alt autocomplete autofocus axis background balance bgcolor bgproperties border bordercolor
        bordercolordark bordercolorlight bottompadding cellpadding cellspacing challenge char charoff charset checked choff cite
        class clear color cols colspan compact contenteditable controls coords data datafld datapagesize datasrc datetime default
        delay dir disabled draggable dynsrc enctype end face for form frame galleryimg gutter headers height hidden hidefocus high
        href hreflang hspace icon id inputmode ismap keytype label lang leftspacing list longdesc loop loopcount loopend loopstart
        low lowsrc max maxlength media method min multiple name nohref noshade nowrap open optimum pattern ping point-size poster
        pqg preload prompt radiogroup readonly rel repeat-max repeat-min replace required rev rightspacing rows rowspan rules scope
        selected shape size span src start step summary suppress tabindex target template title toppadding type unselectable urn
        usemap valign value variable volume vrml vspace width wrap
        """)

    private static let addresses = HTMLName.list(
        "background cite data datasrc dynsrc href icon longdesc lowsrc ping poster src urn usemap vrml")
}

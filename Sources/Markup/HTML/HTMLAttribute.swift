// SPDX-License-Identifier: Apache-2.0

/// An attribute of a start tag; the value is where it stands in the source, entities and all.
struct HTMLAttribute: Hashable, Sendable {
    let name: HTMLName
    let value: Range<Int>
}

extension HTMLAttribute {
    /// True when the attribute may stand in sanitised HTML; its value still has to be a safe URL where it is one.
    ///
    /// Not here: `style`, every `on…`, and whatever submits, plays or loads by itself (`action`, `srcset`, `autoplay`, `srcdoc`).
    var isAllowed: Bool { Self.allowed.contains(name) }

    /// True when the value is a URL.
    var isAddress: Bool { Self.addresses.contains(name) }

    private static let allowed = Set(
        HTMLName.list(
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
            """))

    private static let addresses = Set(
        HTMLName.list("background cite data datasrc dynsrc href icon longdesc lowsrc ping poster src urn usemap vrml"))
}

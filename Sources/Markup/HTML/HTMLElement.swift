// SPDX-License-Identifier: Apache-2.0

/// An element of HTML, past or present, and how it is read.
struct HTMLElement: Hashable, Sendable {
    struct Traits: OptionSet, Hashable, Sendable {
        let rawValue: UInt32
        /// May stand in sanitised HTML.
        static let allowed = Traits(rawValue: 1)
        /// Has no content and no end tag.
        static let void = Traits(rawValue: 2)
        /// Begins and ends a paragraph of text.
        static let block = Traits(rawValue: 4)
        /// Ends an open `p` (HTML Standard §13.1.2.4).
        static let endsParagraph = Traits(rawValue: 8)
        /// Neither its content nor itself is read.
        static let dropped = Traits(rawValue: 16)
        /// Blank lines inside are only white space and make no paragraphs.
        static let tight = Traits(rawValue: 32)
        /// An end tag inside it closes nothing outside.
        static let barrier = Traits(rawValue: 64)

        // What single elements are.
        static let lineBreak = Traits(rawValue: 1 << 8)
        static let image = Traits(rawValue: 1 << 9)
        static let anchor = Traits(rawValue: 1 << 10)
        static let paragraph = Traits(rawValue: 1 << 11)
        static let division = Traits(rawValue: 1 << 12)
        static let heading = Traits(rawValue: 1 << 13)
        static let preformatted = Traits(rawValue: 1 << 14)
        static let figure = Traits(rawValue: 1 << 15)
        static let figureCaption = Traits(rawValue: 1 << 16)
        static let list = Traits(rawValue: 1 << 17)
        static let listItem = Traits(rawValue: 1 << 18)
        static let termList = Traits(rawValue: 1 << 19)
        static let term = Traits(rawValue: 1 << 20)
        static let table = Traits(rawValue: 1 << 21)
        static let rowGroup = Traits(rawValue: 1 << 22)
        static let row = Traits(rawValue: 1 << 23)
        static let cell = Traits(rawValue: 1 << 24)
        static let tableCaption = Traits(rawValue: 1 << 25)
    }

    let name: HTMLName
    let traits: Traits

    /// The element of that name, or nil where HTML has none.
    static func named(_ name: HTMLName) -> HTMLElement? { all[name] }
}

extension HTMLElement {
    private static let all: HTMLNameTable<HTMLElement> = {
        var traits: [HTMLName: Traits] = [:]
        for (names, trait) in lists {
            for name in HTMLName.list(names) { traits[name, default: []].formUnion(trait) }
        }
        return HTMLNameTable(Dictionary(uniqueKeysWithValues: traits.map { ($0, HTMLElement(name: $0, traits: $1)) }))
    }()

    private static let lists: [(StaticString, Traits)] = [
        // Form controls are missing on purpose: a copied form is a trap. So are svg and math, and whatever switches the parser's mode.
        (
            """
            a abbr acronym address area article aside audio b bdi bdo big blockquote br canvas caption center cite code col colgroup
            command data datagrid datalist dd del details dfn dialog dir div dl dt em event-source fieldset figcaption figure font
            footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd label legend li m main map mark menu meter multicol nav nextid ol output p
            pre progress q rp rt ruby s samp section small sound source spacer span strike strong sub summary sup table tbody td tfoot
            th thead time tr tt u ul var video wbr
            """, .allowed
        ),
        (
            """
            applet base basefont bgsound blink body button comment embed form frame frameset head hgroup html iframe image input
            isindex keygen layer link listing marquee math menclose meta mfrac mi mn mo mover mpadded mphantom mroot mrow ms mspace
            msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover nobr noembed noframes noscript object optgroup option param picture
            plaintext portal rb rtc script search semantics annotation select slot style svg template textarea title track xmp
            """, []
        ),
        ("area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr", .void),
        (
            """
            address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
            h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol option p plaintext pre search section summary
            table tbody tfoot thead tr ul xmp
            """, .block
        ),
        (
            """
            address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer h1 h2 h3 h4 h5 h6
            header hr main menu nav ol p pre section summary table ul li dd dt
            """, .endsParagraph
        ),
        ("applet script style svg template title", .dropped),
        ("caption dd dt figcaption h1 h2 h3 h4 h5 h6 li p td th", .tight),
        ("caption table td th", .barrier),
        ("br", .lineBreak), ("img", .image), ("a", .anchor), ("p", .paragraph), ("div", .division), ("h1 h2 h3 h4 h5 h6", .heading),
        ("pre", .preformatted), ("figure", .figure), ("figcaption", .figureCaption), ("dir menu ol ul", .list), ("li", .listItem),
        ("dl", .termList), ("dd dt", .term), ("table", .table), ("tbody tfoot thead", .rowGroup), ("tr", .row), ("td th", .cell),
        ("caption", .tableCaption),
    ]
}

// SPDX-License-Identifier: Apache-2.0

/// The labels by which agencies say that a story changes another one: `STORY WITHDRAWN`, `RECTIFICATIF`, `更正`.
///
/// In capitals (or in a script that has none) a word is enough. Otherwise it may be an ordinary one: `Correction: …` counts,
/// but `Withdrawn: …` only where the label says what is withdrawn, as `Story withdrawn: …` does.
public enum ChangeWords {
    /// What a label announces, or nil where it is anything else. Signs around and between its words don't matter.
    public static func meaning(of label: some StringProtocol) -> Article.Marker.Class? {
        guard mayOpen(label), label.unicodeScalars.count <= longest, !label.unicodeScalars.contains(where: \.isDigit) else { return nil }
        let isLoud = !label.unicodeScalars.contains(where: \.isLowercase)
        let words = label.uppercased().split { !$0.isLetter && !$0.isMark }.map(String.init)
        if isLoud, let meaning = dense(words.joined()) { return meaning }
        let said = words.filter { !addresses.contains($0) && !objects.contains($0) && !qualities.contains($0) }
        let isOfStory = words.contains(where: objects.contains) && !said.isEmpty && said.allSatisfy(doubtful.contains)
        guard let meaning = phrases[said.joined(separator: " ")] ?? common(of: said) ?? (isOfStory ? .kill : nil) else { return nil }
        return isLoud || isPlain(words, said, meaning) ? meaning : nil
    }

    /// The word may announce a withdrawal, though it may as well be an ordinary one.
    ///
    /// - Parameter isClear: leave out those that mostly are: `killed`, `retirada`.
    public static func mayWithdraw(_ word: some StringProtocol, isClear: Bool = false) -> Bool {
        guard mayOpen(word) else { return false }
        let word = word.uppercased()
        if let meaning = table[word] ?? Self.dense(word) { return meaning == .kill }
        return !isClear && doubtful.contains(word)
    }

    /// The first word of `text`, or its last, is one of a label's.
    public static func mayStandAtEnd(of text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let end = scalars.lastIndex(where: \.isLetter) else { return false }
        let start = scalars[..<end].lastIndex { !$0.isLetter }.map(scalars.index(after:)) ?? scalars.startIndex
        return mayOpen(scalars) || mayOpen(scalars[start...end])
    }

    /// The first word of `text` is one of a label's: nearly every headline and paragraph is done with in this one look.
    static func mayOpen(_ text: some StringProtocol) -> Bool { openers.mayOpen(text.utf8) ?? mayOpen(text.unicodeScalars) }

    /// The same of scalars that need not be a string yet.
    static func mayOpen(_ scalars: some Collection<Unicode.Scalar>) -> Bool {
        guard let start = scalars.firstIndex(where: \.isLetter) else { return false }
        // The words of these scripts are not apart; other scalars may mean the same as an initial of theirs.
        if scalars[start].value >= 0x1100 { return mayOpenDense(scalars[start...]) }
        let word = scalars[start...].prefix { $0.isLetter || (!$0.isASCII && $0.properties.generalCategory == .nonspacingMark) }
        // A letter and its accent apart mean the same as the accented letter.
        return openers.contains(word) || word.contains(where: \.isAccent)
    }

    private static func mayOpenDense(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
        var opening: UInt64 = 0
        for letter in scalars.lazy.filter(\.isLetter).prefix(2) {
            guard letter.isPlainIdeograph else { return true }
            opening = opening << 32 | UInt64(letter.value)
        }
        return denseOpenings.contains(opening)
    }

    /// A label that opens a message to editors: `EDITORS: please kill …`.
    static func isAddress(_ label: some StringProtocol) -> Bool {
        let words = label.uppercased().split { !$0.isLetter && !$0.isMark }.map(String.init)
        return !words.isEmpty && words.count <= 4 && words.allSatisfy(addresses.contains)
    }

    /// More than any label has, in scalars.
    private static let longest = 48
}

extension ChangeWords {
    /// Every word announces the same.
    private static func common(of words: [String]) -> Article.Marker.Class? {
        guard let first = words.first.flatMap({ table[$0] }), words.count <= 3 else { return nil }
        return words.allSatisfy { table[$0] == first } ? first : nil
    }

    /// A label in small letters that can't be meant otherwise.
    private static func isPlain(_ words: [String], _ said: [String], _ meaning: Article.Marker.Class) -> Bool {
        switch meaning {
        case .kill: words.contains(where: objects.contains) || (said == ["KILL"] && words.contains(where: qualities.contains))
        case .correction: said.count == 1 ? quiet.contains(said[0]) : true
        default: false
        }
    }

    /// What a label of a script without capitals means; a doubtful word counts with `記事` before it or `通知` behind it.
    private static func dense(_ label: String) -> Article.Marker.Class? {
        if let meaning = dense[label] { return meaning }
        let word = withoutFrame(label)
        return dense[word] ?? (word != label && doubtful.contains(word) ? .kill : nil)
    }

    private static func withoutFrame(_ label: String) -> String {
        var word = label[...]
        for frame in frames.before where word.hasPrefix(frame) && word != frame { word = word.dropFirst(frame.count) }
        for frame in frames.behind where dense[String(word)] == nil && word.hasSuffix(frame) && word != frame {
            word = word.dropLast(frame.count)
        }
        return String(word)
    }

    private static func words(_ text: String) -> Set<String> { Set(text.split(whereSeparator: \.isWhitespace).map(String.init)) }

    /// Whom a message is for, and how urgent it is; a label may have them beside its own word.
    private static let addresses = words(
        """
        EDS EDITORS EDITOR ATTENTION ATTN NOTE TO URGENT BULLETIN ACHTUNG REDAKTIONEN EILT ATENCIÓN ATENCION ATTENZIONE ATENÇÃO NOTA
        ВНИМАНИЕ УВАГА DİKKAT تنبيه
        """)

    /// What is changed.
    private static let objects = words(
        """
        STORY ITEM DISPATCH MELDUNG BEITRAG DÉPÊCHE DEPECHE NOTICIA NOTIZIA NOTÍCIA DESPACHO НОВОСТЬ СООБЩЕНИЕ НОВИНА HABER HABERİ
        الخبر خبر البرقية BERICHT
        """)

    private static let qualities = words("MANDATORY NOTICE ADVISORY OFFICIAL")

    private static let table: [String: Article.Marker.Class] = {
        let classes: [(Article.Marker.Class, String)] = [
            (
                .kill,
                """
                KILL WITHDRAWAL WITHDRAWN RETRACTION RETRACTED ZURÜCKGEZOGEN ANNULLIERUNG ANNULLIERT STORNIERUNG
                ANNULATION ANNULÉ ANNULÉE ANULACIÓN ANULACION ANULADO ANULADA ANULA ANNULLAMENTO ANNULLATO ANNULLATA ANNULLARE ANULAÇÃO
                ОТЗЫВ ОТОЗВАНО ОТОЗВАНА АННУЛИРОВАНО АННУЛИРОВАНА АННУЛИРУЕТСЯ АННУЛЯЦИЯ ВІДКЛИКАНО АНУЛЬОВАНО
                INGETROKKEN INTREKKING ANULOWANO WYCOFANO
                """
            ),
            (.hold, "HOLD"),
            (
                .correction,
                """
                CORRECTED CORRECTION CORRECTS CLARIFICATION CLARIFIES KORREKTUR KORRIGIERT BERICHTIGUNG BERICHTIGT RICHTIGSTELLUNG
                RECTIFICATIF RECTIFICATION RECTIFIÉ CORRIGÉ ERRATUM CORRECCIÓN CORRECCION CORREGIDA CORREGIDO CORRIGE RECTIFICACIÓN
                CORREZIONE CORRETTA CORRETTO RETTIFICA ERRATA CORREÇÃO CORRIGIDA CORRIGIDO RETIFICAÇÃO УТОЧНЕНИЕ УТОЧНЕНО ИСПРАВЛЕНИЕ
                ИСПРАВЛЕНО ПОПРАВКА УТОЧНЕННЯ ВИПРАВЛЕННЯ تصحيح تصويب DÜZELTME DÜZELTİLDİ RECTIFICATIE CORRECTIE SPROSTOWANIE KOREKTA
                RÄTTELSE RÄTTAD RETTELSE OIKAISU KORJAUS
                """
            ),
            (.minorCorrection, "REFILE REFILES"),
            (
                .revision,
                """
                UPDATED AKTUALISIERT AKTUALISIERUNG ACTUALISATION ACTUALISÉ AMPLIACIÓN AMPLIACION AMPL AMPLÍA ACTUALIZACIÓN ACTUALIZADO
                AGGIORNAMENTO AGGIORNATO ATUALIZAÇÃO ATUALIZADO ОБНОВЛЕНО ОБНОВЛЕНИЕ ДОПОЛНЕНО
                """
            ),
            (
                .repetition,
                """
                RPT REPEAT REPEATS RESEND WIEDERHOLUNG WDH RÉPÉTITION REPETICIÓN REPETIDA RIPETIZIONE REPETIÇÃO ПОВТОР ПОВТОРНО TEKRAR إعادة
                """
            ),
        ]
        return table(classes)
    }()

    private static let phrases: [String: Article.Marker.Class] = [
        "ANNULE ET REMPLACE": .correction, "ANULA Y SUSTITUYE": .correction, "ANNULLA E SOSTITUISCE": .correction,
        "FE DE ERRATAS": .correction, "FE DE ERRORES": .correction, "ERRATA CORRIGE": .correction, "GERİ ÇEKİLDİ": .kill,
        "GERİ ÇEKME": .kill, "DO NOT USE": .kill, "NE PAS UTILISER": .kill,
    ]

    /// Words of scripts without blanks, and Korean ones.
    private static let dense: [String: Article.Marker.Class] = {
        let classes: [(Article.Marker.Class, String)] = [
            (.kill, "撤稿 销稿 銷稿 取り消し 取消し 取消 취소"), (.hold, "缓发 緩發 暂缓发稿 暫緩發稿 保留 보류"),
            (.correction, "更正 订正 訂正 勘误 勘誤 修正 정정 바로잡기 수정"), (.repetition, "重发 重發 再送 재송"), (.revision, "更新"),
        ]
        return table(classes)
    }()

    /// Labels that need no sign behind them but a blank.
    static let bare = ["撤稿", "销稿", "銷稿", "更正", "订正", "訂正", "勘误", "勘誤"]

    private static let frames = (
        before: ["记事", "記事", "配信", "稿件", "消息", "新闻", "新聞", "전문", "기사", "전면"], behind: ["通知", "公告", "启事", "声明", "稿", "します"]
    )

    /// Corrections in small letters that open no other headline.
    private static let quiet = words(
        """
        CORRECTED CORRECTION CLARIFICATION KORREKTUR KORRIGIERT BERICHTIGUNG BERICHTIGT RICHTIGSTELLUNG RECTIFICATIF RECTIFICATION
        ERRATUM CORRECCIÓN CORREGIDA CORREGIDO RECTIFICACIÓN CORREZIONE RETTIFICA ERRATA CORREÇÃO RETIFICAÇÃO УТОЧНЕНИЕ ИСПРАВЛЕНИЕ
        УТОЧНЕННЯ ВИПРАВЛЕННЯ DÜZELTME RECTIFICATIE SPROSTOWANIE RÄTTELSE RETTELSE OIKAISU
        """)

    /// Words of withdrawals that are ordinary ones even in capitals.
    private static let doubtful = words(
        """
        KILLED WITHDRAW WITHDRAWS DELETED STREICHUNG RÜCKZUG ANNULE RETRAIT RETIRADA RETIRADO RITIRATA RITIRATO CANCELADA CANCELADO
        İPTAL İPTALİ إلغاء سحب 撤回 撤销 撤銷 删除 削除 철회 삭제
        """)

    /// Every word that a label may begin with.
    private static let openers = WordTable(
        addresses.union(objects).union(qualities).union(doubtful).union(table.keys).union(
            phrases.keys.compactMap(\.words.first).map(String.init)
        )
        .map { String(String.UnicodeScalarView($0.unicodeScalars.map(\.lowercase))) })

    /// The first two letters of the words of `dense`, framed or not.
    private static let denseOpenings = Set(
        (Array(dense.keys) + frames.before + doubtful + bare).map { word in
            word.unicodeScalars.prefix(2).reduce(0) { $0 << 32 | UInt64($1.value) }
        })

    private static func table(_ classes: [(Article.Marker.Class, String)]) -> [String: Article.Marker.Class] {
        var table: [String: Article.Marker.Class] = [:]
        for (meaning, words) in classes { for word in words.split(whereSeparator: \.isWhitespace) { table[String(word)] = meaning } }
        return table
    }
}

extension Unicode.Scalar {
    /// A Chinese character, kana or a Hangul syllable that stands for itself.
    fileprivate var isPlainIdeograph: Bool {
        (0x4E00...0x9FFF).contains(value) || (0xAC00...0xD7A3).contains(value) || (0x3041...0x30FA).contains(value)
    }
}

extension Character {
    /// An accent that stands by itself.
    fileprivate var isMark: Bool { unicodeScalars.allSatisfy { $0.properties.generalCategory == .nonspacingMark } }
}

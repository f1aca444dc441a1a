// SPDX-License-Identifier: Apache-2.0
import Articles
import Testing

@Suite struct ChangeWordsTests {
    /// A headline with its label, and what it announces; the story is called as it was.
    @Test(
        arguments: [
            ("STORY WITHDRAWN-Storm nears coast", .kill), ("Story withdrawn: Storm nears coast", .kill), ("KILL: Storm nears coast", .kill),
            ("KILL - Storm nears coast", .kill), ("Mandatory kill: Storm nears coast", .kill), ("BULLETIN KILL-Storm nears coast", .kill),
            ("KILL ADVISORY: Storm nears coast", .kill), ("EDS: MANDATORY KILL - Storm nears coast", .kill),
            ("KILL KILL KILL: Storm nears coast", .kill),
            ("ATTENTION EDITORS - STORY WITHDRAWN - Storm nears coast", .kill), ("RETRACTION: Storm nears coast", .kill),
            ("(WITHDRAWN) Storm nears coast", .kill), ("[WITHDRAWN] Storm nears coast", .kill), ("Storm nears coast (WITHDRAWN)", .kill),
            ("Storm nears coast - STORY WITHDRAWN", .kill), ("Storm nears coast -- WITHDRAWN", .kill),
            ("ZURÜCKGEZOGEN: Storm nears coast", .kill), ("Meldung zurückgezogen: Storm nears coast", .kill),
            ("ANNULATION : Storm nears coast", .kill),
            ("DÉPÊCHE ANNULÉE: Storm nears coast", .kill), ("ANULACIÓN.- Storm nears coast", .kill),
            ("NOTICIA RETIRADA: Storm nears coast", .kill),
            ("ANNULLAMENTO: Storm nears coast", .kill), ("NOTIZIA RITIRATA: Storm nears coast", .kill),
            ("ANULAÇÃO: Storm nears coast", .kill),
            ("ОТЗЫВ: Storm nears coast", .kill), ("АННУЛИРОВАНО. Storm nears coast", .kill), ("НОВОСТЬ ОТОЗВАНА: Storm nears coast", .kill),
            ("HABER İPTALİ: Storm nears coast", .kill), ("سحب الخبر: Storm nears coast", .kill), ("撤稿：Storm nears coast", .kill),
            ("【撤稿】Storm nears coast", .kill), ("撤稿通知：Storm nears coast", .kill), ("Storm nears coast（撤稿）", .kill),
            ("【記事取り消し】Storm nears coast", .kill),
            ("[전문취소] Storm nears coast", .kill), ("<기사취소> Storm nears coast", .kill), ("HOLD: Storm nears coast", .hold),
            ("CORRECTED (OFFICIAL)-Storm nears coast", .correction), ("[Corrected] Storm nears coast", .correction),
            ("Storm nears coast (Korrektur)", .correction), ("BERICHTIGUNG: Storm nears coast", .correction),
            ("Rectificatif : Storm nears coast", .correction),
            ("ANNULE ET REMPLACE - Storm nears coast", .correction), ("CORRECCIÓN: Storm nears coast", .correction),
            ("RETTIFICA: Storm nears coast", .correction),
            ("CORREÇÃO: Storm nears coast", .correction), ("ИСПРАВЛЕНИЕ: Storm nears coast", .correction),
            ("DÜZELTME: Storm nears coast", .correction),
            ("勘误：Storm nears coast", .correction), ("［訂正］Storm nears coast", .correction), ("[정정] Storm nears coast", .correction),
            ("تصحيح: Storm nears coast", .correction), ("WDH: Storm nears coast", .repetition), ("ПОВТОР: Storm nears coast", .repetition),
            ("再送：Storm nears coast", .repetition), ("更新：Storm nears coast", .revision), ("Storm nears coast (종합2보)", .revision),
        ] as [(String, Article.Marker.Class)])
    func `reads what a label announces in many languages`(raw: String, meaning: Article.Marker.Class) {
        let headline = Headline.read(raw, agency: nil)
        #expect(headline.text == "Storm nears coast")
        #expect(headline.markers.map(\.class) == [meaning])
    }

    @Test(arguments: [
        "KILL-SWITCH PHONES SELL WELL", "HOLD-UP AT BANK IN BARI", "Killed: 14 on coast road", "Withdrawn: the man behind the coast",
        "Kill: a film",
        "Hold: what the coast guard does", "Travel advisory withdrawn: coast is safe", "Retirada: las tropas dejan la costa",
        "Отзыв лицензии у банка",
        "취소 수수료 논란", "수정 예산안 통과", "取消费用公布", "RÜCKZUG: TRUPPEN VERLASSEN KÜSTE", "Correction-fluid maker sold", "Storm nears coast (Bari)",
        "Shares fall - correction or crash?", "سحب: العملة القديمة", "Mandatory withdrawal: what savers must know",
    ])
    func `leaves ordinary words alone`(raw: String) {
        let headline = Headline.read(raw, agency: nil)
        #expect(headline.text == raw)
        #expect(headline.markers.isEmpty)
    }
}

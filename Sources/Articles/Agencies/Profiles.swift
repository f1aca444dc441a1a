// SPDX-License-Identifier: Apache-2.0

extension Agency {
    /// The agencies that have a file of their own in this folder, by code.
    static let profiles: [Agency] = [
        .anadolu, .aap, .adnkronos, .afp, .agenciaBrasil, .agerpres, .agi, .ani, .anp, .ansa, .antara, .ap, .apa, .app,
        .aps, .armenpress, .ats, .azertac, .belga, .belta, .bernama, .bloomberg, .bna, .bss, .bta, .businessWire,
        .chinaNews, .cna, .cnw, .canadianPress, .ctk, .dowJones, .dpa, .efe, .ena, .europaPress, .globeNewswire, .gna,
        .hina, .ians, .interfax, .irna, .jiji, .kazinform, .kcna, .kuna, .kyodo, .lusa, .map, .mehr, .mena, .mti, .nan,
        .news1, .newsis, .notimex, .ntb, .ona, .pa, .pap, .petra, .pna, .prensaLatina, .prNewswire, .pti, .qna,
        .reuters, .ria, .ritzau, .sana, .spa, .sputnik, .stt, .suna, .tanjug, .tasnim, .tass, .telam, .tt, .ukrinform,
        .uni, .upi, .vna, .wafa, .wam, .xinhua, .yonhap,
    ]
}

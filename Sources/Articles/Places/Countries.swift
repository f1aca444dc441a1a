// SPDX-License-Identifier: Apache-2.0

extension PlaceTable {
    /// Countries with the names that datelines give them.
    static let countryLines = """
        AD	Andorra
        AE	United Arab Emirates|UAE|U.A.E.|Emirates|Emiratos Árabes Unidos|ОАЭ
        AF	Afghanistan|Afganistán|АФГАНИСТАН
        AG	Antigua and Barbuda|Antigua
        AL	Albania
        AM	Armenia|АРМЕНИЯ
        AO	Angola
        AR	Argentina|Argentine|Argentinien
        AT	Austria|Autriche|Österreich|АВСТРИЯ
        AU	Australia|Australie|АВСТРАЛИЯ
        AW	Aruba
        AZ	Azerbaijan|АЗЕРБАЙДЖАН
        BA	Bosnia and Herzegovina|Bosnia|Bosnia-Herzegovina|Bosnia-Hercegovina
        BB	Barbados
        BD	Bangladesh
        BE	Belgium|Bélgica|Belgique|Belgien|БЕЛЬГИЯ
        BF	Burkina Faso
        BG	Bulgaria
        BH	Bahrain
        BI	Burundi
        BJ	Benin
        BM	Bermuda
        BN	Brunei
        BO	Bolivia
        BR	Brazil|Brasil|Brésil|Brasilien|БРАЗИЛИЯ
        BS	Bahamas|The Bahamas
        BT	Bhutan
        BW	Botswana
        BY	Belarus|Byelorussia|БЕЛОРУССИЯ|БЕЛАРУСЬ
        BZ	Belize
        CA	Canada|Canadá|Kanada|КАНАДА
        CD	Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|DRC|D.R. Congo|Zaire
        CF	Central African Republic
        CG	Congo Republic|Republic of Congo|Republic of the Congo
        CH	Switzerland|Suiza|Suisse|Schweiz|Svizzera|ШВЕЙЦАРИЯ
        CI	Ivory Coast|Cote d'Ivoire|Costa de Marfil
        CL	Chile
        CM	Cameroon
        CN	China|Chine|КИТАЙ|中国
        CO	Colombia
        CR	Costa Rica
        CU	Cuba|КУБА
        CV	Cape Verde|Cabo Verde
        CY	Cyprus|Chipre|КИПР
        CZ	Czech Republic|Czechia|ЧЕХИЯ
        DE	Germany|Alemania|Allemagne|Deutschland|Germania|West Germany|ГЕРМАНИЯ
        DK	Denmark|Dinamarca|Danemark|ДАНИЯ
        DM	Dominica
        DO	Dominican Republic|República Dominicana
        DZ	Algeria|Argelia|Algérie
        EC	Ecuador
        EE	Estonia|ЭСТОНИЯ
        EG	Egypt|Egipto|Égypte|Ägypten|ЕГИПЕТ
        ER	Eritrea
        ES	Spain|España|Espagne|Spanien|Spagna|ИСПАНИЯ
        ET	Ethiopia|Etiopía
        FI	Finland|Finlandia|Finlande|ФИНЛЯНДИЯ
        FJ	Fiji
        FR	France|Francia|Frankreich|ФРАНЦИЯ
        GA	Gabon
        GB
        GB	United Kingdom|Britain|Great Britain|UK|U.K.|England|Scotland|Wales|Northern Ireland|N. Ireland|Reino Unido|Royaume-Uni|Großbritannien|Inglaterra|ВЕЛИКОБРИТАНИЯ|英国
        GD	Grenada
        GE	Georgia|ГРУЗИЯ
        GH	Ghana
        GL	Greenland|Groenlandia
        GM	Gambia|The Gambia
        GN	Guinea
        GQ	Equatorial Guinea
        GR	Greece|Grecia|Grèce|Griechenland|ГРЕЦИЯ
        GT	Guatemala
        GU	Guam
        GW	Guinea-Bissau
        GY	Guyana
        HN	Honduras
        HR	Croatia|Croacia|Croatie|Kroatien|ХОРВАТИЯ
        HT	Haiti|Haití
        HU	Hungary|Hungría|Hongrie|Ungarn|ВЕНГРИЯ
        ID	Indonesia|ИНДОНЕЗИЯ
        IE	Ireland|Irlanda|Irlande|Irland
        IL	Israel|Israël|Israele|ИЗРАИЛЬ|以色列
        IN	India|Inde|Indien|ИНДИЯ|印度
        IQ	Iraq|Irak|ИРАК
        IR	Iran|Irán|ИРАН|伊朗
        IS	Iceland|Islandia|Islande
        IT	Italy|Italia|Italie|Italien|ИТАЛИЯ|意大利
        JM	Jamaica
        JO	Jordan|Jordania|Jordanie|ИОРДАНИЯ
        JP	Japan|Japón|Japon|ЯПОНИЯ|日本
        KE	Kenya|Kenia
        KG	Kyrgyzstan|Kirguistán|КИРГИЗИЯ
        KH	Cambodia|Camboya|Cambodge
        KI	Kiribati
        KM	Comoros
        KN	St. Kitts and Nevis
        KP	North Korea|N. Korea|DPRK|Corea del Norte|КНДР|朝鲜
        KR	South Korea|S. Korea|Republic of Korea|Corea del Sur|ЮЖНАЯ КОРЕЯ|韩国
        KW	Kuwait|КУВЕЙТ
        KY	Cayman Islands
        KZ	Kazakhstan|Kazajistán|КАЗАХСТАН
        LA	Laos
        LB	Lebanon|Líbano|Liban|Libanon|ЛИВАН
        LC	St. Lucia
        LI	Liechtenstein
        LK	Sri Lanka
        LR	Liberia
        LS	Lesotho
        LT	Lithuania|Lituania|ЛИТВА
        LV	Latvia|Letonia|ЛАТВИЯ
        LY	Libya|Libia|Libye|ЛИВИЯ
        MA	Morocco|Marruecos|Maroc|Marokko
        MC	Monaco|Mónaco
        MD	Moldova|МОЛДАВИЯ|МОЛДОВА
        ME	Montenegro
        MG	Madagascar
        MH	Marshall Islands
        MK	North Macedonia|Macedonia
        ML	Mali
        MM	Myanmar|Burma|Birmania
        MN	Mongolia|МОНГОЛИЯ
        MR	Mauritania
        MT	Malta
        MU	Mauritius
        MV	Maldives
        MW	Malawi
        MX	Mexico|México|Mexique|Mexiko|МЕКСИКА
        MY	Malaysia|Malasia
        MZ	Mozambique
        NA	Namibia
        NE	Niger
        NG	Nigeria
        NI	Nicaragua
        NL	Netherlands|The Netherlands|Holland|Países Bajos|Pays-Bas|Niederlande|НИДЕРЛАНДЫ
        NO	Norway|Noruega|Norvège|Norwegen|НОРВЕГИЯ
        NP	Nepal
        NR	Nauru
        NZ	New Zealand|Nueva Zelanda
        OM	Oman|Omán
        PA	Panama|Panamá
        PE	Peru|Perú
        PG	Papua New Guinea
        PH	Philippines|Filipinas|The Philippines
        PK	Pakistan|Pakistán
        PL	Poland|Polonia|Pologne|Polen|ПОЛЬША
        PR	Puerto Rico
        PS	Gaza Strip|West Bank|Palestine|Palestinian Territories|Occupied West Bank
        PT	Portugal
        PW	Palau
        PY	Paraguay
        QA	Qatar|Catar
        RO	Romania|Rumanía|Rumania|Roumanie|Rumänien
        RS	Serbia|Serbie|Serbien|СЕРБИЯ
        RU	Russia|Russian Federation|Soviet Union|U.S.S.R.|USSR|Rusia|Russie|Russland|РОССИЯ|俄罗斯
        RW	Rwanda|Ruanda
        SA	Saudi Arabia|Arabia Saudita|Arabie saoudite|Saudi-Arabien
        SB	Solomon Islands
        SC	Seychelles
        SD	Sudan|Sudán
        SE	Sweden|Suecia|Suède|Schweden|ШВЕЦИЯ
        SI	Slovenia
        SK	Slovakia
        SL	Sierra Leone
        SM	San Marino
        SN	Senegal
        SO	Somalia
        SR	Suriname
        SS	South Sudan|Sudán del Sur
        SV	El Salvador
        SY	Syria|Siria|Syrie|Syrien|СИРИЯ
        SZ	Eswatini|Swaziland
        TD	Chad|Tchad
        TG	Togo
        TH	Thailand|Tailandia
        TJ	Tajikistan|ТАДЖИКИСТАН
        TL	East Timor|Timor-Leste
        TM	Turkmenistan|ТУРКМЕНИЯ
        TN	Tunisia|Tunisie
        TO	Tonga
        TR	Turkey|Turkiye|Türkiye|Turquía|Turquie|Türkei|ТУРЦИЯ
        TT	Trinidad and Tobago|Trinidad
        TV	Tuvalu
        TW	Taiwan|ТАЙВАНЬ|台湾
        TZ	Tanzania
        UA	Ukraine|Ucrania|Ucraina|УКРАИНА|乌克兰
        UG	Uganda
        US	United States|USA|U.S.A.|U.S.|United States of America|Estados Unidos|États-Unis|США|美国
        UY	Uruguay
        UZ	Uzbekistan|УЗБЕКИСТАН
        VC	St. Vincent and the Grenadines|St. Vincent
        VE	Venezuela
        VG	British Virgin Islands
        VI	U.S. Virgin Islands
        VN	Vietnam|Viet Nam|ВЬЕТНАМ
        VU	Vanuatu
        WS	Samoa
        XK	Kosovo
        YE	Yemen|ЙЕМЕН
        ZA	South Africa|Sudáfrica
        ZM	Zambia
        ZW	Zimbabwe|Zimbabue
        """
}

// SPDX-License-Identifier: Apache-2.0

extension Agency {
    /// Agencies, newswires and services of which only the spellings matter.
    static let others: [Agency] = table.split(separator: "\n").compactMap { line in
        let fields = line.split(separator: "\t").map(String.init)
        guard fields.count == 3, let name = fields[2].split(separator: "|").first.map(String.init) else { return nil }
        return Agency(
            code: fields[0], name: name, spellings: fields[2].split(separator: "|").map(String.init),
            languages: fields[1].split(separator: " ").map(String.init))
    }

    /// Code, languages, spellings: a line an agency, the columns apart by tabs. The first spelling is the name.
    private static let table = """
        aa	en tr ar	Anadolu|AA|Anadolu Agency|Anadolu Ajansı
        aap	en	AAP|Australian Associated Press
        accesswire	en	ACCESSWIRE
        adnkronos	it	Adnkronos
        afx	en	AFX|AFX News
        agenciabrasil	pt	Agência Brasil
        agi	it en	AGI|Agenzia Italia
        ani	en hi	ANI|Asian News International
        apa	de	APA|Austria Presse Agentur
        bbc	en	BBC|BBC News
        belga	nl fr	Belga|BELGA
        bloomberg	en	Bloomberg|Bloomberg News|ブルームバーグ
        bta	bg en	BTA
        businesswire	en	Business Wire|BUSINESS WIRE
        businessweek	en	BusinessWeek Online
        cbs	en	CBS|CBS News
        chinanews	zh en	中新社|China News Service|CNS|中新网
        cna	zh en	CNA|Central News Agency|中央社|Channel NewsAsia
        cnet	en	CNET News.com|CNET
        cnn	en	CNN
        ctk	cs en	CTK|ČTK
        dowjones	en	Dow Jones|Dow Jones Newswires|DJ
        dts	de	dts|DTS
        epd	de	epd
        forbes	en	Forbes.com
        globenewswire	en fr	GLOBE NEWSWIRE|GlobeNewswire
        hina	hr en	HINA|Hina
        ians	en hi	IANS|Indo-Asian News Service
        idg	en	IDG NEWS SERVICE|IDG News Service
        ina	en	INA|Iraqi News Agency
        infoworld	en	InfoWorld
        inps	en	IPS|Inter Press Service
        irin	en fr	IRIN|IRIN News
        irna	fa en	IRNA|Islamic Republic News Agency|ИРНА
        isna	fa en	ISNA
        jiji	ja en	Jiji|Jiji Press|時事
        jta	en	JTA
        kna	de	KNA
        kuna	ar en	KUNA
        kyivindependent	en	Kyiv Independent
        latimes	en	Los Angeles Times
        lusa	pt en	Lusa|LUSA
        maccentral	en	MacCentral
        mehr	fa en	MNA|Mehr News Agency
        mena	ar en	MENA|Middle East News Agency
        mercopress	en	MercoPress
        motleyfool	en	The Motley Fool|Motley Fool
        mti	hu en	MTI
        newsfactor	en	NewsFactor
        nna	ar en	NNA
        nnn	en	NNN|NNN-Bernama
        notimex	es	NOTIMEX|Notimex
        ntb	no	NTB
        pa	en	PA|PA Media|Press Association|The Press Association
        pap	pl en	PAP
        pcmagazine	en	PC Magazine
        pcworld	en	PC World
        pna	en	PNA|Philippine News Agency
        prnewswire	en	PRNewswire|PR Newswire|PRNewsfoto|PRNewswire-FirstCall
        qna	ar en	QNA|Qatar News Agency
        ritzau	da	Ritzau|RITZAU
        rosbalt	ru	Росбалт|Rosbalt
        rt	en	RT
        sana	ar en	SANA
        sapa	en	Sapa|SAPA
        saba	ar en	Saba
        sid	de	SID
        spa	ar en	SPA|Saudi Press Agency
        spacecom	en	SPACE.com|Space.com
        sportsnetwork	en	The Sports Network|Sports Network
        sputnik	en ru es	Sputnik
        stt	fi sv	STT
        tanjug	sr en	Tanjug|TANJUG
        techweb	en	TechWeb
        telam	es	Télam|TELAM|Telam
        ticker	en	Ticker|The Sports Ticker
        tt	sv	TT
        ukrinform	uk en	Ukrinform|Укринформ|Укрінформ
        uni	en hi	UNI|United News of India
        unian	uk ru en	UNIAN|УНИАН|УНІАН
        usatoday	en	USATODAY.com|USA TODAY
        vna	vi en	VNA|Vietnam News Agency|TTXVN
        wafa	ar en	WAFA
        wam	ar en	WAM|Emirates News Agency
        washingtonpost	en	washingtonpost.com|The Washington Post
        ziffdavis	en	Ziff Davis
        """
}

// SPDX-License-Identifier: Apache-2.0

extension Agency {
    /// Agencies, newswires and services of which only the spellings matter.
    static let others: [Agency] = table.pieces(between: "\n").compactMap { line in
        let fields = line.pieces(between: "\t").map(String.init)
        guard fields.count == 3, let name = fields[2].pieces(between: "|").first.map(String.init) else { return nil }
        return Agency(
            code: fields[0], name: name, spellings: fields[2].pieces(between: "|").map(String.init),
            languages: fields[1].words.map(String.init),
            isAlsoAWord: fields[2].unicodeScalars.count <= 4 && !unmistakable.contains(fields[0]))
    }

    /// Of the short names, those that stand for nothing else in a newspaper.
    private static let unmistakable: Set<String> = ["afx", "cnn", "dts", "epd", "isna", "nna", "nnn", "nzpa"]

    /// Code, languages, spellings: a line an agency, the columns apart by tabs. The first spelling is the name.
    private static let table = """
        abi	es	ABI
        accesswire	en	ACCESSWIRE
        acn	es	ACN|Agencia Cubana de Noticias
        adweek	en	AdWeek.com|Mediaweek.com
        afx	en	AFX|AFX News
        aim	pt en	AIM
        andina	es	Andina|ANDINA
        angop	pt en fr	Angop|ANGOP
        askanews	it	askanews|Askanews
        ata	sq en	ATA
        avn	es	AVN
        bbc	en	BBC|BBC News
        businessweek	en	BusinessWeek Online
        cbs	en	CBS|CBS News
        cctv	zh en	央视网|CCTV|央视新闻客户端
        cmc	en	CMC|Caribbean Media Corporation
        cnet	en	CNET News.com|CNET
        cnn	en	CNN
        csmonitor	en	The Christian Science Monitor
        culturaocio	es	CulturaOcio
        dts	de	dts|DTS
        dtsnews	de	dts Nachrichtenagentur
        einpresswire	en	EINPresswire.com|EIN Presswire
        eonline	en	E! Online
        epd	de	epd
        fars	fa en	FNA|Fars News Agency
        fena	bs en	FENA
        forbes	en	Forbes.com
        ft	en	FT.com|Financial Times
        gmw	zh	光明网
        huanqiu	zh	环球网
        ibd	en	Investor's Business Daily
        idg	en	IDG NEWS SERVICE|IDG News Service
        ina	en	INA|Iraqi News Agency
        inforpress	pt en	Inforpress|INFORPRESS
        infoworld	en	InfoWorld
        inps	en	IPS|Inter Press Service
        irin	en fr	IRIN|IRIN News
        isna	fa en	ISNA
        italpress	it	ITALPRESS|Italpress
        jis	en	JIS
        jta	en	JTA
        kitco	en	Kitco News
        kna	de	KNA
        kno	en	Kashmir News Observer|KNO
        kyivindependent	en	Kyiv Independent
        lana	ar en	LANA|Lana
        lapresse	it	LaPresse
        latimes	en	Los Angeles Times
        maccentral	en	MacCentral
        marketwatch	en	MarketWatch|CBS.MW|CBS MarketWatch|CBS MarketWatch.com
        marketwire	en	Marketwire|Marketwired|Market Wire
        mercopress	en	MercoPress
        mia	mk en	MIA
        motleyfool	en	The Motley Fool|Motley Fool
        newsfactor	en	NewsFactor
        nina	ar en	NINA
        nna	ar en	NNA
        nnn	en	NNN|NNN-Bernama
        nova	it	Agenzia Nova|Nova
        npr	en	NPR
        nzpa	en	NZPA
        oneworld	en	OneWorld.net
        ots	de	ots|news aktuell
        pana	en fr	PANA|Panapress|PANAPRESS
        pcmagazine	en	PC Magazine
        pcworld	en	PC World
        people	zh en	人民网|人民日报|人民網
        pia	en	PIA|Philippine Information Agency
        prime	ru	ПРАЙМ|Прайм|Агентство "Прайм"
        radiocor	it	Il Sole 24 Ore Radiocor Plus|Il Sole 24 Ore Radiocor|Radiocor
        rferl	en ru	RFE/RL
        rosbalt	ru	Росбалт|Rosbalt
        rssnepal	en ne	RSS
        rt	en	RT
        rttnews	en	RTTNews|RTT News
        saba	ar en	Saba
        sapa	en	Sapa|SAPA
        sid	de	SID
        siliconvalley	en	SiliconValley.com
        sita	sk	SITA
        spacecom	en	SPACE.com|Space.com
        sportsnetwork	en	The Sports Network|Sports Network
        srna	sr en	SRNA|Srna
        sta	sl en	STA
        swissinfo	en de fr	swissinfo.ch|SWI swissinfo.ch
        tap	fr ar en	TAP
        tasr	sk en	TASR
        techweb	en	TechWeb
        thedeal	en	TheDeal.com
        thestreet	en	TheStreet.com|TheStreet
        ticker	en	Ticker|The Sports Ticker
        time	en	Time.com
        trend	en ru az	Trend
        unb	en bn	UNB
        unian	uk ru en	UNIAN|УНИАН|УНІАН
        usatoday	en	USATODAY.com|USA TODAY
        usnews	en	USNews.com|U.S. News & World Report
        voa	en	VOA|VOA News
        washingtonpost	en	washingtonpost.com|The Washington Post
        ziana	en	New Ziana
        ziffdavis	en	Ziff Davis
        """
}

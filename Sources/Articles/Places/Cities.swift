// SPDX-License-Identifier: Apache-2.0

extension PlaceTable {
    /// Cities that agencies write without a country: country, then each city with its spellings.
    static let cityLines = """
        AE	Abu Dhabi|АБУ-ДАБИ	Dubai|ДУБАЙ	Sharjah	Ajman	Ras al-Khaimah	Fujairah
        AF	Kabul|КАБУЛ	Kandahar	Herat	Mazar-i-Sharif	Jalalabad
        AL	Tirana
        AM	Yerevan|ЕРЕВАН
        AO	Luanda
        AR	Buenos Aires|БУЭНОС-АЙРЕС	Rosario	Mendoza	La Plata
        AT	Vienna|Wien|Viena|Vienne|ВЕНА	Salzburg	Graz	Linz	Innsbruck
        AU	Canberra|КАНБЕРРА	Sydney|СИДНЕЙ	Melbourne	Brisbane	Perth	Adelaide	Hobart	Darwin	Gold Coast
        AZ	Baku|БАКУ
        BA	Sarajevo	Banja Luka	Mostar
        BD	Dhaka|Dacca	Chittagong|Chattogram	Cox's Bazar
        BE	Brussels|Bruxelles|Bruselas|Brüssel|Brussel|Bruxelas|БРЮССЕЛЬ|布鲁塞尔	Antwerp|Antwerpen|Anvers	Ghent|Gent	Liege	Bruges
        BF	Ouagadougou
        BG	Sofia|СОФИЯ	Plovdiv	Varna
        BH	Manama
        BI	Bujumbura
        BJ	Cotonou	Porto-Novo
        BN	Bandar Seri Begawan
        BO	La Paz	Santa Cruz de la Sierra
        BR	Brasilia|БРАЗИЛИА|巴西利亚	Sao Paulo|San Pablo	Rio de Janeiro|РИО-ДЕ-ЖАНЕЙРО|里约热内卢	Belo Horizonte	Porto Alegre	Recife	Belem
        BR	Manaus	Curitiba
        BS	Nassau
        BT	Thimphu
        BW	Gaborone
        BY	Minsk|МИНСК|明斯克	Gomel
        BZ	Belmopan
        CA	Ottawa|ОТТАВА	Toronto	Montreal	Vancouver	Calgary	Edmonton	Winnipeg	Halifax	Saskatoon	Quebec City	Regina
        CD	Kinshasa	Goma	Lubumbashi	Bukavu
        CF	Bangui
        CG	Brazzaville
        CH	Geneva|Genève|Genf|Ginebra|Ginevra|Genebra|ЖЕНЕВА|日内瓦	Zurich|ЦЮРИХ|苏黎世	Bern|Berne|Berna	Basel|Bâle	Lausanne	Davos|ДАВОС
        CH	Lucerne|Luzern	Lugano
        CI	Abidjan	Yamoussoukro
        CL	Santiago|Santiago de Chile|圣地亚哥	Valparaiso
        CM	Yaounde	Douala
        CN	Beijing|Peking|Pekin|Pequim|Pechino|ПЕКИН|北京|北京市|베이징	Shanghai|ШАНХАЙ|上海	Guangzhou|Canton|广州	Shenzhen|深圳	Tianjin|天津
        CN	Chongqing|重庆	Chengdu|成都	Wuhan|武汉	Nanjing|南京	Hangzhou|杭州	Xi'an|Sian|西安	Harbin|ХАРБИН|哈尔滨	Shenyang|沈阳	Dalian|大连	Qingdao|青岛
        CN	Jinan|济南	Kunming|昆明	Lhasa|拉萨	Urumqi|乌鲁木齐	Changsha|长沙	Zhengzhou|郑州	Fuzhou|福州	Xiamen|厦门	Nanning|南宁	Haikou|海口	Hefei|合肥
        CN	Guiyang|贵阳	Lanzhou|兰州	Hohhot|呼和浩特	Taiyuan|太原	Shijiazhuang|石家庄	Changchun|长春	Nanchang|南昌	Yinchuan|银川	Xining|西宁	Sanya|三亚
        CN	Suzhou|苏州	Ningbo|宁波	Boao|博鳌
        CO	Bogota|БОГОТА|波哥大	Medellin	Cali	Cartagena de Indias	Barranquilla
        CR	San Jose
        CU	Havana|La Habana|ГАВАНА|Havane|La Havane|哈瓦那	Santiago de Cuba
        CV	Praia
        CY	Nicosia|НИКОСИЯ	Limassol	Larnaca
        CZ	Prague|Praha|Prag|Praga|ПРАГА|布拉格	Brno	Ostrava
        DE	Berlin|Berlín|БЕРЛИН|柏林|ベルリン|베를린	Bonn	Frankfurt|Frankfurt/Main|ФРАНКФУРТ|法兰克福
        DE	Munich|München|Múnich|Monaco di Baviera|МЮНХЕН|慕尼黑	Hamburg|ГАМБУРГ|汉堡	Cologne|Köln	Dusseldorf	Stuttgart	Dresden	Leipzig
        DE	Hanover|Hannover	Bremen	Karlsruhe	Potsdam	Wiesbaden	Mainz	Magdeburg	Erfurt	Schwerin	Kiel	Saarbrücken	Nuremberg|Nürnberg
        DE	Dortmund	Essen
        DJ	Djibouti
        DK	Copenhagen|København|Copenhague|Kopenhagen|КОПЕНГАГЕН|哥本哈根	Aarhus
        DO	Santo Domingo
        DZ	Algiers|Alger|Argel|АЛЖИР|阿尔及尔	Oran
        EC	Quito	Guayaquil
        EE	Tallinn|ТАЛЛИН|ТАЛЛИНН	Tartu
        EG	Cairo|El Cairo|Le Caire|Kairo|Il Cairo|КАИР|开罗|カイロ|카이로	Alexandria	Sharm el-Sheikh	Giza	Luxor	Suez	Ismailia
        ER	Asmara
        ES	Madrid|МАДРИД|马德里	Barcelona|БАРСЕЛОНА|巴塞罗那	Valencia	Seville|Sevilla	Bilbao	Malaga	Zaragoza	Palma de Mallorca	Las Palmas
        ES	Santa Cruz de Tenerife	San Sebastian	Pamplona	Oviedo	Santander	Murcia	Valladolid	Granada	Santiago de Compostela	Alicante
        ET	Addis Ababa|Addis Abeba|АДДИС-АБЕБА|亚的斯亚贝巴
        FI	Helsinki|ХЕЛЬСИНКИ|赫尔辛基	Tampere	Turku
        FJ	Suva
        FR	Paris|París|Parigi|ПАРИЖ|巴黎|パリ|파리	Strasbourg|Straßburg|Estrasburgo|СТРАСБУРГ	Lyon|Lyons	Marseille|Marseilles|Marsella
        FR	Nice|Niza	Toulouse	Bordeaux	Lille	Nantes	Cannes	Rennes	Calais	Montpellier	Grenoble
        GA	Libreville
        GB	London|Londres|Londra|Londen|ЛОНДОН|伦敦|ロンドン|런던	Manchester	Birmingham	Edinburgh|Edimburgo	Glasgow	Belfast	Cardiff	Liverpool
        GB	Leeds	Sheffield	Newcastle	Oxford	Cambridge	Bristol	Wimbledon
        GE	Tbilisi|ТБИЛИСИ	Batumi
        GH	Accra
        GI	Gibraltar
        GL	Nuuk
        GM	Banjul
        GN	Conakry
        GQ	Malabo
        GR	Athens|Athen|Athènes|Atenas|Atene|АФИНЫ|雅典	Thessaloniki|Salonika	Piraeus
        GT	Guatemala City|Ciudad de Guatemala
        GW	Bissau
        GY	Georgetown
        HK	Hong Kong|Hongkong|ГОНКОНГ|香港|홍콩
        HN	Tegucigalpa	San Pedro Sula
        HR	Zagreb|ЗАГРЕБ	Split	Dubrovnik	Rijeka
        HT	Port-au-Prince|Puerto Príncipe|太子港
        HU	Budapest|БУДАПЕШТ|布达佩斯
        ID	Jakarta|Yakarta|ДЖАКАРТА|雅加达	Surabaya	Bandung|Kota Bandung	Denpasar	Yogyakarta	Semarang	Medan	Makassar	Banda Aceh	Palembang
        ID	Padang	Nusa Dua	Jayapura
        IE	Dublin|Dublín|Dublino|ДУБЛИН|都柏林	Cork	Galway
        IL	Jerusalem|Jerusalén|Jérusalem|Gerusalemme|ИЕРУСАЛИМ|耶路撒冷	Tel Aviv|ТЕЛЬ-АВИВ|特拉维夫	Haifa	Beersheba	Ashkelon	Sderot
        IN	New Delhi|Nueva Delhi|Neu Delhi|Nova Délhi|Nuova Delhi|НЬЮ-ДЕЛИ|新德里|ニューデリー	Delhi	Mumbai|Bombay|МУМБАИ|孟买	Bengaluru|Bangalore
        IN	Kolkata|Calcutta	Chennai|Madras	Hyderabad	Ahmedabad	Pune	Lucknow	Jaipur	Bhopal	Patna	Srinagar	Chandigarh	Guwahati	Bhubaneswar
        IN	Thiruvananthapuram	Kochi	Nagpur	Indore	Ranchi	Shimla	Dehradun	Panaji	Varanasi	Imphal	Jammu	Amritsar	Gandhinagar	Visakhapatnam
        IN	Raipur	Gurugram	Noida
        IQ	Baghdad|Bagdad|БАГДАД|巴格达	Basra	Mosul	Erbil|Arbil	Kirkuk	Najaf	Fallujah	Karbala	Sulaimaniyah	Tikrit
        IR	Tehran|Teheran|Teherán|Téhéran|ТЕГЕРАН|德黑兰|テヘラン	Isfahan	Mashhad	Shiraz	Tabriz	Qom
        IS	Reykjavik|Reikiavik|РЕЙКЬЯВИК
        IT	Rome|Roma|Rom|РИМ|罗马|ローマ|로마	Milan|Milano|Milán|Mailand|МИЛАН|米兰	Naples|Napoli|Nápoles|Neapel	Turin|Torino
        IT	Venice|Venezia|Venise|Venedig|Venecia	Florence|Firenze|Florenz|Florencia	Genoa|Genova|Genua	Palermo	Bologna	Bari	Catania
        IT	Trieste	Verona	Bolzano|Bozen	Cagliari	Perugia	Ancona	L'Aquila	Trento	Padua|Padova
        JM	Kingston
        JO	Amman|АММАН|安曼
        JP	Tokyo|Tokio|Tóquio|ТОКИО|东京|東京|도쿄	Osaka|大阪|오사카	Kyoto|京都	Nagoya|名古屋	Hiroshima|広島	Nagasaki|長崎	Sapporo|札幌	Fukuoka|福岡	Yokohama|横浜
        JP	Kobe|神戸	Sendai|仙台	Naha|那覇	Fukushima|福島
        KE	Nairobi|НАЙРОБИ|内罗毕	Mombasa	Kisumu
        KG	Bishkek|БИШКЕК|比什凯克
        KH	Phnom Penh|金边	Siem Reap
        KP	Pyongyang|ПХЕНЬЯН|平壤|평양|Piongyang|Pionyang	Wonsan	Kaesong
        KR	Seoul|Seúl|Séoul|Seul|СЕУЛ|首尔|ソウル|서울	Busan|Pusan|부산	Incheon|Inchon|인천	Daegu|대구	Daejeon|대전	Gwangju|광주	Ulsan|울산	Sejong|세종
        KR	Jeju|제주	Suwon|수원	Panmunjom|판문점	Pyeongchang|평창	Gangneung
        KW	Kuwait City
        KZ	Astana|Nur-Sultan|АСТАНА|НУР-СУЛТАН|阿斯塔纳	Almaty|Alma-Ata|АЛМА-АТА|АЛМАТЫ
        LA	Vientiane|万象
        LB	Beirut|Beyrouth|БЕЙРУТ|贝鲁特|ベイルート	Sidon
        LK	Colombo|科伦坡	Kandy	Jaffna
        LR	Monrovia
        LS	Maseru
        LT	Vilnius|ВИЛЬНЮС	Kaunas
        LU	Luxembourg|Luxemburg|Luxemburgo|ЛЮКСЕМБУРГ
        LV	Riga|РИГА
        LY	Tripoli|ТРИПОЛИ|的黎波里|Trípoli	Benghazi	Misrata	Sirte
        MA	Rabat|РАБАТ	Casablanca	Marrakech|Marrakesh	Tangier|Tanger	Fez
        MC	Monte Carlo
        MD	Chisinau|Kishinev|КИШИНЕВ	Tiraspol|ТИРАСПОЛЬ
        ME	Podgorica
        MG	Antananarivo
        MK	Skopje
        ML	Bamako	Timbuktu
        MM	Yangon|Rangoon|仰光	Naypyitaw|Nay Pyi Taw|Naypyidaw	Mandalay
        MN	Ulan Bator|Ulaanbaatar|УЛАН-БАТОР|乌兰巴托
        MO	Macau|Macao|澳门
        MR	Nouakchott
        MT	Valletta
        MU	Port Louis
        MV	Male
        MW	Lilongwe	Blantyre
        MX	Mexico City|Ciudad de México|México D.F.|МЕХИКО|墨西哥城	Guadalajara	Monterrey	Tijuana	Acapulco	Cancun	Ciudad Juarez	Oaxaca
        MY	Kuala Lumpur|КУАЛА-ЛУМПУР|吉隆坡	Putrajaya	Kuala Selangor	Johor Bahru	George Town	Kuching	Kota Kinabalu	Ipoh	Shah Alam
        MY	Kota Bharu	Kuantan	Seremban	Kuala Terengganu	Alor Setar	Langkawi
        MZ	Maputo	Beira
        NA	Windhoek
        NE	Niamey
        NG	Abuja|АБУДЖА	Lagos	Kano	Port Harcourt	Maiduguri	Kaduna	Ibadan
        NI	Managua
        NL	Amsterdam|АМСТЕРДАМ|阿姆斯特丹	The Hague|Den Haag|La Haya|La Haye|L'Aja|Haia|ГААГА|海牙	Rotterdam	Utrecht	Eindhoven	Maastricht
        NL	Groningen	Arnhem	Hilversum
        NO	Oslo|ОСЛО|奥斯陆	Bergen	Trondheim	Stavanger	Tromso
        NP	Kathmandu|Katmandú|Katmandu|加德满都	Pokhara
        NZ	Wellington|惠灵顿	Auckland|奥克兰	Christchurch	Queenstown	Dunedin
        OM	Muscat|Mascate
        PA	Panama City|Ciudad de Panamá
        PE	Lima|利马	Cusco	Arequipa
        PG	Port Moresby
        PH	Manila|МАНИЛА|马尼拉|マニラ	Cebu|Cebu City	Davao|Davao City	Quezon City	Baguio	Zamboanga
        PK	Islamabad|ИСЛАМАБАД|伊斯兰堡	Karachi|卡拉奇	Lahore	Peshawar	Quetta	Rawalpindi	Multan	Muzaffarabad	Faisalabad
        PL	Warsaw|Warszawa|Varsovia|Varsovie|Warschau|Varsavia|ВАРШАВА|华沙	Krakow|Cracow	Gdansk	Wroclaw	Poznan	Lodz	Katowice
        PR	San Juan
        PS	Gaza|Gaza City|ГАЗА|加沙	Ramallah|РАМАЛЛА	Bethlehem	Hebron	Nablus	Jenin	Khan Younis|Khan Yunis	Rafah
        PT	Lisbon|Lisboa|Lisbonne|Lissabon|Lisbona|ЛИССАБОН|里斯本	Porto	Coimbra	Faro	Funchal	Braga
        PY	Asuncion
        QA	Doha|ДОХА|多哈
        RO	Bucharest|Bucuresti|Bucarest|Bukarest|БУХАРЕСТ|布加勒斯特	Cluj-Napoca	Timisoara
        RS	Belgrade|Beograd|Belgrado|Belgrad|БЕЛГРАД|贝尔格莱德	Nis	Novi Sad
        RU	Moscow|Moskva|Moscú|Moscou|Moskau|Mosca|МОСКВА|莫斯科|モスクワ|모스크바
        RU	St. Petersburg|Saint Petersburg|St Petersburg|Leningrad|САНКТ-ПЕТЕРБУРГ|С.-ПЕТЕРБУРГ|ПЕТЕРБУРГ|圣彼得堡
        RU	Vladivostok|ВЛАДИВОСТОК|符拉迪沃斯托克	Novosibirsk|НОВОСИБИРСК	Yekaterinburg|Ekaterinburg|ЕКАТЕРИНБУРГ	Kazan|КАЗАНЬ|喀山	Sochi|СОЧИ|索契
        RU	Rostov-on-Don|Rostov-na-Donu|РОСТОВ-НА-ДОНУ	Grozny|ГРОЗНЫЙ	Kaliningrad|КАЛИНИНГРАД	Nizhny Novgorod|НИЖНИЙ НОВГОРОД
        RU	Samara|САМАРА	Omsk|ОМСК	Chelyabinsk|ЧЕЛЯБИНСК	Ufa|УФА	Krasnoyarsk|КРАСНОЯРСК	Krasnodar|КРАСНОДАР	Perm|ПЕРМЬ	Voronezh|ВОРОНЕЖ
        RU	Volgograd|ВОЛГОГРАД	Saratov|САРАТОВ	Irkutsk|ИРКУТСК	Khabarovsk|ХАБАРОВСК	Murmansk|МУРМАНСК	Belgorod|БЕЛГОРОД	Kursk|КУРСК
        RU	Bryansk|БРЯНСК	Makhachkala|МАХАЧКАЛА	Yakutsk|ЯКУТСК	Tyumen|ТЮМЕНЬ	Tomsk|ТОМСК	Arkhangelsk|АРХАНГЕЛЬСК	Smolensk|СМОЛЕНСК
        RU	Pskov|ПСКОВ	Tula|ТУЛА	Ryazan|РЯЗАНЬ	Tver|ТВЕРЬ	Nalchik|НАЛЬЧИК	Vladikavkaz|ВЛАДИКАВКАЗ	Yuzhno-Sakhalinsk|ЮЖНО-САХАЛИНСК
        RU	Petropavlovsk-Kamchatsky|ПЕТРОПАВЛОВСК-КАМЧАТСКИЙ	Star City|ЗВЕЗДНЫЙ ГОРОДОК
        RW	Kigali
        SA	Riyadh|Riad|Er-Riyadh|ЭР-РИЯД|利雅得	Jeddah|Jiddah|Djeddah	Mecca|Makkah	Medina|Madinah	Dammam	Dhahran
        SB	Honiara
        SD	Khartoum|Jartum|ХАРТУМ|喀土穆	Port Sudan	El Fasher|Al-Fasher
        SE	Stockholm|Estocolmo|СТОКГОЛЬМ|斯德哥尔摩	Gothenburg|Göteborg	Malmo	Uppsala
        SG	Singapore|Singapur|Singapour|Singapura|СИНГАПУР|新加坡|싱가포르
        SI	Ljubljana|ЛЮБЛЯНА
        SK	Bratislava|БРАТИСЛАВА	Kosice
        SL	Freetown
        SN	Dakar
        SO	Mogadishu|Mogadiscio|摩加迪沙
        SR	Paramaribo
        SS	Juba
        ST	Sao Tome
        SV	San Salvador
        SY	Damascus|Damas|Damasco|Damaskus|ДАМАСК|大马士革	Aleppo|Alep|Alepo|АЛЕППО	Homs	Latakia|ЛАТАКИЯ	Idlib	Daraa	Raqqa|Raqa
        SY	Deir al-Zour|Deir el-Zour	Qamishli	Hama	Palmyra
        SZ	Mbabane
        TD	N'Djamena|Ndjamena	Abeche
        TG	Lome
        TH	Bangkok|БАНГКОК|曼谷|バンコク|방콕	Chiang Mai	Phuket	Pattaya
        TJ	Dushanbe|ДУШАНБЕ|杜尚别
        TL	Dili
        TM	Ashgabat|Ashkhabad|АШХАБАД
        TN	Tunis|Túnez|ТУНИС|突尼斯
        TO	Nuku'alofa
        TR	Ankara|АНКАРА|安卡拉	Istanbul|Estambul|СТАМБУЛ|伊斯坦布尔	Izmir	Diyarbakir	Antalya	Gaziantep	Adana	Bodrum
        TT	Port of Spain
        TW	Taipei|Taipéi|台北|타이베이	Kaohsiung|高雄	Taichung|台中	Tainan|台南	Hualien	Yilan
        TZ	Dar es Salaam|达累斯萨拉姆	Dodoma	Arusha	Zanzibar
        UA	Kyiv|Kiev|КИЕВ|КИЇВ|Kiew|基辅|キーウ	Kharkiv|Kharkov|ХАРЬКОВ	Odesa|Odessa|ОДЕССА	Lviv|Lvov|ЛЬВОВ	Donetsk|ДОНЕЦК
        UA	Luhansk|Lugansk|ЛУГАНСК	Dnipro|ДНЕПР	Zaporizhzhia|Zaporozhye|ЗАПОРОЖЬЕ	Mariupol|МАРИУПОЛЬ	Kherson|ХЕРСОН	Mykolaiv|Nikolayev
        UA	Kramatorsk	Chernihiv	Sumy	Poltava	Slovyansk	Simferopol|СИМФЕРОПОЛЬ	Sevastopol|СЕВАСТОПОЛЬ	Yalta|ЯЛТА
        UG	Kampala	Entebbe
        US	Washington|WASHINGTON D.C.|Washington DC|ВАШИНГТОН|华盛顿|ワシントン|워싱턴
        US	New York|Nueva York|Nova York|Nova Iorque|New York City|НЬЮ-ЙОРК|纽约|ニューヨーク|뉴욕	United Nations|ООН
        US	Los Angeles|ЛОС-АНДЖЕЛЕС|洛杉矶|Los Ángeles	Chicago|ЧИКАГО|芝加哥	San Francisco|旧金山	Boston	Miami|МАЙАМИ	Houston|ХЬЮСТОН|休斯敦	Dallas
        US	Atlanta	Philadelphia|Filadelfia	Detroit	Seattle|西雅图	Denver	Las Vegas	Phoenix	San Diego	Minneapolis	Cleveland	Baltimore
        US	Pittsburgh	St. Louis|Saint Louis	New Orleans|Nueva Orleans	Cincinnati	Milwaukee	Indianapolis	Salt Lake City	Honolulu
        US	Oklahoma City	San Antonio	Cape Canaveral	Hollywood	Silicon Valley
        UY	Montevideo|Montevidéu
        UZ	Tashkent|ТАШКЕНТ|塔什干	Samarkand|САМАРКАНД
        VA	Vatican City|Ciudad del Vaticano|Cité du Vatican|Città del Vaticano|Cidade do Vaticano|Vatikanstadt|ВАТИКАН|Vaticano
        VE	Caracas|КАРАКАС|加拉加斯	Maracaibo
        VN	Hanoi|Hà Nội|ХАНОЙ|河内|하노이	Ho Chi Minh City|TP Hồ Chí Minh|Saigon|胡志明市	Da Nang|Danang	Hue	Haiphong
        VU	Port Vila
        WS	Apia
        XK	Pristina|ПРИШТИНА
        YE	Sanaa|Sana'a|САНА|萨那	Aden|АДЕН	Hodeidah|Hodeida	Taiz
        ZA	Johannesburg|Johannesburgo|ЙОХАННЕСБУРГ|约翰内斯堡	Pretoria|ПРЕТОРИЯ	Cape Town|Ciudad del Cabo|КЕЙПТАУН|开普敦	Durban	Soweto
        ZA	Bloemfontein
        ZM	Lusaka
        ZW	Harare	Bulawayo
        """
}

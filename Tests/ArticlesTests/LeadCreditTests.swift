// SPDX-License-Identifier: Apache-2.0
import Articles
import Testing

@Suite struct LeadCreditTests {
    @Test(
        arguments: [
            ("A panda eats. (Xinhua/Wang Fang)", "(Xinhua/Wang Fang)", "Wang Fang", "Xinhua"),
            ("A panda eats. (Photo by Wang Fang/Xinhua)", "(Photo by Wang Fang/Xinhua)", "Wang Fang", "Xinhua"),
            ("A panda eats [Photo/Xinhua]", "[Photo/Xinhua]", nil, "Xinhua"),
            ("A panda eats on Sept 8. Wang Fang / Xinhua |", "Wang Fang / Xinhua |", "Wang Fang", "Xinhua"),
            ("A panda eats. (AP Photo/Ann Lee, via Alamy, ...)", "(AP Photo/Ann Lee, via Alamy, ...)", "Ann Lee", "AP / Alamy"),
            ("A panda eats.  (AP Photo/Ann Lee)", "(AP Photo/Ann Lee)", "Ann Lee", "AP"),
            ("A panda eats. REUTERS/Ann Lee", "REUTERS/Ann Lee", "Ann Lee", "REUTERS"),
            (
                "A panda eats. Ann Lee/Pool via REUTERS Acquire Licensing Rights", "Ann Lee/Pool via REUTERS Acquire Licensing Rights",
                "Ann Lee (Pool)", "REUTERS"
            ),
            ("Both photos: Ann Lee/AFP via Getty Images", "Ann Lee/AFP via Getty Images", "Ann Lee", "AFP / Getty Images"),
            ("A panda eats. © AFP 2019 / Ann Lee", "© AFP 2019 / Ann Lee", "Ann Lee", "AFP"),
            ("Панда ест. © РИА Новости / Анна Ли", "© РИА Новости / Анна Ли", "Анна Ли", "РИА Новости"),
            (
                "A panda eats. THE CANADIAN PRESS/Ann Lee (The Canadian Press)", "THE CANADIAN PRESS/Ann Lee (The Canadian Press)",
                "Ann Lee",
                "THE CANADIAN PRESS"
            ),
            ("A panda eats. THE CANADIAN PRESS/Ann Lee. ABC", "THE CANADIAN PRESS/Ann Lee. ABC", "Ann Lee", "THE CANADIAN PRESS"),
            ("A panda eats. (The Canadian Press/Ann Lee)", "(The Canadian Press/Ann Lee)", "Ann Lee", "The Canadian Press"),
            ("Panda. (ANTARA/Ann Lee)", "(ANTARA/Ann Lee)", "Ann Lee", "ANTARA"),
            ("5月3日，熊猫吃竹子。新华社记者 王芳 摄", "新华社记者 王芳 摄", "王芳", "新华社"),
            ("熊猫吃竹子。新华社发（王芳 摄）", "新华社发（王芳 摄）", "王芳", "新华社"),
            ("熊猫吃竹子。（新华社发 王芳摄）", "（新华社发 王芳摄）", "王芳", "新华社"),
            ("熊貓吃竹子。中央社記者王芳攝", "中央社記者王芳攝", "王芳", "中央社"),
            ("Ein Panda frisst. Foto: Ann Lee/dpa", "Foto: Ann Lee/dpa", "Ann Lee", "dpa"),
            ("A panda eats. Photo courtesy Acme Air Lines", "Photo courtesy Acme Air Lines", "Acme Air Lines", nil),
        ] as [(String, String, String?, String?)])
    func `takes the credit off a caption`(caption: String, raw: String, person: String?, agency: String?) throws {
        let (text, credit) = try #require(CreditLine.ending(caption))
        #expect(credit == Credit(raw: raw, person: person, agency: agency))
        #expect(text + raw == caption)
    }

    @Test(arguments: [
        "Rain fell.", "She said so (again).", "It was 1/2 of the sum.", "Shares of Acme (NYSE/ACM)", "He reads the Photo by night.",
        "(and/or)",
        "他在北京摄", "新华社记者说", "A panda eats. (Yonhap)",
        "The story ran in 2019 / 2020.", "", ")", "]", "/", "©",
    ])
    func `leaves a sentence alone`(sentence: String) {
        #expect(CreditLine.ending(sentence) == nil)
    }

    @Test(
        arguments: [
            ("Xinhua/Wang Fang", "Wang Fang", "Xinhua"), ("AP Photo", nil, "AP"), ("Ann Lee", "Ann Lee", nil),
            ("Photo by Ann Lee", "Ann Lee", nil),
            ("Getty Images", nil, "Getty Images"), ("", nil, nil),
            ("Ann Lee/The Daily Example", "Ann Lee", "The Daily Example"),
            ("Ann Lee for The Daily Example", "Ann Lee", "The Daily Example"),
            ("Ann Lee/For The Example", "Ann Lee", "The Example"), ("Ann Lee (EL EJEMPLO)", "Ann Lee", "EL EJEMPLO"),
            ("Getty (EL EJEMPLO)", nil, "Getty"), ("(Reuters)", nil, "Reuters"), ("VIA REUTERS", nil, "REUTERS"),
            ("Photograph: via ZUMA Wire/REX", nil, "REX"), ("Ann Lee for the Example", "Ann Lee", "the Example"),
            ("Montage: Ann Lee (EL EJEMPLO)", "Ann Lee", "EL EJEMPLO"), ("RSPCA / SWNS", nil, "SWNS"),
            ("Twitter/annlee", "annlee", "Twitter"), ("City of Lagos", nil, "City of Lagos"),
            ("Ann House/Los Angeles Times", "Ann House", "Los Angeles Times"), ("Staff Sgt. Ann Lee/AP", "Staff Sgt. Ann Lee", "AP"),
            ("Pool photo by Ann Lee", "Ann Lee", nil),
            ("© AFP/Ann Lee | A panda eats", "Ann Lee", "AFP"), ("None", nil, nil),
            ("Alamy Stock Photo", nil, "Alamy Stock Photo"), ("https://e.example/a.gif", nil, nil),
        ] as [(String, String?, String?)])
    func `reads a credit element`(raw: String, person: String?, agency: String?) {
        #expect(CreditLine.read(raw) == Credit(raw: raw, person: person, agency: agency))
    }

    @Test(arguments: [
        ("Ann Lee", ["Ann Lee"]), ("By ANN LEE", ["ANN LEE"]), ("Ann Lee and Bob Roe", ["Ann Lee", "Bob Roe"]),
        ("Ann Lee, Bob Roe and Cy Poe", ["Ann Lee", "Bob Roe", "Cy Poe"]), ("a@b.example (Ann Lee)", ["Ann Lee"]), ("a@b.example", []),
        ("Ann Lee, for Example.com", ["Ann Lee"]),
        ("Reuters", []), ("Ann Lee, Associated Press", ["Ann Lee"]), ("Ann Lee, AP Writer", ["Ann Lee"]), ("asl/tib/pid", []),
        ("Lee, Ann", ["Lee, Ann"]), ("Ann Lee, Jr.", ["Ann Lee, Jr."]), ("", []),
    ])
    func `names the people of a byline`(raw: String, people: [String]) {
        #expect(Byline.people(in: raw) == people)
    }
}

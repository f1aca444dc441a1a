// SPDX-License-Identifier: Apache-2.0

/// The IPTC Media Topics that labels of feeds stand for; of the vocabulary only its 17 top terms (CC BY 4.0, © IPTC) are used.
public enum MediaTopic {
    private static let vocabulary = "http://cv.iptc.org/newscodes/mediatopic/"

    /// The URI of the topic that `label` means, with how sure that is in percent; nil where it is none, as `World` or `China`.
    ///
    /// A code of the vocabulary itself passes as it is, whichever term it is. An old subject code counts only for the top terms,
    /// which have the same numbers.
    public static func topic(for label: String, scheme: String? = nil) -> (uri: String, confidence: Int)? {
        if let uri = uri(in: label, scheme: scheme) { return (uri, 100) }
        let label = label.collapsed
        if let uri = topics[label[...]] { return (uri, 80) }
        // A letter and its accent apart mean the same as the accented letter, which only strings know.
        guard label.unicodeScalars.contains(where: \.isAccent) else { return nil }
        return spelledTopics[label.lowercased()].map { ($0, 80) }
    }

    private static func uri(in label: String, scheme: String?) -> String? {
        let digits = label.utf8.suffix(8)
        guard digits.count == 8, digits.allSatisfy({ (0x30...0x39).contains($0) }), let code = String(digits) else { return nil }
        let uri = vocabulary + code
        let prefix = label.dropLast(8)
        if prefix == vocabulary || prefix == "medtop:" || (prefix.isEmpty && scheme?.hasPrefix(vocabulary.dropLast()) == true) {
            return uri
        }
        let isSubject = prefix == "subj:" || prefix == "http://cv.iptc.org/newscodes/subjectcode/"
        let isSubjectScheme = prefix.isEmpty && scheme?.hasPrefix("http://cv.iptc.org/newscodes/subjectcode") == true
        return (isSubject || isSubjectScheme) && spelledTopics.values.contains(uri) ? uri : nil
    }

    /// The topics' URIs by their labels.
    private static let spelledTopics: [String: String] = {
        var topics: [String: String] = [:]
        for line in labels.pieces(between: "\n") {
            let fields = line.pieces(between: "\t").map(String.init)
            let uri = vocabulary + fields[0]
            for label in fields[1].pieces(between: "|") { topics[String(label)] = uri }
        }
        return topics
    }()

    /// The same, asked without making a string in lower case of each label: most mean none.
    private static let topics = WordTable(spelledTopics.map { (word: $0.key, value: $0.value) })

    /// The number of a top term and labels for it, in lower case, apart by `|`.
    private static let labels = """
        01000000	culture|arts|art|entertainment|showbiz|film|films|movies|music|media|television|tv|books|theatre|arts & entertainment
        01000000	arts and entertainment|entertainment & arts|arts, culture, entertainment and media|kultur|cultura|culture & médias
        01000000	espectáculos|культура|娱乐|文化|연예|문화
        02000000	crime|law|justice|court|courts|legal|police|crime, law and justice|sucesos|justicia|происшествия|криминал
        03000000	disaster|disasters|accident|accidents|emergency|emergencies|earthquake|earthquakes
        03000000	disaster, accident and emergency incident
        04000000	business|economy|economics|finance|market|markets|money|companies|biz|economy & business|business & economy
        04000000	economy, business and finance|economía|économie|wirtschaft|economia|экономика|бизнес|财经|经济|경제
        05000000	education|school|schools|university|universities|educación|éducation|bildung|образование|教育|교육
        06000000	environment|climate|nature|climate change|medio ambiente|environnement|umwelt|экология|环境|환경
        07000000	health|medicine|covid-19|covid19|coronavirus|salud|santé|gesundheit|saúde|здоровье|健康
        08000000	odd|oddly enough|offbeat|human interest|people|gente
        09000000	labour|labor|employment|jobs|work|trabajo|arbeit
        10000000	lifestyle|leisure|travel|tourism|food|fashion|lifestyle and leisure|turismo|reise
        11000000	politics|political|government|election|elections|diplomacy|foreign affairs|política|politik|politica|politique
        11000000	политика|时政|政治|정치
        12000000	religion|faith|belief|religión|religion and belief|религия
        13000000	science|technology|tech|sci-tech|scitech|sci/tech|sci & tech|sci&tech|science and technology|science & technology
        13000000	science & tech|space|it|ciencia|tecnología|wissenschaft|technik|наука|технологии|科技|과학
        14000000	society|social|migration|immigration|sociedad|société|gesellschaft|общество|社会|사회
        15000000	sport|sports|football|soccer|olympics|cricket|tennis|basketball|baseball|golf|rugby|deporte|deportes|esportes|спорт
        15000000	体育|스포츠
        16000000	war|conflict|defence|defense|military|security|unrest|conflict, war and peace|армия|军事|국방
        17000000	weather|tiempo|météo|wetter|погода|天气|날씨
        """
}

// SPDX-License-Identifier: Apache-2.0

extension PlaceTable {
    /// States and provinces, in full and as the AP stylebook and the post shorten them.
    static let regionLines = """
        US	Alabama|Ala.|AL	Alaska|AK	Arizona|Ariz.|AZ	Arkansas|Ark.|AR	California|Calif.|CA	Colorado|Colo.|CO	Connecticut|Conn.|CT
        US	Delaware|Del.|DE	Florida|Fla.|FL	Georgia|Ga.|GA	Hawaii|HI	Idaho|ID	Illinois|Ill.|IL	Indiana|Ind.|IN	Iowa|IA
        US	Kansas|Kan.|Kans.|KS	Kentucky|Ky.|KY	Louisiana|La.|LA	Maine|ME	Maryland|Md.|MD	Massachusetts|Mass.|MA	Michigan|Mich.|MI
        US	Minnesota|Minn.|MN	Mississippi|Miss.|MS	Missouri|Mo.|MO	Montana|Mont.|MT	Nebraska|Neb.|Nebr.|NE	Nevada|Nev.|NV
        US	New Hampshire|N.H.|NH	New Jersey|N.J.|NJ	New Mexico|N.M.|NM	New York|N.Y.|NY	North Carolina|N.C.|NC	North Dakota|N.D.|ND
        US	Ohio|OH	Oklahoma|Okla.|OK	Oregon|Ore.|OR	Pennsylvania|Pa.|Penn.|PA	Rhode Island|R.I.|RI	South Carolina|S.C.|SC
        US	South Dakota|S.D.|SD	Tennessee|Tenn.|TN	Texas|Tex.|TX	Utah|UT	Vermont|Vt.|VT	Virginia|Va.|VA	Washington|Wash.|WA
        US	West Virginia|W.Va.|W. Va.|WV	Wisconsin|Wis.|WI	Wyoming|Wyo.|WY	District of Columbia|D.C.|DC
        CA	Alberta|Alta.|AB	British Columbia|B.C.|BC	Manitoba|Man.|MB	New Brunswick|N.B.|NB
        CA	Newfoundland and Labrador|Newfoundland|N.L.|Nfld.|NL	Nova Scotia|N.S.|NS	Northwest Territories|N.W.T.	Nunavut	Ontario|Ont.|ON
        CA	Prince Edward Island|P.E.I.|PEI	Quebec|Que.|QC	Saskatchewan|Sask.|SK	Yukon
        AU	New South Wales|N.S.W.|NSW	Queensland|Qld.	Victoria|Vic.	South Australia	Western Australia	Tasmania|Tas.	Northern Territory
        IN	Karnataka	Maharashtra	Tamil Nadu	Kerala	Gujarat	Rajasthan	Uttar Pradesh	Madhya Pradesh	Andhra Pradesh	Telangana	West Bengal
        IN	Bihar	Odisha	Assam	Haryana	Jharkhand	Chhattisgarh	Uttarakhand	Himachal Pradesh	Goa	Manipur
        """
}

/// Where a method was published.
package enum PublishedSource: String, Sendable, CaseIterable {
  case counting, own
  case student, fisher, wilcoxon, kerby, signTest, pearson, lakens, benjaminiHochberg
  case martilla, bacon
  case servqual, zone, shortfall, credibility
  case reichheld, rocks, effort, wilson
  case kish, deming, cochran, binomial
  case cronbach, feldt, kott, shapley, regression, brandt
  case kruskal, welch, welchAnova, cliff, schuirmann, mantel, bloom
  case knowledgeGap
  case shrout, brownForsythe, funnel, spearman
  case krippendorff, cohen
  case wheeler
  case mcNemar

  /// Author, year and place; what is common knowledge by its name, in the language of the site.
  package var citation: String {
    switch self {
    case .counting: say("counting", as: "source of a figure")
    case .own: say("a definition of this method")
    case .student: "Student 1908, Biometrika 6, 1–25"
    case .fisher: "Fisher 1935, The Design of Experiments, ch. 3"
    case .wilcoxon: "Wilcoxon 1945, Biometrics Bulletin 1, 80–83; zeros after Pratt 1959, JASA 54, 655–667"
    case .kerby: "Kerby 2014, Comprehensive Psychology 3, 11.IT.3.1"
    case .signTest: "Dixon & Mood 1946, JASA 41, 557–566"
    case .pearson: "Pearson 1896, Phil. Trans. R. Soc. A 187, 253–318"
    case .lakens: "Lakens 2013, Front. Psychol. 4:863"
    case .benjaminiHochberg: "Benjamini & Hochberg 1995, JRSS B 57, 289–300"
    case .martilla: "Martilla & James 1977, J. Marketing 41(1), 77–79"
    case .bacon: "Bacon 2003, Int. J. Market Research 45(1), 55–71"
    case .servqual: "Parasuraman, Zeithaml & Berry 1988, J. Retailing 64(1), 12–40"
    case .zone:
      "Zeithaml, Berry & Parasuraman 1993, JAMS 21(1), 1–12; Parasuraman, Zeithaml & Berry 1994, J. Retailing 70(3), 201–230"
    case .shortfall: "Foster, Greer & Thorbecke 1984, Econometrica 52, 761–766"
    case .credibility: "Bühlmann 1967, ASTIN Bulletin 4, 199–207"
    case .reichheld: "Reichheld 2003, HBR 81(12)"
    case .rocks: "Rocks 2016, The American Statistician 70(4), 365–372"
    case .effort: "Dixon, Freeman & Toman 2010, HBR"
    case .wilson: "Wilson 1927, JASA 22, 209–212"
    case .kish: "Kish 1965, Survey Sampling, § 11.7; 1992, J. Official Statistics 8, 183–200"
    case .deming: "weights: Deming & Stephan 1940, Ann. Math. Stat. 11, 427–444; Kish 1965, Survey Sampling"
    case .cochran: "Cochran 1977, Sampling Techniques, ch. 6"
    case .binomial: say("the exact binomial test")
    case .cronbach: "Cronbach 1951, Psychometrika 16, 297–334"
    case .feldt: "Feldt 1965, Psychometrika 30, 357–370"
    case .kott: "Kott 2001, J. Official Statistics 17(4), 521–526"
    case .shapley:
      "Lindeman, Merenda & Gold 1980, p. 119 ff.; Grömping 2006, J. Statistical Software 17(1)"
    case .brandt:
      "Brandt 1987; Matzler & Sauerwein 2002, Int. J. Service Industry Management 13(4), 314–332"
    case .regression: say("ordinary least squares")
    case .kruskal: "Kruskal & Wallis 1952, JASA 47, 583–621"
    case .welch: "Welch 1947, Biometrika 34, 28–35"
    case .welchAnova: "Welch 1951, Biometrika 38, 330–336"
    case .cliff: "Cliff 1993, Psych. Bull. 114, 494–509; interval: Feng & Cliff 2004, JMASM 3, 322–332"
    case .schuirmann: "Schuirmann 1987, J. Pharmacokin. Biopharm. 15, 657–680"
    case .mantel: "Cochran 1954, Biometrics 10, 417–451; Mantel & Haenszel 1959, J. Natl Cancer Inst. 22, 719–748"
    case .bloom: "Bloom 1995, Evaluation Review 19, 547–556"
    case .mcNemar: "McNemar 1947, Psychometrika 12, 153–157"
    case .knowledgeGap: "Parasuraman, Zeithaml & Berry 1985, J. Marketing 49(4), 41–50"
    case .shrout: "Shrout & Fleiss 1979, Psych. Bull. 86, 420–428; Bliese 2000"
    case .brownForsythe: "Brown & Forsythe 1974, JASA 69, 364–367"
    case .funnel: "Spiegelhalter 2005, Statistics in Medicine 24, 1185–1202"
    case .spearman: "Spearman 1904, American J. of Psychology 15, 72–101; Heskett et al. 1994, HBR 72(2), 164–174"
    case .krippendorff: "Krippendorff 2004, Content Analysis, ch. 11"
    case .cohen: "Cohen 1960, Educ. Psychol. Meas. 20, 37–46"
    case .wheeler:
      "Wheeler 2000, Understanding Variation; Laney 2002, Quality Engineering 14(4), 531–537; NIST e-Handbook 6.3"
    }
  }
}

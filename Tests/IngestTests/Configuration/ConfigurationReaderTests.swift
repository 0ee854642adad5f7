import Audit
import Testing

@testable import Ingest

@Suite struct ConfigurationReaderTests {
  private func read(_ text: String) -> (value: Configuration?, diagnostics: [Diagnostic]) {
    ConfigurationReader.read(SourceText(text, file: "cxaudit.yml"))
  }

  @Test func readsEveryKeyThatItActsOn() {
    let (configuration, diagnostics) = read(
      """
      title: Audit 2026
      client: Harbour Savings Bank
      language: en-GB
      journey:
        - phase: Before buying
          touchpoints: [{id: website, name: Web site, owner: Digital, volume: 80%}, phone]
        - phase: Buying
          touchpoints: [{id: branch}]
      dimensions: [{id: speed, name: Speed}, care]
      standards:
        - {id: S1, text: Greeted within 30 seconds, touchpoint: branch, dimension: speed, target: 90%}
        - {id: S2, text: Named}
      thresholds: {confidence: 90%, false-discovery: 0.1, effect: 0.3, reach: 0.2, critical: 0.6, major: 0.4, minor: 0.2,
        credibility: 10, required: 0.9, exact-pairs: 25}
      privacy: {minimum-cell: 10, low-base: 40, verbatims: none}
      engagement: {population: 150, named: true}
      as-of: 2026-09-30
      brand: {accent: "#0B6E6E"}
      """)
    var expected = Configuration()
    expected.title = "Audit 2026"
    expected.client = "Harbour Savings Bank"
    expected.language = "en-GB"
    expected.journey = Journey(phases: [
      Phase(
        name: "Before buying",
        touchpoints: [
          Touchpoint(id: "website", name: "Web site", owner: "Digital", volume: 0.8), Touchpoint(id: "phone"),
        ]),
      Phase(name: "Buying", touchpoints: [Touchpoint(id: "branch")]),
    ])
    expected.dimensions = [Dimension(id: "speed", name: "Speed"), Dimension(id: "care")]
    expected.standards = [
      Standard(id: "S1", text: "Greeted within 30 seconds", touchpoint: "branch", dimension: "speed", target: 0.9),
      Standard(id: "S2", text: "Named", touchpoint: nil, dimension: nil, target: 0.9),
    ]
    expected.thresholds.confidence = 0.9
    expected.thresholds.falseDiscovery = 0.1
    expected.thresholds.effect = 0.3
    expected.thresholds.reach = 0.2
    expected.thresholds.critical = 0.6
    expected.thresholds.major = 0.4
    expected.thresholds.minor = 0.2
    expected.thresholds.credibility = 10
    expected.thresholds.required = 0.9
    expected.thresholds.exactPairs = 25
    expected.privacy.minimumCell = 10
    expected.privacy.lowBase = 40
    expected.privacy.verbatims = .none
    expected.engagement.population = 150
    expected.engagement.named = true
    expected.asOf = Day(year: 2026, month: 9, day: 30)
    expected.brand.accent = "#0b6e6e"
    #expect(lines(diagnostics) == [])
    #expect(configuration == expected)
  }

  @Test func readsNothingAsTheDefaults() {
    let (configuration, diagnostics) = read("")
    #expect(configuration == Configuration())
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: [
    (
      "dimension: servqual",
      "1:1: error: unknown key 'dimension' in cxaudit.yml [yaml/unknown-key] help: did you mean 'dimensions'?"
    ),
    (
      "dimensions: servqal",
      "1:13: error: 'dimensions' cannot be 'servqal' [config/dimensions] help: write 'servqual' or a list such as "
        + "[{id: speed, name: Speed}]"
    ),
    (
      "journey: [{touchpoints: [a]}]",
      "1:11: error: 'phase' is missing in a phase of the journey [yaml/missing-key] help: add 'phase:'"
    ),
    (
      "journey: [{phase: P, touchpoints: [{name: A}]}]",
      "1:36: error: 'id' is missing in a touchpoint [yaml/missing-key] help: add 'id:'"
    ),
    (
      "journey: [{phase: P, touchpoints: [a, b, a]}]",
      "1:42: error: the id 'a' is taken by a touchpoint (line 1) [id/taken] help: ids of items, dimensions, touchpoints and "
        + "outcomes must differ from each other"
    ),
    (
      "journey: [{phase: P, touchpoints: [empathy]}]",
      "1:36: error: the id 'empathy' is taken by a dimension of SERVQUAL [id/taken] help: ids of items, dimensions, "
        + "touchpoints and outcomes must differ from each other"
    ),
    (
      "journey: [{phase: P, touchpoints: [all]}]",
      "1:36: error: 'all' cannot be an id: it stands for everything [id/reserved] help: choose another"
    ),
    (
      "journey: [{phase: P, touchpoints: [the branch]}]",
      "1:36: error: 'the branch' cannot be an id [id/malformed] help: use letters, digits, '-', '_' and '.' only; a "
        + "readable 'name:' can go beside it"
    ),
    (
      "journey: [{phase: P, touchpoints: [{id: a, volume: 8}]}]",
      "1:52: error: 'volume' must be between 0 and 1, not 8 [yaml/out-of-range] help: write 8% or 0.08"
    ),
    (
      "journey: [{phase: P, touchpoints: [branch]}]\nstandards: [{id: S1, text: T, touchpoint: brnch}]",
      "2:43: error: there is no touchpoint 'brnch' [config/unknown-touchpoint] help: did you mean 'branch'?"
    ),
    (
      "standards: [{id: S1, text: T, touchpoint: branch}]",
      "1:43: error: there is no touchpoint 'branch' [config/unknown-touchpoint] help: there are no touchpoints in cxaudit.yml"
    ),
    (
      "standards: [{id: S1, text: T, dimension: speed}]",
      "1:42: error: there is no dimension 'speed' [config/unknown-dimension] help: known are 'tangibles', 'reliability', "
        + "'responsiveness', 'assurance', 'empathy'"
    ),
    (
      "standards: [{id: S1, text: T}, {id: S1, text: U}]",
      "1:37: error: the id 'S1' is taken by a standard (line 1) [id/taken] help: ids of items, dimensions, touchpoints and "
        + "outcomes must differ from each other"
    ),
    (
      "thresholds: {confidence: 95}",
      "1:26: error: 'confidence' must be between 0.5 and 0.9999, not 95 [yaml/out-of-range] help: write 95% or 0.95"
    ),
    (
      "thresholds: {critical: 0.3}",
      "1:13: error: 'critical', 'major' and 'minor' must go down in this order [config/class-order] help: the defaults are "
        + "0.50, 0.33 and 0.15"
    ),
    (
      "thresholds: {alpa: 0.7}",
      "1:14: error: unknown key 'alpa' in 'thresholds' [yaml/unknown-key] help: did you mean 'alpha'?"
    ),
    ("privacy: {minimum-cell: 0}", "1:25: error: 'minimum-cell' must be 1 or more, not 0 [yaml/out-of-range]"),
    ("engagement: {named: yes}", "1:21: error: 'named' must be true or false, not 'yes' [yaml/wrong-type]"),
    ("as-of: 30.9.2026", "1:8: error: 'as-of' must be a day such as 2026-03-31, not '30.9.2026' [yaml/wrong-type]"),
    (
      "brand: {logo: ../logo.svg}",
      "1:15: error: 'logo' must be a file inside the project, not '../logo.svg' [config/brand-file] help: copy it into "
        + "the project and name it from there, such as content/logo.svg"
    ),
    (
      "brand: {logo: content/logo.gif}",
      "1:15: error: 'content/logo.gif' is not a file that pages can show as 'logo' [config/brand-file] help: its name "
        + "must end in .svg, .png, .jpg, .jpeg, .webp"
    ),
    (
      "brand: {fonts: {text: content/house.doc}}",
      "1:23: error: 'content/house.doc' is not a file that pages can show as 'text' [config/brand-file] help: its name "
        + "must end in .woff2, .woff, .ttf, .otf"
    ),
    (
      "brand: {accent: teal}",
      "1:17: error: 'accent' must be a colour such as \"#0b6e6e\", not 'teal' [config/accent] help: write it in quotes: "
        + "'#' begins a comment in YAML"
    ),
    (
      "brand:\n  accent: #0b6e6e",
      "2:3: error: 'accent' must be a colour such as \"#0b6e6e\", not empty [config/accent] help: write it in quotes: '#' "
        + "begins a comment in YAML"
    ),
    (
      "language: english language",
      "1:11: error: 'english language' is not a language tag [config/language] help: write one such as en or de-CH"
    ),
  ])
  func reportsWhatIsWrong(text: String, expected: String) {
    let (_, diagnostics) = read(text)
    #expect(lines(diagnostics) == ["cxaudit.yml:\(expected)"])
  }

  @Test("agreed limits are read") func agreedLimits() throws {
    let (configuration, diagnostics) = read(
      "thresholds: {parity: 0.3, knowledge: 0.6, icc: 5%, alpha: 0.8, item-rest: 0.4}")
    #expect(lines(diagnostics) == [])
    let limits = try #require(configuration).thresholds
    #expect([limits.parity, limits.knowledge] == [0.3, 0.6])
    #expect([limits.icc, limits.alpha, limits.itemRest] == [0.05, 0.8, 0.4])
  }

  /// Keys of the documented format that have no effect yet are not dropped in silence.
  @Test(arguments: [
    ("thresholds: {drivers: 12}", "1:14", "drivers"), ("thresholds: {jackknife: 20}", "1:14", "jackknife"),
  ])
  func warnsAboutKeysWithoutEffect(text: String, place: String, key: String) {
    let (_, diagnostics) = read(text)
    #expect(
      lines(diagnostics) == [
        "cxaudit.yml:\(place): warning: '\(key)' has no effect in this version [config/not-used-yet] help: it is read and "
          + "kept for later versions; nothing on the site follows from it"
      ])
  }

  @Test(arguments: [
    (
      "privacy: {names: [Ann, ...]}",
      "f.yml:1:24: error: a name needs a letter [config/name] help: write the name as comments write it, or delete it"
    ),
    (
      "privacy: {patterns: ['CUS-##+', '\\d+']}",
      "f.yml:1:33: error: '\\d+' is no pattern: it looks like a regular expression [config/pattern] help: write it as it stands "
        + "in comments, with # for a digit, @ for a letter, ? for either, + for more of them: 'CUS-##+'"
    ),
  ])
  func refusesWhatCannotBeMasked(text: String, expected: String) {
    let found = lines(read(text).diagnostics).map { line in
      line.split(separator: ":", maxSplits: 1).last.map(String.init)
    }
    #expect(found == [expected.split(separator: ":", maxSplits: 1).last.map(String.init)])
  }

  @Test func takesAnyLanguage() {
    let (configuration, diagnostics) = read("language: de-AT")
    #expect(configuration?.language == "de-AT")
    #expect(diagnostics.isEmpty)
  }

  @Test func givesNothingForAFileThatIsNotYAML() {
    let (configuration, diagnostics) = read("title: [a")
    #expect(configuration == nil)
    #expect(diagnostics.map(\.id) == ["yaml/syntax"])
  }
}

import Audit

/// What one group believes of customers' answers, held against those answers or against another group's belief.
struct Judgement {
  var first: Respondents
  var second: Respondents
  /// Id of the dimension, or of an item.
  var subject: String
  var name: String
  /// The name within a sentence.
  var inSentence: String
  var touchpoint: String?
  var dimension: String?
  var scale: Scale
  /// First less second, in points.
  var difference: Double
  var low: Double
  var high: Double
  var sides: [Measurement.Side]
  var measurement: Measurement

  var excludesZero: Bool { low > 0 || high < 0 }

  /// Answers of the judging side under which a figure says more than is known, and under which only the direction is told.
  private static let (few, direction) = (11, 5)

  private var own: Int { sides.first?.n ?? 0 }
}

// MARK: - Finding them

extension Judgement {
  /// Of the latest waves, where the condition holds: dimensions, and items of dimensions as a whole of which it does not; two
  /// that are judged too well and too badly can make one that looks right.
  static func latest(
    _ kind: SubjectKind, _ material: Material, where holds: (Judgement) -> Bool
  ) -> [Judgement] {
    var keys: [MeasurementKey] = []
    var latest: [MeasurementKey: Measurement] = [:]
    for measurement in material.measured.comparisons where measurement.key.kind == kind {
      var key = measurement.key
      key.wave = ""
      if latest[key] == nil { keys.append(key) }
      latest[key] = measurement
    }
    let all = keys.compactMap { latest[$0] }.compactMap { Judgement($0, material) }.filter(holds)
    return all.filter { one in
      !one.isItem
        || !all.contains { $0.subject == one.dimension && $0.measurement.key.survey == one.measurement.key.survey }
    }
  }

  /// Why there is nothing to compare.
  static func missing(_ kind: SubjectKind, _ material: Material) -> String? {
    let surveys = material.measured.surveys
    if !surveys.contains(where: { $0.respondents == .customers }) { return say("there is no survey of customers") }
    if !surveys.contains(where: { $0.respondents != .customers }) {
      return kind == .knowledge
        ? say("neither management nor staff were asked what customers expect")
        : say("neither management nor staff were asked what customers get")
    }
    let compared = material.measured.comparisons.filter { $0.key.kind == kind }
    if compared.isEmpty { return say("surveys of management or staff share no item with those of customers") }
    return compared.allSatisfy { $0[.difference] == nil } ? say("too few of management or staff answered") : nil
  }

  private var isItem: Bool { subject != dimension }

  /// Nil where it is withheld or could not be computed.
  private init?(_ measurement: Measurement, _ material: Material) {
    guard measurement.sides.count == 2, let difference = measurement[.difference],
      let low = measurement[.differenceLow], let high = measurement[.differenceHigh],
      let first = material.measured.surveys.first(where: { $0.id == measurement.sides[0].survey }),
      let second = material.measured.surveys.first(where: { $0.id == measurement.sides[1].survey }),
      let definition = first.latest?.definition
    else { return nil }
    let subject = measurement.key.subject
    let item = definition.items.first { $0.id == subject }
    let ofDimension = definition.items.filter { $0.dimension == subject }
    guard let scale = (item ?? ofDimension.first)?.scale else { return nil }
    self.first = first.respondents
    self.second = second.respondents
    self.subject = subject
    self.scale = scale
    (self.difference, self.low, self.high) = (difference, low, high)
    sides = measurement.sides
    self.measurement = measurement
    touchpoint = item?.touchpoint
    dimension = item == nil ? subject : item?.dimension
    let known = material.configuration.dimension(subject)?.name
    name = item.map { $0.text ?? $0.id } ?? known ?? subject
    inSentence = item == nil ? LetterCase.inSentence(name) : say("“\(name)”")
  }
}

// MARK: - Words

extension Judgement {
  /// For ids: nothing for management against customers.
  var pair: String? {
    switch (first, second) {
    case (.staff, .management): "staff-management"
    case (.staff, _): "staff"
    case (.management, _), (.customers, _): nil
    }
  }

  /// `0.7 points less`; of very few answers the direction alone.
  func amount(_ side: String) -> String {
    own < Self.direction ? side : "\(TestedText.points(difference, decimals: scale.decimals)) \(side)"
  }

  /// `, on a scale of 1 to 7 (0.2 to 1.3 less)`.
  func scaleAndInterval(_ side: String) -> String {
    guard own >= Self.direction else { return "" }
    let size = TestedText.size(low, high, decimals: scale.decimals)
    return ", " + say("on a scale of \(scale.text) (\(size) \(side))")
  }

  /// `20 answers of management, 611 of customers`.
  var answers: String {
    let judging = Self.of(first, CountWords.of(own, .answer))
    return sides.count > 1 ? judging + ", " + Self.of(second, FigureText.count(sides[1].n)) : judging
  }

  private static func of(_ respondents: Respondents, _ answers: String) -> String {
    switch respondents {
    case .management: say("\(answers) of management")
    case .staff: say("\(answers) of staff")
    case .customers: say("\(answers) of customers")
    }
  }

  func finding(id: [String], kind: Finding.Kind, _ material: Material) -> Finding {
    var finding = Finding(
      id: id.joined(separator: "."), kind: kind, title: "", findingClass: .observation, statement: "")
    finding.touchpoint = touchpoint
    finding.dimension = dimension
    finding.support = .surveyOnly
    finding.measurement = measurement.key
    finding.statistic = .difference
    let source = sides.lazy.compactMap { side in
      material.measured.surveys.first { $0.id == side.survey }?.latest?.files.first
    }.first
    finding.evidence = [
      measurement.evidence(.difference, source: source ?? measurement.key.survey, in: material.measured)
    ]
    if own < Self.few { finding.remarks.append(say("few answers")) }
    let isWeighted = sides.contains { side in
      material.measured.surveys.first { $0.id == side.survey }?.latest?.definition.hasWeights ?? false
    }
    if isWeighted { finding.remarks.append(WeightWords.left) }
    // Waves of two surveys that share no label have both: the second is the customers'.
    let label = measurement.key.wave.split(separator: "~").last.map(String.init)
    (finding.firstSeen, finding.lastSeen) = (label, label)
    return finding
  }
}

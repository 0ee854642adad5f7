/// What a build said of one finding, as later builds can read it.
package struct FindingRecord: Hashable, Sendable {
  package var id: String
  /// Nil for a rule that this version does not know.
  package var kind: Finding.Kind?
  package var title: String
  package var findingClass: FindingClass
  package var status: Finding.Status
  package var severity: Double?
  package var measure: FindingMeasure?
  package var firstSeen: String?
  package var lastSeen: String?

  package init(
    id: String, kind: Finding.Kind?, title: String, findingClass: FindingClass, status: Finding.Status,
    severity: Double? = nil, measure: FindingMeasure? = nil, firstSeen: String? = nil, lastSeen: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.findingClass = findingClass
    self.status = status
    self.severity = severity
    self.measure = measure
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
  }

  package init(_ finding: Finding, in measured: MeasuredAudit) {
    self.init(
      id: finding.id, kind: finding.kind, title: finding.title, findingClass: finding.findingClass,
      status: finding.status, severity: finding.severity, measure: FindingMeasure(of: finding, in: measured),
      firstSeen: finding.firstSeen, lastSeen: finding.lastSeen)
  }

  /// A trouble of the service that is not mended.
  package var isOpenDeficiency: Bool {
    findingClass.isDeficiency && status != .closed && (kind?.concern ?? .service) == .service
  }
}

/// The figure that a finding is followed by from build to build.
package struct FindingMeasure: Hashable, Sendable {
  /// Address of the figure without its wave; nil for the share of customers whom the finding reaches.
  package var figure: String?
  package var value: Double
  package var low: Double?
  package var high: Double?
  package var n: Int?
  /// Nil where neither end is the good one, so that nothing is called better or worse by it.
  package var better: Outcome.Direction?

  package init(figure: String?, value: Double, low: Double?, high: Double?, n: Int?, better: Outcome.Direction?) {
    self.figure = figure
    self.value = value
    self.low = low
    self.high = high
    self.n = n
    self.better = better
  }

  /// The finding's own figure; the share that it reaches where its own has no good end. Nil where neither is there.
  package init?(of finding: Finding, in measured: MeasuredAudit) {
    let own = FindingMeasure(own: finding, in: measured)
    if let own, own.better != nil || finding.reach == nil {
      self = own
    } else if let reach = finding.reach {
      self.init(figure: nil, value: reach.share, low: reach.low, high: reach.high, n: reach.n, better: .low)
    } else {
      return nil
    }
  }

  private init?(own finding: Finding, in measured: MeasuredAudit) {
    let finder = FigureFinder(measured: measured, findings: [finding])
    guard case .finding(_, let measurement?, let statistic) = try? finder.find(finding.id) else { return nil }
    self.init(measurement, statistic, in: measured)
  }

  /// Nil where the figure has no value, or is withheld.
  package init?(_ measurement: Measurement, _ statistic: Statistic, in measured: MeasuredAudit) {
    guard let figure = measurement.figure(statistic), let value = figure.value else { return nil }
    var key = measurement.key
    key.wave = ""
    let interval = statistic.interval(in: key.kind)
    self.init(
      figure: FigureAddress(key, statistic).text, value: value, low: interval.flatMap { measurement[$0.low] },
      high: interval.flatMap { measurement[$0.high] }, n: figure.n,
      better: statistic.better(in: measurement.key, measured))
  }
}

extension Statistic {
  /// The good end of those figures that findings rest on.
  fileprivate func better(in key: MeasurementKey, _ measured: MeasuredAudit) -> Outcome.Direction? {
    switch (self, key.kind) {
    case (.failedShare, _), (.bottom2Share, _), (.zoneBelow, _): .low
    case (.msaMean, _), (.gapMean, _), (.nps, _), (.top2Share, _), (.share, .standard), (.score, _): .high
    case (.share, .outcome), (.mean, .outcome):
      measured.surveys.first { $0.id == key.survey }?.latest?.definition.outcomes.first { $0.id == key.subject }?.better
    case _: nil
    }
  }
}

/// Finds what an address means in a measured project.
package struct FigureFinder {
  package enum Found {
    case figure(Measurement, Statistic)
    /// A finding and its own measure, where it has one.
    case finding(Finding, Measurement?, Statistic)
  }

  /// Nothing was found; the diagnostic names the nearest.
  package struct Unknown: Error {
    package var diagnostic: Diagnostic
  }

  private let measured: MeasuredAudit
  private let findings: [Finding]

  package init(measured: MeasuredAudit, findings: [Finding]) {
    self.measured = measured
    self.findings = findings
  }

  package func find(_ text: String) throws(Unknown) -> Found {
    // First, since the id of a finding may hold any character that a file's name may.
    if let finding = findings.first(where: { $0.id == text }) { return ownMeasure(of: finding) }
    let address: FigureAddress
    do throws(FigureAddress.Problem) {
      address = try FigureAddress(parsing: text)
    } catch {
      throw Unknown(diagnostic: .explainNoAddress(text, error))
    }
    switch address.target {
    case .figure(let kind, let subject, let statistic):
      let measurement = try measurement(kind, subject, address, text)
      guard measurement.figure(statistic) != nil else {
        let known = Statistic.allCases.filter { measurement.figure($0) != nil }.map(\.rawValue)
        throw unknown(text, "statistic of this \(kind.rawValue)", statistic.rawValue, known)
      }
      return .figure(measurement, statistic)
    case .named(let id): return try headline(of: id, address, text)
    }
  }

  private func unknown(_ text: String, _ part: String, _ name: String, _ known: [String]) -> Unknown {
    Unknown(diagnostic: .explainUnknown(text, part: part, name: name, known: known))
  }

  private func ownMeasure(of finding: Finding) -> Found {
    if let key = finding.measurement, let measurement = measured[key] {
      let own = finding.statistic ?? (key.kind == .standard ? .share : .failedShare)
      return .finding(finding, measurement, measurement.deciding(own))
    }
    let standard = MeasurementKey(
      survey: "", wave: "", kind: .standard, subject: String(finding.id.dropFirst("standard.".count)))
    return .finding(finding, finding.kind == .standard ? measured[standard] : nil, .share)
  }

  /// An outcome's id.
  private func headline(of id: String, _ address: FigureAddress, _ text: String) throws(Unknown) -> Found {
    var outcomes: [String: Outcome] = [:]
    for outcome in measured.surveys.flatMap(\.waves).flatMap(\.definition.outcomes) { outcomes[outcome.id] = outcome }
    guard let outcome = outcomes[id] else {
      let known = findings.map(\.id) + outcomes.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      throw unknown(text, "finding or outcome", id, known)
    }
    let measurement = try measurement(.outcome, id, address, text)
    return .figure(measurement, outcome.headline(measurement).value)
  }

  // MARK: - Step by step, so that a miss can name what is there

  private func measurement(
    _ kind: SubjectKind, _ subject: String, _ address: FigureAddress, _ text: String
  ) throws(Unknown) -> Measurement {
    var left = measured.measurements.filter { $0.key.kind == kind }
    guard !left.isEmpty else {
      throw Unknown(diagnostic: .explainNoneOfKind(text, part: kind.rawValue, known: kinds))
    }
    if let survey = address.survey { left = try narrowed(left, "survey", survey, text, \.survey) }
    left = try narrowed(left, kind.rawValue, subject, text, \.subject)
    let surveys = distinct(left.map(\.key.survey))
    guard surveys.count == 1 else { throw Unknown(diagnostic: .explainWhichSurvey(text, surveys: surveys)) }
    left = try narrowed(left, "slice", (address.slice ?? .all).key, text, \.slice.key)
    if let wave = address.wave { left = try narrowed(left, "wave", wave, text, \.wave) }
    // Waves stand in order, the latest last.
    guard let latest = left.last else { throw unknown(text, kind.rawValue, subject, []) }
    return latest
  }

  private func narrowed(
    _ measurements: [Measurement], _ part: String, _ name: String, _ text: String,
    _ field: (MeasurementKey) -> String
  ) throws(Unknown) -> [Measurement] {
    let kept = measurements.filter { field($0.key) == name }
    guard kept.isEmpty else { return kept }
    throw unknown(text, part, name, distinct(measurements.map { field($0.key) }))
  }

  private var kinds: [String] {
    let met = Set(measured.measurements.map(\.key.kind))
    return SubjectKind.allCases.filter(met.contains).map(\.rawValue)
  }

  /// Each once, in the order in which they come.
  private func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}

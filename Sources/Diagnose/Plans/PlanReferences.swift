import Audit

/// Checks what plans name: deficiencies and other plans.
struct PlanReferences {
  var material: Material
  var aliases: [String: String]

  init(_ material: Material, aliases: [String: String]) {
    self.material = material
    self.aliases = aliases
  }

  /// A plan for what a survey measures, or a standard that is checked, is fine though it is no deficiency now: it may have
  /// worked.
  func diagnostics(_ findings: [Finding]) -> [Diagnostic] {
    let ids = findings.map(\.id) + aliases.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let known = Set(ids).union(material.records.map { "standard.\($0.standard.id)" })
    let slugs = material.project.corrections.map(\.slug)
    return material.project.corrections.flatMap { correction in
      correction.corrects.filter { !known.contains($0.id) && !isMeasured($0.id) }
        .map { Diagnostic.unknownDeficiency($0, candidates: ids) }
        + correction.after.filter { !slugs.contains($0.id) }
        .map { Diagnostic.unknownPrerequisite($0, candidates: slugs) }
    }
  }

  /// Some wave could have found it.
  private func isMeasured(_ id: String) -> Bool {
    material.measured.surveys.contains { survey in
      survey.waves.contains { wave in
        let own = OwnMeasure(of: id, wave.definition, slices: wave.slices.map(\.slice))
        return own?.respondents == survey.respondents
      }
    }
  }
}

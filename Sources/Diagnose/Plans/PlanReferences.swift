import Audit

/// Checks what plans name: deficiencies and other plans.
struct PlanReferences {
  var material: Material
  var aliases: [String: String]

  init(_ material: Material, aliases: [String: String]) {
    self.material = material
    self.aliases = aliases
  }

  /// A plan for a cell that a survey measures, or a standard that is checked, is fine though it is no deficiency now: it may
  /// have worked.
  func diagnostics(_ findings: [Finding]) -> [Diagnostic] {
    let ids = findings.map(\.id) + aliases.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let known = Set(ids).union(measured()).union(material.records.map { "standard.\($0.standard.id)" })
    let slugs = material.project.corrections.map(\.slug)
    return material.project.corrections.flatMap { correction in
      correction.corrects.filter { !known.contains($0.id) }
        .map { Diagnostic.unknownDeficiency($0, candidates: ids) }
        + correction.after.filter { !slugs.contains($0.id) }
        .map { Diagnostic.unknownPrerequisite($0, candidates: slugs) }
    }
  }

  /// Ids of all cells that any wave asked customers about.
  private func measured() -> Set<String> {
    var ids: Set<String> = []
    for survey in material.measured.surveys where survey.respondents == .customers {
      for wave in survey.waves {
        for set in wave.definition.findingSets {
          ids.insert("gap.\(Cell(touchpoint: set.touchpoint, dimension: set.dimension).id)")
        }
      }
    }
    return ids
  }
}

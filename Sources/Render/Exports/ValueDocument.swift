import Audit

/// What a finding costs, what correcting it is worth and where it stands, as `data/findings.json` writes them.
enum ValueDocument {
  /// What the deficiency costs a year.
  static func impact(_ impact: Impact?) -> JSON {
    guard let impact, let total = impact.total else { return .null }
    return .object(parts(total) + [JSON.Member("currency", .string(impact.currency))])
  }

  /// Null for what is no deficiency of the service.
  static func value(_ finding: Finding) -> JSON {
    guard let worth = finding.worth else { return .null }
    let impact = finding.impact
    return .object([
      JSON.Member("unit", .string(unit(worth.unit))),
      JSON.Member("customers", spread(impact?.customers)), JSON.Member("atRisk", spread(impact?.atRisk)),
      JSON.Member("told", spread(impact?.told)), JSON.Member("lostByTold", spread(impact?.lostByTold)),
      JSON.Member("reduction", reduction(worth.reduction)), JSON.Member("relief", spread(worth.relief)),
      JSON.Member("effort", effort(worth.outlay)), JSON.Member("cost", spread(worth.cost)),
      JSON.Member("together", .array(worth.together.map(JSON.string))),
      JSON.Member("onlyUnlocks", .bool(worth.onlyUnlocks)),
      JSON.Member("notes", .array(finding.impactNotes.map(JSON.string))),
    ])
  }

  static func rank(_ rank: Rank?) -> JSON {
    guard let rank else { return .null }
    return .object([
      JSON.Member("place", .integer(rank.place)), JSON.Member("of", .integer(rank.of)),
      JSON.Member("best", .integer(rank.best)), JSON.Member("worst", .integer(rank.worst)),
      JSON.Member("act", .optional(rank.act)),
    ])
  }

  private static func unit(_ unit: Worth.Unit) -> String {
    switch unit {
    case .money(let currency): currency
    case .burden: "burden"
    }
  }

  private static func reduction(_ reduction: Worth.Reduction) -> JSON {
    let (source, corrections): (String, Int?) =
      switch reduction.source {
      case .verified(let count): ("verified", count)
      case .declared: ("declared", nil)
      case .assumed: ("assumed", nil)
      }
    return .object(
      parts(reduction.share) + [
        JSON.Member("source", .string(source)), JSON.Member("corrections", .optional(corrections)),
      ])
  }

  private static func effort(_ outlay: Worth.Outlay?) -> JSON {
    guard let outlay else { return .null }
    return .object([
      JSON.Member("days", number(outlay.days)), JSON.Member("cash", number(outlay.cash)),
      JSON.Member("source", .string(outlay.source.rawValue)),
    ])
  }

  private static func spread(_ spread: Spread?) -> JSON { spread.map { .object(parts($0)) } ?? .null }

  private static func parts(_ spread: Spread) -> [JSON.Member] {
    [
      JSON.Member("low", number(spread.low)), JSON.Member("mid", number(spread.mid)),
      JSON.Member("high", number(spread.high)),
    ]
  }

  private static func number(_ value: Double) -> JSON { CanonicalNumber.text(value).map(JSON.number) ?? .null }
}

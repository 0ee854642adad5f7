import Audit

/// What a deficiency costs and what correcting it is worth, beside what the client declared for it.
struct ValueView: View {
  var rows: [FactorView]
  /// What was left out or taken for granted.
  var notes: [String]
  var declared: [MetaView]

  static let fields: [Field<ValueView>] = [
    .list("rows", \.rows), .texts("notes", \.notes), .list("declared", \.declared),
  ]

  /// Nil where nothing is declared, and for what is no deficiency of the service.
  init?(_ finding: Finding, _ context: SiteContext) {
    let economics = context.configuration.economics
    guard economics.isDeclared, let worth = finding.worth else { return nil }
    rows = []
    notes = finding.impactNotes.map { $0.replacing("`", with: "") }
    declared = economics.all.map { EconomicsWords.row($0.parameter, $0.value, economics.currency) }
    if let impact = finding.impact { addCosts(impact) }
    addWorth(worth, currency: finding.impact?.currency)
    if notes.isEmpty, rows.isEmpty { return nil }
  }

  private mutating func add(_ name: String, _ value: String, _ meaning: String) {
    rows.append(FactorView(name: name, value: value, meaning: meaning))
  }

  private mutating func addCosts(_ impact: Impact) {
    let currency = impact.currency
    add("Customers hit", "about " + MoneyText.about(impact.customers), "of all customers, seriously failed here")
    if let risk = impact.atRisk {
      add("Leave for it", "about \(MoneyText.amount(risk, currency)) a year", "margin of customers who leave")
    }
    if let lost = impact.lostByTold, let told = impact.told {
      add(
        "Word of mouth", "about \(MoneyText.amount(lost, currency)) a year",
        "margin lost among about \(MoneyText.about(told)) people who are told of it")
    }
    if let total = impact.total, impact.atRisk != nil, impact.lostByTold != nil {
      add("What it costs", "about \(MoneyText.amount(total, currency)) a year", "both together")
    }
  }

  private mutating func addWorth(_ worth: Worth, currency: String?) {
    let reduction =
      MoneyText.share(worth.reduction.share, isComputed: worth.reduction.isVerified)
      + EconomicsWords.source(worth.reduction.source)
    switch worth.unit {
    case .money(let currency):
      if let relief = worth.relief {
        add(
          "What correcting it brings", "about \(MoneyText.amount(relief, currency)) a year",
          "if it takes away \(reduction)")
      }
      if let cost = worth.cost {
        add("What that takes", MoneyText.amount(cost, currency), EconomicsWords.outlay(worth))
      }
    case .burden:
      if let total = worth.outlay {
        add("What that takes", EconomicsWords.days(total.days), EconomicsWords.outlay(worth))
      }
    }
  }
}

/// Declared figures in words.
enum EconomicsWords {
  static func row(_ parameter: Economics.Parameter, _ value: Spread, _ currency: String?) -> MetaView {
    let text = parameter.isShare ? MoneyText.share(value) : MoneyText.declared(value)
    return MetaView(name: name(parameter), value: parameter.isMoney ? "\(currency ?? "") \(text)" : text)
  }

  private static func name(_ parameter: Economics.Parameter) -> String {
    switch parameter {
    case .customers: "Customers"
    case .margin: "Margin of a customer in a year"
    case .churnIncrease: "More of those who are failed leave"
    case .shareTelling: "Those who are failed and tell others"
    case .told: "How many others they tell"
    case .lossPerTold: "Customers lost for each person told"
    case .expectedReduction: "What a correction takes away"
    case .dayRate: "A working day"
    }
  }

  /// ` of it (declared)`, to stand behind a share.
  static func source(_ source: Worth.Reduction.Source) -> String {
    switch source {
    case .verified(let count):
      " of it, the mean of \(CountWords.of(count, .plan)) that \(count == 1 ? "was" : "were") carried out and judged"
    case .declared: " of it, as declared"
    case .assumed: " of it, which is assumed: nobody declared it, and no correction was judged"
    }
  }

  static func outlay(_ worth: Worth) -> String {
    guard let outlay = worth.outlay else { return "" }
    let source =
      switch outlay.source {
      case .plan: "as the plan says"
      case .playbook: "as the playbook suggests"
      }
    return outlay.cash > 0
      ? "\(days(outlay.days)) and \(MoneyText.about(outlay.cash)) in cash, \(source)"
      : "\(days(outlay.days)), \(source)"
  }

  static func days(_ days: Double) -> String {
    days == 1 ? "1 working day" : "\(MoneyText.declared(Spread(days))) working days"
  }
}

extension FactorView {
  /// π, with what it belongs to and how quick it is.
  static func value(of finding: Finding, _ context: SiteContext) -> [FactorView] {
    guard let worth = finding.worth, let priority = finding.priority else { return [] }
    var meaning: String
    let value: String
    switch worth.unit {
    case .money(let currency):
      value = MoneyText.amount(priority, currency)
      meaning = "a year for each \(currency) that it takes"
    case .burden:
      value = FigureText.fixed(priority, decimals: 2)
      meaning = "expected relief of burden per working day"
    }
    if !worth.together.isEmpty {
      let titles = named(worth.together, context)
      meaning +=
        worth.onlyUnlocks
        ? ", together with what waits for it: \(titles)" : ", together with what the same plan corrects: \(titles)"
    }
    var factors = [FactorView(name: "Value for effort", value: value, meaning: meaning)]
    if finding.isQuickWin, let days = worth.outlay?.days {
      factors.append(
        FactorView(
          name: "Quick win", value: EconomicsWords.days(days), meaning: "grave, and mended in ten days or less"))
    }
    return factors
  }

  /// Its place, and how far it depends on weights.
  static func place(of finding: Finding, _ context: SiteContext) -> [FactorView] {
    guard let rank = finding.rank, rank.of > 1 else { return [] }
    var meaning =
      rank.best == rank.worst
      ? "under all reasonable weights" : "\(rank.best) to \(rank.worst) under other reasonable weights"
    let tied = context.deficiencies.filter { other in
      other.id != finding.id && other.findingClass == finding.findingClass
        && (other.rank.map { rank.isTied(with: $0) } ?? false)
    }
    if !tied.isEmpty { meaning += ", so it is tied with \(named(tied.map(\.id), context))" }
    return [FactorView(name: "Place in the register", value: "\(rank.place) of \(rank.of)", meaning: meaning)]
  }

  /// Up to three titles, then how many more.
  private static func named(_ ids: [String], _ context: SiteContext) -> String {
    let titles = context.deficiencies.filter { ids.contains($0.id) }.map { "“\($0.title)”" }
    let more = titles.count - 3
    return CountWords.list(titles.prefix(3) + (more > 0 ? ["\(FigureText.count(more)) more"] : []))
  }
}

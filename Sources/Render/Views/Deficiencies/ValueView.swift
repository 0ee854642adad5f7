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
    add(
      say("Customers hit"), say("about \(MoneyText.about(impact.customers))"),
      say("of all customers, seriously failed here"))
    if let risk = impact.atRisk {
      add(say("Leave for it"), EconomicsWords.yearly(risk, currency), say("margin of customers who leave"))
    }
    if let lost = impact.lostByTold, let told = impact.told {
      add(
        say("Word of mouth"), EconomicsWords.yearly(lost, currency),
        say("margin lost among about \(MoneyText.about(told)) people who are told of it"))
    }
    if let total = impact.total, impact.atRisk != nil, impact.lostByTold != nil {
      add(say("What it costs"), EconomicsWords.yearly(total, currency), say("both together"))
    }
  }

  private mutating func addWorth(_ worth: Worth, currency: String?) {
    switch worth.unit {
    case .money(let currency):
      if let relief = worth.relief {
        add(
          say("What correcting it brings"), EconomicsWords.yearly(relief, currency),
          EconomicsWords.condition(worth.reduction))
      }
      if let cost = worth.cost {
        add(say("What that takes"), MoneyText.amount(cost, currency), EconomicsWords.outlay(worth))
      }
    case .burden:
      if let total = worth.outlay {
        add(say("What that takes"), EconomicsWords.days(total.days), EconomicsWords.outlay(worth))
      }
    }
  }
}

/// Declared figures in words.
enum EconomicsWords {
  static func row(_ parameter: Economics.Parameter, _ value: Spread, _ currency: String?) -> MetaView {
    let money = parameter.isMoney ? currency : nil
    return MetaView(
      name: name(parameter), value: parameter.isShare ? MoneyText.share(value) : MoneyText.declared(value, money))
  }

  private static func name(_ parameter: Economics.Parameter) -> String {
    switch parameter {
    case .customers: say("Customers")
    case .margin: say("Margin of a customer in a year")
    case .churnIncrease: say("More of those who are failed leave")
    case .shareTelling: say("Those who are failed and tell others")
    case .told: say("How many others they tell")
    case .lossPerTold: say("Customers lost for each person told")
    case .expectedReduction: say("What a correction takes away")
    case .dayRate: say("A working day")
    }
  }

  /// `about EUR 21,200 a year`.
  static func yearly(_ amount: Spread, _ currency: String) -> String {
    say("about \(MoneyText.amount(amount, currency)) a year")
  }

  /// `if it takes away 30 % of it, as declared`.
  static func condition(_ reduction: Worth.Reduction) -> String {
    let share = MoneyText.rough(share: reduction.share)
    switch reduction.source {
    case .verified(let count):
      let plans = FigureText.count(count)
      return count == 1
        ? say("if it takes away \(share) of it, the mean of \(plans) plan that was carried out and judged")
        : say("if it takes away \(share) of it, the mean of \(plans) plans that were carried out and judged")
    case .declared: return say("if it takes away \(share) of it, as declared")
    case .assumed:
      return say(
        """
        if it takes away \(share) of it, which is assumed: nobody declared it, and no correction was judged
        """)
    }
  }

  static func outlay(_ worth: Worth) -> String {
    guard let outlay = worth.outlay else { return "" }
    let source =
      switch outlay.source {
      case .plan: say("as the plan says")
      case .playbook: say("as the playbook suggests")
      }
    let days = days(outlay.days)
    return (outlay.cash > 0 ? say("\(days) and \(MoneyText.about(outlay.cash)) in cash") : days) + ", \(source)"
  }

  static func days(_ days: Double) -> String {
    let number = MoneyText.declared(Spread(days))
    return days == 1 ? say("\(number) working day") : say("\(number) working days")
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
      meaning = say("a year for each \(currency) that it takes")
    case .burden:
      value = FigureText.fixed(priority, decimals: 2)
      meaning = say("expected relief of burden per working day")
    }
    if !worth.together.isEmpty {
      let titles = named(context.titles(of: worth.together))
      meaning += ", "
      meaning +=
        worth.onlyUnlocks
        ? say("together with what waits for it: \(titles)")
        : say("together with what the same plan corrects: \(titles)")
    }
    var factors = [FactorView(name: say("Value for effort"), value: value, meaning: meaning)]
    if finding.isQuickWin, let days = worth.outlay?.days {
      factors.append(
        FactorView(
          name: say("Quick win"), value: EconomicsWords.days(days),
          meaning: say("grave, and mended in ten days or less")))
    }
    return factors
  }

  /// Its place, and how far it depends on weights.
  static func place(of finding: Finding, _ context: SiteContext) -> [FactorView] {
    guard let rank = finding.rank, rank.of > 1 else { return [] }
    var meaning =
      rank.best == rank.worst
      ? say("under all reasonable weights") : say("\(rank.best) to \(rank.worst) under other reasonable weights")
    let tied = context.ties.titles(tiedWith: finding)
    if !tied.isEmpty { meaning += ", " + say("so it is tied with \(named(tied))") }
    let place = say("\(rank.place) of \(rank.of)")
    return [FactorView(name: say("Place in the register"), value: place, meaning: meaning)]
  }

  /// Up to three titles, then how many more.
  private static func named(_ all: [String]) -> String {
    let titles = all.prefix(3).map { say("“\($0)”") }
    let more = all.count - titles.count
    return CountWords.list(titles + (more > 0 ? [say("\(FigureText.count(more)) more")] : []))
  }
}

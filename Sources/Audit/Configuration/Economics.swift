/// What the client declares of customers and money (methodology 6.6). Nothing is built in: what nobody declared is not known.
package struct Economics: Hashable, Sendable {
  /// A key under `economics:`.
  package enum Parameter: String, Sendable, CaseIterable, Hashable {
    /// N, customers in all.
    case customers
    /// m, margin of a customer in a year.
    case margin = "margin-per-year"
    /// Δc, how many more of those who are failed leave, 0…1.
    case churnIncrease = "churn-increase"
    /// s, share of those who are failed who tell others, 0…1.
    case shareTelling = "share-telling"
    /// T, how many others they tell.
    case told
    /// κ_w, customers lost for each person who is told, 0…1.
    case lossPerTold = "loss-per-told"
    /// ρ, share of the trouble that a correction is expected to take away, 0…1.
    case expectedReduction = "expected-reduction"
    /// Cost of a working day.
    case dayRate = "day-rate"
  }

  /// Code of three capital letters, such as `EUR`.
  package var currency: String?
  private var declared: [Parameter: Spread] = [:]

  package init(currency: String? = nil, _ declared: [Parameter: Spread] = [:]) {
    self.currency = currency
    self.declared = declared
  }

  package subscript(_ parameter: Parameter) -> Spread? {
    get { declared[parameter] }
    set { declared[parameter] = newValue }
  }

  /// What was declared, in the order of the format.
  package var all: [(parameter: Parameter, value: Spread)] {
    Parameter.allCases.compactMap { parameter in declared[parameter].map { (parameter, $0) } }
  }

  package var isDeclared: Bool { !declared.isEmpty }

  /// The links of a chain that nobody declared.
  package func missing(of parameters: [Parameter]) -> [Parameter] { parameters.filter { declared[$0] == nil } }
}

extension Economics.Parameter {
  /// What counts money.
  package var isMoney: Bool {
    switch self {
    case .margin, .dayRate: true
    case .customers, .churnIncrease, .shareTelling, .told, .lossPerTold, .expectedReduction: false
    }
  }

  /// A part of a whole, written as 0.04 or 4%.
  package var isShare: Bool {
    switch self {
    case .churnIncrease, .shareTelling, .lossPerTold, .expectedReduction: true
    case .customers, .margin, .told, .dayRate: false
    }
  }

  /// Values that can be meant; the upper ends keep products finite.
  package var range: ClosedRange<Double> {
    switch self {
    case .customers: 1...10_000_000_000
    case .margin: 0...1_000_000_000
    case .dayRate: 0...1_000_000
    case .told: 0...1_000_000
    case .churnIncrease, .shareTelling, .lossPerTold, .expectedReduction: 0...1
    }
  }
}

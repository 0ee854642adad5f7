import Audit

/// Words for how sure a comparison is.
enum TestedText {
  /// A sentence for what has passed the test of its wave's family.
  static func beyondChance(tests: Int) -> String {
    " "
      + (tests > 1
        ? say("That is more than chance explains, though \(FigureText.count(tests)) things were tested at once.")
        : say("That is more than chance explains."))
  }

  /// `0.4 to 0.8`, of two bounds of a difference that lie on one side of 0.
  static func size(_ low: Double, _ high: Double, decimals: Int) -> String {
    let (near, far) = (min(low.magnitude, high.magnitude), max(low.magnitude, high.magnitude))
    // A bound that is not 0 is never written as 0: that would say what the test denies.
    let finer = (decimals...decimals + 2).first {
      FigureText.fixed(near, decimals: $0) != FigureText.fixed(0, decimals: $0)
    }
    return FigureText.range(near, far, decimals: near == 0 ? decimals : finer ?? decimals)
  }

  /// `0.6 points`, `1 point`; at a decimal place always `points`.
  static func points(_ value: Double, decimals: Int) -> String {
    let text = FigureText.magnitude(value, decimals: decimals)
    return text == "1" ? say("\(text) point") : say("\(text) points")
  }
}

extension Scale {
  /// `1 to 7`.
  var text: String { say("\(FigureText.count(minimum)) to \(FigureText.count(maximum))", as: "range") }

  /// A tenth of a point tells on scales up to 100; beyond, whole points do.
  var decimals: Int { range > 100 ? 0 : 1 }
}

extension ItemTarget {
  /// What is said of the share who are seriously failed: `say they got far less than they expect`.
  var failed: String {
    switch self {
    case .expectation: say("say they got far less than they expect")
    case .minimum: say("say they got far less than the least they find acceptable")
    case .standard: say("got far less than the standard asks")
    case .satisfied: say("are far from satisfied")
    }
  }

  /// The same of a number of customers, since the verb follows what it is about.
  var failedCustomers: String {
    switch self {
    case .expectation: say("say they got far less than they expect", as: "customers")
    case .minimum: say("say they got far less than the least they find acceptable", as: "customers")
    case .standard: say("got far less than the standard asks", as: "customers")
    case .satisfied: say("are far from satisfied", as: "customers")
    }
  }
}

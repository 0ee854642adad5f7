import Audit

/// What a gap is held against.
enum GapAim: Hashable, Sendable {
  case expectation, minimum, standard
  /// Expectations at some questions, a standard at others.
  case mixed

  /// Where no customer was asked for expectations, the text speaks of the standard alone.
  init(of items: [Item]) {
    var (expectations, standards) = (0, 0)
    for item in items {
      switch item.comparison {
      case .expectation: expectations += 1
      case .standard: standards += 1
      case .zone, .none: break
      }
    }
    if ItemTarget(of: items) == .minimum {
      self = .minimum
    } else if standards == 0 {
      self = .expectation
    } else {
      self = expectations == 0 ? .standard : .mixed
    }
  }

  /// What stands behind "below" and "above".
  var text: String {
    switch self {
    case .expectation: say("what customers expect", as: "below or above")
    case .minimum: say("the least that customers find acceptable", as: "below or above")
    case .standard: say("the standard", as: "below or above")
    case .mixed: say("what is expected", as: "below or above")
    }
  }

  /// Of what meets it: `Branch visit: what customers expect`.
  func headline(_ name: String) -> String {
    switch self {
    case .expectation: say("\(name): what customers expect")
    case .minimum: say("\(name): the least that customers find acceptable")
    case .standard: say("\(name): the standard")
    case .mixed: say("\(name): what is expected")
    }
  }

  /// Of what nearly meets it.
  var about: String {
    switch self {
    case .expectation: say("about what customers expect")
    case .minimum: say("about the least that customers find acceptable")
    case .standard: say("about the standard")
    case .mixed: say("about what is expected")
    }
  }
}

/// Why a figure is not there, in words that need no glossary.
package enum ReasonWords {
  package static func text(_ reason: Reason) -> String {
    switch reason {
    case .noData: say("no answers")
    case .nLt2: say("only one answer")
    case .zeroVariance: say("all answers are equal")
    case .allZero: say("nobody's answers differ")
    case .tooManyPairs: say("too many answers for the exact test")
    case .noVariation: say("no variation")
    case .singular: say("cannot be told apart from another figure")
    case .census: say("everybody was asked")
    case .wrongScale: say("the scale does not fit")
    case .overflow: say("too large to compute exactly")
    case .lowBase: say("few answers")
    case .needsRows: say("needs the single answers")
    case .tooFew: say("too few for this method")
    case .tooManyColumns: say("too many columns for this method")
    case .noFamily: say("not among the tests of this wave")
    case .suppressed: say("too few answers to show")
    case .noExpectation: say("expectations were not asked")
    case .mixedScales: say("the questions use different scales")
    }
  }
}

/// Why a figure is not there, in words that need no glossary.
package enum ReasonWords {
  package static func text(_ reason: Reason) -> String {
    switch reason {
    case .noData: "no answers"
    case .nLt2: "only one answer"
    case .zeroVariance: "all answers are equal"
    case .allZero: "nobody's answers differ"
    case .tooManyPairs: "too many answers for the exact test"
    case .noVariation: "no variation"
    case .singular: "cannot be told apart from another figure"
    case .census: "everybody was asked"
    case .wrongScale: "the scale does not fit"
    case .overflow: "too large to compute exactly"
    case .lowBase: "few answers"
    case .needsRows: "needs the single answers"
    case .tooFew: "too few for this method"
    case .tooManyColumns: "too many columns for this method"
    case .noFamily: "not among the tests of this wave"
    case .suppressed: "too few answers to show"
    case .noExpectation: "expectations were not asked"
    case .mixedScales: "the questions use different scales"
    }
  }
}

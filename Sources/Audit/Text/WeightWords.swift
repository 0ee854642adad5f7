/// What stands beside figures that leave the weights of a weighted survey out.
package enum WeightWords {
  /// Within a list of remarks.
  package static var left: String { say("answers count alike here, without their weights") }

  /// A sentence of its own behind others, nothing where there are no weights.
  package static func sentence(_ definition: SurveyDefinition) -> String {
    definition.hasWeights ? " \(LetterCase.capitalised(left))." : ""
  }
}

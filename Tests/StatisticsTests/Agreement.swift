import Statistics

/// Whether a number prints as the given one to six decimals.
func printed(_ number: Double, as expected: Double) -> Bool {
  abs(number - expected) <= 0.500_001e-6
}

/// Whether an estimate has a value that prints as the given one to six decimals.
func printed(_ estimate: Estimate, as expected: Double) -> Bool {
  estimate.value.map { printed($0, as: expected) } ?? false
}

/// Whether two numbers agree to a relative error; 0 agrees with 0 alone.
func agree(_ computed: Double, _ expected: Double, within relative: Double) -> Bool {
  abs(computed - expected) <= relative * abs(expected)
}

/// Whether an estimate has a value that agrees to a relative error.
func agree(_ computed: Estimate, _ expected: Double, within relative: Double) -> Bool {
  computed.value.map { agree($0, expected, within: relative) } ?? false
}

/// Whether two estimates agree: both values to a relative error, or both lacking for one reason.
func agree(_ computed: Estimate, _ expected: Estimate, within relative: Double) -> Bool {
  expected.value.map { agree(computed, $0, within: relative) } ?? (computed == expected)
}

/// The sum of numbers, smallest first, so that it does not depend on the order in which they are given.
func sumAscending(_ numbers: [Double]) -> Double {
  numbers.sorted().reduce(0, +)
}

/// The mean of numbers, not none, whatever their order; that of equal numbers is the number itself.
func meanAscending(_ numbers: [Double]) -> Double {
  let sorted = numbers.sorted()
  let least = sorted[0]
  return least + sorted.reduce(0) { $0 + ($1 - least) } / Double(sorted.count)
}

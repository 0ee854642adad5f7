/// √((N − n)/(N − 1)), by which a standard error shrinks where more than a twentieth of a known population has answered.
///
/// Source: methodology 4.2.
///
/// - Parameters:
///   - n: How many have answered.
///   - populationSize: N, or nil where it is not known. A size below n is contradicted by the data and has no effect.
/// - Returns: 0, where all have answered, to 1.
public func finitePopulationFactor(n: Int, populationSize: Int?) -> Double {
  guard let size = populationSize, size >= n, size > 1, Double(n) / Double(size) > 0.05 else { return 1 }
  return (Double(size - n) / Double(size - 1)).squareRoot()
}

import Audit

extension ConfigurationReader {
  /// What the client declares of customers and money: each a number, or `{low, mid, high}`.
  static func readEconomics(_ reader: inout MappingReader) -> Economics {
    var economics = Economics()
    _ = reader.mapping("economics") { child in
      economics.currency = readCurrency(&child)
      for parameter in Economics.Parameter.allCases { economics[parameter] = child.spread(parameter) }
      let money = Economics.Parameter.allCases.first { $0.isMoney && economics[$0] != nil }
      if let money, !child.has("currency") {
        child.report(.configNoCurrency(money.rawValue, at: child.place(ofKey: money.rawValue)))
      }
    }
    return economics
  }

  private static func readCurrency(_ reader: inout MappingReader) -> String? {
    guard let scalar = reader.scalar("currency") else { return nil }
    let bytes = Array(scalar.text.utf8)
    if bytes.count == 3, bytes.allSatisfy({ (0x41...0x5A).contains($0) }) { return scalar.text }
    reader.report(.configCurrency(scalar.text, at: reader.source.place(of: scalar.span)))
    return nil
  }

  /// `{measure, value, n, sd, source, date}` each; entries without what they cannot do without are left out.
  static func readBenchmarks(_ reader: inout MappingReader) -> [Benchmark] {
    reader.mappings("benchmarks", each: "a benchmark") { child -> Benchmark? in
      let measure = child.references("measure").first
      if measure == nil, !child.has("measure") { child.reportMissing("measure") }
      let value = child.required("value").flatMap { _ in child.level("value")?.value }
      let n = child.integer("n", in: 1...10_000_000_000)
      let sd = child.number("sd", in: 0...1_000_000)
      if sd == 0 { child.report(.configBenchmarkSD(at: child.place(ofKey: "sd"))) }
      let source = child.required("source")
      let date = child.required("date").flatMap { _ in child.day("date") }
      guard let measure, let value, let source, let date else { return nil }
      return Benchmark(
        measure: measure, value: value, n: n, sd: sd, source: source.text, date: date,
        dated: child.place(ofKey: "date").location)
    }.compactMap(\.self)
  }
}

extension MappingReader {
  /// A number or a share, or its least, its most likely and its most.
  fileprivate mutating func spread(_ parameter: Economics.Parameter) -> Spread? {
    let key = parameter.rawValue
    guard case .mapping = node(key) else { return declared(key, parameter).map { Spread($0) } }
    return mapping(key) { child -> Spread? in
      let keys = ["low", "mid", "high"]
      for key in keys where !child.has(key) { child.reportMissing(key) }
      let values = keys.map { child.declared($0, parameter) }
      guard let low = values[0], let mid = values[1], let high = values[2] else { return nil }
      if low <= mid, mid <= high { return Spread(low: low, mid: mid, high: high) }
      child.report(.configSpreadOrder(key, at: child.source.place(of: child.mapping.span)))
      return nil
    } ?? nil
  }

  private mutating func declared(_ key: String, _ parameter: Economics.Parameter) -> Double? {
    parameter.isShare ? share(key, in: parameter.range) : number(key, in: parameter.range)
  }
}

package import Audit

/// Agreed gates and what came of them, for other programs.
package enum GatesDocument {
  package static func json(_ gates: [GateResult]) -> JSON {
    .array(gates.map(gate))
  }

  private static func gate(_ result: GateResult) -> JSON {
    .object([
      JSON.Member("gate", .string(result.gate.name)), JSON.Member("expected", .string(result.gate.expected)),
      JSON.Member("found", .string(result.actual)), JSON.Member("value", .canonical(result.value)),
      JSON.Member("low", .canonical(result.low)), JSON.Member("high", .canonical(result.high)),
      JSON.Member("n", .optional(result.n)), JSON.Member("result", .string(result.word)),
      JSON.Member("passed", .bool(result.isPassed)),
      JSON.Member("brokenBy", .array(result.breakers.map(JSON.string))),
    ])
  }
}

extension JSON {
  /// Twelve significant digits, as in `data/statistics.csv`; infinities and not-a-number are null.
  package static func canonical(_ value: Double?) -> JSON {
    value.flatMap(CanonicalNumber.text).map(JSON.number) ?? .null
  }
}

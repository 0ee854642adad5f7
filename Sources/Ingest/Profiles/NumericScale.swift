import Audit

/// Finds the scale behind whole numbers, and the codes beside it.
enum NumericScale {
  struct Found: Hashable {
    var scale: Scale
    /// Values beside the scale, ascending.
    var codes: [Int]
    /// Plausible only beside others like it, or where the wording speaks of a rating: 0…100.
    var isSlider = false
  }

  /// Numbers that questionnaires use for "no answer" far above any scale.
  private static let farCodes: Set<Int> = [66, 77, 88, 96, 97, 98, 99, 666, 777, 888, 997, 998, 999, 7777, 8888, 9999]

  /// Nil where the values are no short scale. `values` ascending, each with its count.
  static func alone(_ values: [(value: Int, count: Int)]) -> Found? {
    var codes: [Int] = []
    var rest = values
    if let lowest = rest.first?.value, lowest < 0 {
      if let symmetric = symmetric(rest) { return symmetric }
      codes = rest.map(\.value).filter { $0 < 0 }
      guard codes.count <= 3, lowest >= -99 else { return nil }
      rest.removeAll { $0.value < 0 }
    }
    let far = rest.filter { farCodes.contains($0.value) }
    let near = rest.filter { !farCodes.contains($0.value) }
    if !far.isEmpty, let top = near.last?.value, top <= 20 {
      codes += far.map(\.value)
      rest = near
    }
    guard let low = rest.first?.value, let high = rest.last?.value, low <= 5 else { return slider(values) }
    if high > 20 { return slider(values) }
    let total = rest.reduce(0) { $0 + $1.count }
    let top = contiguousTop(rest, step: total >= 50 ? 1 : 3)
    let beyond = rest.filter { $0.value > top }
    guard beyond.count <= 3, beyond.reduce(0, { $0 + $1.count }) * 10 <= total * 3 else { return nil }
    guard var found = scale(top: top, hasZero: low == 0, answers: total) else { return nil }
    let scale = found.scale
    found.codes = (codes + rest.map(\.value).filter { !scale.contains($0) }).sorted()
    return found
  }

  /// −3…3 and the like, where both sides are used.
  private static func symmetric(_ values: [(value: Int, count: Int)]) -> Found? {
    guard let low = values.first?.value, let high = values.last?.value, low == -high, (1...5).contains(high) else {
      return nil
    }
    let total = values.reduce(0) { $0 + $1.count }
    let negative = values.filter { $0.value < 0 }.reduce(0) { $0 + $1.count }
    guard negative * 10 >= total, values.contains(where: { $0.value == 0 }) else { return nil }
    return Scale(minimum: low, maximum: high).map { Found(scale: $0, codes: []) }
  }

  private static func slider(_ values: [(value: Int, count: Int)]) -> Found? {
    guard let low = values.first?.value, let high = values.last?.value, (0...10).contains(low),
      (90...100).contains(high),
      values.count >= 6
    else { return nil }
    return Scale(minimum: low == 0 ? 0 : 1, maximum: 100).map { Found(scale: $0, codes: [], isSlider: true) }
  }

  /// The highest value before a gap of `step` or more, beyond which only few answers lie.
  private static func contiguousTop(_ values: [(value: Int, count: Int)], step: Int) -> Int {
    let total = values.reduce(0) { $0 + $1.count }
    var below = values.first?.count ?? 0
    var top = values.first?.value ?? 0
    for next in values.dropFirst() {
      // Nobody likes the low end of a scale: a gap there is no end.
      if next.value - top > step, (total - below) * 10 <= total * 3 { break }
      top = next.value
      below += next.count
    }
    return top
  }

  private static func scale(top: Int, hasZero: Bool, answers: Int) -> Found? {
    let many = answers >= 60
    let (low, high): (Int, Int)
    switch top {
    case 3: (low, high) = (1, 3)
    case 4: (low, high) = (1, many ? 4 : 5)
    case 5: (low, high) = (1, 5)
    case 6: (low, high) = (1, many ? 6 : 7)
    case 7: (low, high) = (1, 7)
    case 8: (low, high) = hasZero ? (0, 10) : (1, 10)
    case 9: (low, high) = hasZero ? (0, 10) : (1, many ? 9 : 10)
    case 10: (low, high) = hasZero ? (0, 10) : (1, 10)
    case 11: (low, high) = hasZero ? (0, 10) : (1, 11)
    default: return nil
    }
    return Scale(minimum: low, maximum: high).map { Found(scale: $0, codes: []) }
  }

  /// What a number beside the scale probably stands for.
  static func meaning(of code: Int) -> ColumnProfile.OddCode.Meaning {
    switch code {
    case 9, 99, 999, 9999, 98, 998, -9, -99: .missing
    default: .notApplicable
    }
  }
}

import Audit
import Statistics

/// Weights that bring a wave's answers to the known shares of segments (methodology 4.2).
///
/// The rows of a cell, those with the same values of all raked segments, have one weight; rows that lack such a value are in
/// no cell and in no weighted figure.
struct RakedWeights {
  /// A value of a raked segment that has rows and no share, or a share and no rows.
  struct Contradiction: Hashable {
    var segment: String
    var value: String
    var isAnswered: Bool
  }

  let cells: [SliceTally]
  let raking: Raking
  /// Why there are no weights, where margins and answers do not fit.
  let contradiction: Contradiction?

  /// Nil where nothing is to be raked.
  init?(_ wave: SurveyWave) {
    guard !wave.definition.rake.isEmpty else { return nil }
    let cells = wave.tally.rakedSlices.first { $0.slice == .all }?.cells ?? []
    self.cells = cells
    areCellsStrata = wave.definition.rake.count == 1
    let levels = wave.definition.rake.map { target in
      Self.levels(target, of: wave.definition.segments[target.segment].id, cells)
    }
    raking = Raking(
      cells: cells.map(\.rows), margins: levels.map { Raking.Margin(levels: $0.levels, targets: $0.targets) })
    guard case .notRakeable(let margin, let level) = raking.outcome else {
      contradiction = nil
      return
    }
    let found = levels[margin]
    contradiction = Contradiction(
      segment: found.segment, value: found.values[level], isAnswered: found.levels.contains(level))
  }

  /// A single segment is raked, so that each cell is a stratum with a known share.
  let areCellsStrata: Bool

  /// The weight of a row of each cell.
  var weights: [Slice: Double] {
    Dictionary(zip(cells.map(\.slice), raking.weights).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
  }

  private struct Levels {
    var segment: String
    var values: [String]
    var targets: [Double]
    /// By cell.
    var levels: [Int]
  }

  private static func levels(_ target: RakeTarget, of segment: String, _ cells: [SliceTally]) -> Levels {
    var result = Levels(
      segment: segment, values: target.shares.map(\.value), targets: target.shares.map(\.share), levels: [])
    for cell in cells {
      let value = cell.slice.parts.first { $0.segment == segment }?.value ?? ""
      if let level = result.values.firstIndex(of: value) {
        result.levels.append(level)
      } else {
        result.levels.append(result.values.count)
        result.values.append(value)
        result.targets.append(0)
      }
    }
    return result
  }
}

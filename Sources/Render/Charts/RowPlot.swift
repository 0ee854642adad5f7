import Audit

/// Rows of values on one lying axis: the engine behind dumbbells and segment dots.
///
/// In wide columns the names stand left of the plot, in narrow ones above their values. Rows grow with their names, so
/// nothing collides or is cut off.
struct RowPlot: Hashable, Sendable {
  /// What a value is held against.
  enum Reference: Hashable, Sendable {
    /// The mean expectation: a hollow ring.
    case expected(Double)
    /// A level that was set: a tick.
    case target(Double)
    /// The mean of the least that customers find acceptable: a tick.
    case minimum(Double)

    var value: Double {
      switch self {
      case .expected(let value), .target(let value), .minimum(let value): value
      }
    }

    var isTarget: Bool { if case .target = self { true } else { false } }
    var isMinimum: Bool { if case .minimum = self { true } else { false } }

    /// What the reference is called in a chart of these words.
    func word(_ words: Words) -> String {
      switch self {
      case .expected: words.expected
      case .target: words.target
      case .minimum: words.minimum
      }
    }
  }

  struct Row: Hashable, Sendable {
    var name: String
    /// A second, quiet line under the name: `214 answers`.
    var detail: String?
    var reference: Reference?
    /// Nil where there are no answers to show.
    var value: Double?
    var low: Double?
    var high: Double?
    /// Stands over the line: `−1.7`.
    var text: String
    var mark: Mark = .plain
    /// The row is evidence of a finding of this class: it takes the colour, and neither shape nor word.
    var isEvidence = false

    /// The mark that is drawn and named.
    var shownMark: Mark { isEvidence ? .plain : mark }
  }

  struct Group: Hashable, Sendable {
    var heading: String?
    var rows: [Row]
  }

  var groups: [Group]
  var axis: Axis
  /// How a tick is written.
  var isPercent = false
  /// A line through all rows, with its name: everyone's value.
  var baseline: Baseline?
  /// Words over the first row's dot, ring and tick.
  var words = Words()

  struct Baseline: Hashable, Sendable {
    var value: Double
    var name: String
  }

  struct Words: Hashable, Sendable {
    var received = say("received")
    var expected = say("expected")
    var target = say("satisfied from")
    var minimum = say("least acceptable")
  }

  func drawing(width: Double) -> Drawing {
    var layout = RowPlotLayout(plot: self, width: width)
    return layout.draw()
  }
}

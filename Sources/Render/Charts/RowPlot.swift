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
    /// The zone of tolerance, from that mean to the mean of what customers wish for: a pale bar between two ticks.
    case zone(minimum: Double, desired: Double)

    /// What the difference is taken from.
    var value: Double {
      switch self {
      case .expected(let value), .target(let value), .minimum(let value), .zone(let value, _): value
      }
    }

    /// It is held against what customers find acceptable.
    var isZoned: Bool {
      switch self {
      case .minimum, .zone: true
      case .expected, .target: false
      }
    }

    /// Everything that is drawn, the value first, each with what it is.
    var levels: [(level: Level, value: Double)] {
      switch self {
      case .expected(let value): [(.expected, value)]
      case .target(let value): [(.target, value)]
      case .minimum(let value): [(.minimum, value)]
      case .zone(let minimum, let desired): [(.minimum, minimum), (.desired, desired)]
      }
    }
  }

  /// Levels that references are made of; a column of the table each.
  enum Level: Hashable, Sendable, CaseIterable {
    case expected, target, minimum, desired

    /// What it is called in a chart of these words.
    func word(_ words: Words) -> String {
      switch self {
      case .expected: words.expected
      case .target: words.target
      case .minimum: words.minimum
      case .desired: words.desired
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
    var desired = say("wished for")
  }

  func drawing(width: Double) -> Drawing {
    var layout = RowPlotLayout(plot: self, width: width)
    return layout.draw()
  }
}

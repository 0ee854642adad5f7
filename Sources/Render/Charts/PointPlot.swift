import Audit

/// Dots on two axes, with lines and with names that do not collide: the engine behind funnels, priorities and waves.
struct PointPlot: Hashable, Sendable {
  struct Dot: Hashable, Sendable {
    var name: String
    var x: Double
    var y: Double
    /// How uncertain the dot is, across and up.
    var across: ClosedRange<Double>?
    var up: ClosedRange<Double>?
    var mark: Mark = .plain
    /// Stands beside the dot where there is room; the table names every dot.
    var label: String?
  }

  /// A line through points of the plane.
  struct Line: Hashable, Sendable {
    enum Style: String, Hashable, Sendable {
      /// Leads the eye from dot to dot.
      case path
      /// A mean or an edge of what is compared.
      case baseline
      /// Beyond it lies what chance does not explain.
      case limit
    }

    var points: [Point]
    var style: Style
    /// Stands at the line's right end.
    var name: String?
  }

  /// One of the two axes.
  struct Scale: Hashable, Sendable {
    struct Tick: Hashable, Sendable {
      var value: Double
      var text: String
    }

    var title: String
    var low: Double
    var high: Double
    var ticks: [Tick]
    var hasGrid = true

    /// Covers the values between round ticks.
    init(
      _ title: String, covering values: [Double], within range: ClosedRange<Double>, step: Double,
      isPercent: Bool = false
    ) {
      let axis = Axis(covering: values, within: range, minimumStep: step)
      self.title = title
      (low, high) = (axis.low, axis.high)
      ticks = axis.ticks.map { value in
        Tick(
          value: value,
          text: isPercent ? FigureText.percent(value) : FigureText.fixed(value, decimals: axis.decimals))
      }
    }

    /// Names side by side at 0, 1, 2 …, with half a step of room at both ends.
    init(names: [String], title: String = "") {
      self.title = title
      low = -0.5
      high = max(Double(names.count) - 0.5, 0.5)
      ticks = names.enumerated().map { Tick(value: Double($0), text: $1) }
      hasGrid = false
    }

    func position(of value: Double, from start: Double, to end: Double) -> Double {
      guard high > low else { return (start + end) / 2 }
      return start + (end - start) * (min(max(value, low), high) - low) / (high - low)
    }
  }

  var dots: [Dot]
  var lines: [Line] = []
  var across: Scale
  var up: Scale
  /// Words in the corners: upper left, upper right, lower left, lower right.
  var corners: [String] = []
  var height = 300.0

  func drawing(width: Double) -> Drawing {
    var layout = PointPlotLayout(plot: self, width: width)
    return layout.draw()
  }

  /// The finished chart.
  func chart(id: String, title: String, summary: String, table: ChartTable) -> Chart {
    Chart(
      id: id, title: title, summary: summary, wide: drawing(width: Chart.column),
      narrow: drawing(width: Chart.narrow), table: table)
  }
}

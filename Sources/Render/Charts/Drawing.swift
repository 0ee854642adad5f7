/// A picture before it is SVG: shapes in the order in which they are painted, on a sheet of `width` by `height`.
struct Drawing: Hashable, Sendable {
  var width: Double
  var height: Double
  var shapes: [Shape] = []

  enum Shape: Hashable, Sendable {
    case line(from: Point, to: Point, cssClass: String)
    case polyline([Point], cssClass: String)
    case rectangle(Box, cssClass: String)
    case circle(center: Point, radius: Double, cssClass: String)
    /// The mark's shape, as wide and high as its box.
    case mark(Mark, Box)
    case label(Label)
  }

  mutating func add(_ shape: Shape) { shapes.append(shape) }

  var labels: [Label] {
    shapes.compactMap { shape in
      if case .label(let label) = shape { label } else { nil }
    }
  }
}

struct Point: Hashable, Sendable {
  var x: Double
  var y: Double
}

/// An upright rectangle.
struct Box: Hashable, Sendable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var right: Double { x + width }
  var bottom: Double { y + height }

  /// `gap` is the room that they need between them, sideways.
  func overlaps(_ other: Box, gap: Double = 0) -> Bool {
    x < other.right + gap && other.x < right + gap && y < other.bottom && other.y < bottom
  }
}

/// One line of text in a drawing.
struct Label: Hashable, Sendable {
  enum Anchor: Hashable, Sendable {
    case left, middle, right
  }

  /// The few kinds of lettering; sizes here and in `site.css` agree.
  enum Style: Hashable, Sendable {
    /// Names of rows, columns and touchpoints.
    case name
    /// Ticks and explanations.
    case quiet
    /// Measured values.
    case value
    /// Names of groups.
    case heading

    var size: Double {
      switch self {
      case .name, .value, .heading: 13
      case .quiet: 12
      }
    }

    var isBold: Bool {
      switch self {
      case .name, .quiet: false
      case .value, .heading: true
      }
    }

    var cssClass: String {
      switch self {
      case .name: "t-name"
      case .quiet: "t-quiet"
      case .value: "t-value"
      case .heading: "t-heading"
      }
    }

    /// From baseline to baseline.
    var leading: Double { size + 3 }
  }

  var text: String
  var x: Double
  /// Of the baseline.
  var baseline: Double
  var anchor: Anchor = .left
  var style: Style = .name
  /// Colours the text where it speaks of a mark.
  var mark: Mark = .plain

  var width: Double { TextWidth.of(text, size: style.size, isBold: style.isBold) }

  /// The space that the text takes, from the ascenders to the descenders.
  var box: Box {
    let left =
      switch anchor {
      case .left: x
      case .middle: x - width / 2
      case .right: x - width
      }
    return Box(x: left, y: baseline - style.size * 0.8, width: width, height: style.size * 1.02)
  }

  /// Moved sideways as little as needed to stand between two edges.
  func kept(between left: Double, and right: Double) -> Label {
    var label = self
    if box.right > right { label.x -= box.right - right }
    if label.box.x < left { label.x += left - label.box.x }
    return label
  }
}

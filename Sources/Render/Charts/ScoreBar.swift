/// A share as a small bar beside its number, with a tick where one is required.
enum ScoreBar {
  private static let width = 96.0
  private static let height = 12.0

  /// Decoration only: the numbers stand in the table. `share` and `required` are 0…1.
  static func picture(_ share: Double, required: Double? = nil, mark: Mark = .plain) -> HTML {
    var drawing = Drawing(width: width, height: height)
    drawing.add(.rectangle(Box(x: 0.5, y: 3, width: width - 1, height: height - 6), cssClass: "ground"))
    drawing.add(
      .rectangle(
        Box(x: 0.5, y: 3, width: (width - 1) * min(max(share, 0), 1), height: height - 6),
        cssClass: "bar \(mark.cssClass)"))
    if let required {
      let x = 0.5 + (width - 1) * min(max(required, 0), 1)
      drawing.add(.line(from: Point(x: x, y: 0), to: Point(x: x, y: height), cssClass: "required"))
    }
    return HTML(SVGText.decoration(drawing, cssClass: "score"))
  }
}

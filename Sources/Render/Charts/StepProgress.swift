/// Steps done of a plan as a row of small squares, with the count in words beside it.
enum StepProgress {
  /// More steps than this are drawn as one bar.
  private static let most = 12

  /// Decoration only: the words stand in the text.
  static func picture(done: Int, of steps: Int) -> HTML? {
    guard steps > 0 else { return nil }
    var drawing = Drawing(width: 0, height: 10)
    if steps <= most {
      for step in 0..<steps {
        let box = Box(x: Double(step) * 13 + 0.5, y: 0.5, width: 9, height: 9)
        drawing.add(.rectangle(box, cssClass: step < done ? "step done" : "step"))
      }
      drawing.width = Double(steps) * 13
    } else {
      let whole = Double(most) * 13
      drawing.add(.rectangle(Box(x: 0.5, y: 0.5, width: whole - 1, height: 9), cssClass: "step"))
      drawing.add(
        .rectangle(
          Box(x: 0.5, y: 0.5, width: (whole - 1) * Double(done) / Double(steps), height: 9), cssClass: "step done"))
      drawing.width = whole
    }
    return HTML(SVGText.decoration(drawing, cssClass: "progress"))
  }
}

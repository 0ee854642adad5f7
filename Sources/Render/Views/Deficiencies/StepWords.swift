import Audit

/// How many of how many steps are done.
enum StepWords {
  /// `3 of 6 steps`.
  static func count(_ done: Int, of all: Int) -> String {
    let (done, total) = (FigureText.count(done), FigureText.count(all))
    return all == 1 ? say("\(done) of \(total) step") : say("\(done) of \(total) steps")
  }

  /// `3 of 6 steps done`.
  static func done(_ done: Int, of all: Int) -> String {
    let (done, total) = (FigureText.count(done), FigureText.count(all))
    return all == 1 ? say("\(done) of \(total) step done") : say("\(done) of \(total) steps done")
  }

  /// `3 of 6 steps are done.`
  static func areDone(_ done: Int, of all: Int) -> String {
    let (done, total) = (FigureText.count(done), FigureText.count(all))
    return all == 1 ? say("\(done) of \(total) step is done.") : say("\(done) of \(total) steps are done.")
  }
}

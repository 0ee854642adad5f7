import Audit
import Testing

@Suite("Figures of a subject")
struct FiguresTests {
  private let one = Figure(1, n: 10)
  private let two = Figure(2, n: 20)

  @Test("are found by their statistic and stand in the order in which they were set")
  func order() {
    var figures = Figures(capacity: 2)
    figures[.gapMean] = one
    figures[.n] = two
    figures[.gapMean] = two
    #expect(figures.keys == [.gapMean, .n])
    #expect(figures.values == [two, two])
    #expect(figures[.n] == two && figures[.gapQ] == nil)
    figures[.gapMean] = nil
    figures[.gapQ] = nil
    #expect(figures.keys == [.n])
  }

  @Test("are the same whatever order they were set in")
  func equality() {
    let figures: Figures = [.n: one, .gapMean: two]
    let others: Figures = [.gapMean: two, .n: one]
    #expect(figures == others)
    #expect(Set([figures, others]).count == 1)
    #expect(figures != [.n: one])
    #expect(figures != [.n: one, .gapMean: one])
    #expect(figures != [.n: one, .gapQ: two])
  }

  @Test("keep their places when all are changed")
  func mapped() {
    let figures: Figures = [.n: one, .gapMean: two]
    #expect(figures.mapValues { _ in .suppressed } == [.n: .suppressed, .gapMean: .suppressed])
    #expect(figures.map(\.key) == [.n, .gapMean])
  }
}

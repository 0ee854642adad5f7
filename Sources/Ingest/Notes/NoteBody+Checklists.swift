import Audit
import CommonMark

extension NoteBody {
  /// Reads a list item: a standard behind a box, a mark, or a step where a heading announces some.
  mutating func readItem(_ block: Block, _ task: TaskMark?) {
    let text = block.plainText.asOneLine
    if let task {
      readCheck(text, isMet: task == .done, block)
    } else if let problem = BoxSpelling.problem(of: block, in: source) {
      diagnostics.append(problem)
    } else if let (verdict, rest) = Mark.Verdict.split(text) {
      marks.append(Mark(verdict: verdict, text: rest, line: block.line))
    }
  }

  private mutating func readCheck(_ text: String, isMet: Bool, _ block: Block) {
    let word = String(text.prefix { !$0.isWhitespace && !":,;–—".contains($0) }.trimmingDots)
    let rest = text.dropFirst(word.count).drop { $0.isWhitespace || ":.,;–—-".contains($0) }
    if let standard = terms.standard(word) {
      checks.append(StandardCheck(standard: standard.id, met: isMet, text: String(rest), line: block.line))
    } else if terms.looksLikeStandard(word) {
      let line = source.line(block.line).map(String.init) ?? ""
      let column = line.unicodeScalars.firstOffset(of: word) ?? 0
      diagnostics.append(
        .noteUnknownStandard(
          word, known: terms.standards.map(\.id),
          at: place(line: block.line, column: column + 1, length: word.unicodeScalars.count)))
    } else if area.asksForActions, !text.isEmpty {
      actions.append(Step(text: text, done: isMet, source: .note, line: block.line))
    }
  }
}

extension NoteTerms {
  /// The standard with this id; capitals make no difference unless two ids differ in them alone.
  fileprivate func standard(_ word: String) -> Standard? {
    standards.first { $0.id.utf8.elementsEqual(word.utf8) }
      ?? standards.first { $0.id.lowercased().utf8.elementsEqual(word.lowercased().utf8) }
  }

  /// Whether a word is made like the ids of the standards: the same letters, then digits.
  fileprivate func looksLikeStandard(_ word: String) -> Bool {
    let letters = word.prefix { !$0.isNumber }
    let digits = word.dropFirst(letters.count)
    guard !letters.isEmpty, !digits.isEmpty, digits.allSatisfy(\.isNumber) else { return false }
    return standards.contains { standard in
      standard.id.prefix { !$0.isNumber } == letters && standard.id.count > letters.count
    }
  }
}

extension Mark.Verdict {
  /// The sign that a text begins with, and the text behind it. The warning sign comes with and without the selector that
  /// makes it a picture.
  fileprivate static func split(_ text: String) -> (verdict: Mark.Verdict, text: String)? {
    let verdict: Mark.Verdict
    switch text.unicodeScalars.first {
    case "\u{2705}": verdict = .met
    case "\u{26A0}": verdict = .partly
    case "\u{274C}": verdict = .missed
    default: return nil
    }
    let rest = text.unicodeScalars.dropFirst().drop { $0 == "\u{FE0F}" || $0 == " " || $0 == ":" }
    return (verdict, String(rest))
  }
}

extension Substring {
  /// Without full stops at the end.
  fileprivate var trimmingDots: Substring {
    var text = self
    while text.last == "." { text.removeLast() }
    return text
  }
}

extension String.UnicodeScalarView {
  /// How many scalars stand before the first occurrence of `word`.
  func firstOffset(of word: String) -> Int? {
    let scalars = Array(self)
    let wanted = Array(word.unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= scalars.count else { return nil }
    return (0...(scalars.count - wanted.count)).first { scalars[$0..<($0 + wanted.count)].elementsEqual(wanted) }
  }
}

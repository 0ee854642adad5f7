import Audit
import CommonMark

extension NoteBody {
  /// The words of alerts that are read, and those of GitHub's own that are only shown.
  private static let readWords = ["DEFICIENCY", "STRENGTH", "QUOTE"]
  private static let shownWords = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"]

  mutating func read(_ alert: Alert, at block: Block) {
    switch alert.word.uppercased() {
    case "DEFICIENCY": readObservation(.deficiency, alert, block)
    case "STRENGTH": readObservation(.strength, alert, block)
    case "QUOTE": readQuote(alert, block)
    case let word where Self.shownWords.contains(word): break
    default:
      diagnostics.append(.noteUnknownAlert(alert.word, known: Self.readWords, at: place(of: alert, block)))
    }
  }

  private mutating func readObservation(_ kind: Observation.Kind, _ alert: Alert, _ block: Block) {
    var fields = AlertFields(alert, source, terms)
    let body = AlertBody(alert, file: source.file, line: block.line)
    let id = fields.identifier("id")
    let severity = kind == .deficiency ? fields.severity("severity") : nil
    let touchpoint = fields.touchpoint("touchpoint")
    let dimension = fields.dimension("dimension")
    let cause = kind == .deficiency ? fields.cause("cause") : nil
    let steps = kind == .deficiency ? fields.texts("step") : []
    diagnostics += fields.finish()
    let title = alert.title.isEmpty ? body.firstSentence : alert.title
    guard !title.isEmpty else {
      diagnostics.append(.noteEmptyAlert(alert.word, at: place(of: alert, block)))
      return
    }
    observations.append(
      Observation(
        kind: kind, id: id, title: title, severity: severity, touchpoint: touchpoint ?? area.touchpoint,
        dimension: dimension ?? area.dimension, cause: cause, text: body.markdown, steps: steps, line: block.line))
  }

  /// Where there are words below, those behind `[!QUOTE]` say whose they are.
  private mutating func readQuote(_ alert: Alert, _ block: Block) {
    var fields = AlertFields(alert, source, terms)
    let body = AlertBody(alert, file: source.file, line: block.line)
    let source = fields.text("source")
    let touchpoint = fields.touchpoint("touchpoint")
    let dimension = fields.dimension("dimension")
    diagnostics += fields.finish()
    let title = alert.title.isEmpty ? nil : alert.title
    let words = body.plainText.isEmpty ? title ?? "" : body.plainText
    guard !words.isEmpty else {
      diagnostics.append(.noteEmptyAlert(alert.word, at: place(of: alert, block)))
      return
    }
    quotes.append(
      Quote(
        text: words, source: source ?? (body.plainText.isEmpty ? nil : title),
        touchpoint: touchpoint ?? area.touchpoint, dimension: dimension ?? area.dimension, line: block.line))
  }

  private func place(of alert: Alert, _ block: Block) -> Place {
    place(line: block.line, column: alert.wordColumn, length: alert.word.unicodeScalars.count)
  }
}

/// The text below an alert's fields.
private struct AlertBody {
  let markdown: MarkdownText
  let plainText: String
  /// Up to the first full stop, for an alert without a title.
  let firstSentence: String

  /// `line` is that of the alert, for one without text.
  init(_ alert: Alert, file: String, line: Int) {
    let lines = alert.body.drop(while: \.isBlank)
    let end = lines.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? lines.endIndex
    let text = lines[lines.startIndex..<end]
    markdown = MarkdownText(
      text: text.map(\.text).joined(separator: "\n"), file: file, firstLine: text.first?.number ?? line)
    do throws(ParsingLimit) {
      let document = try Document(parsing: Array(text))
      plainText = document.plainText
      let summary = document.summary ?? plainText.asOneLine
      let stop = summary.indices.first { index in
        ".!?".contains(summary[index]) && summary[summary.index(after: index)...].first.map(\.isWhitespace) ?? true
      }
      firstSentence = stop.map { String(summary[..<$0]) } ?? summary
    } catch {
      // The note as a whole is within the limits, and so is each of its parts.
      plainText = markdown.text
      firstSentence = ""
    }
  }
}

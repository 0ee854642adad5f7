import Audit

/// A profile for people: what it is, what can be made of it, what is odd, then column by column.
struct ProfileText {
  private let profile: SurveyProfile
  private let paint: Paint
  private static let width = 96

  init(_ profile: SurveyProfile, paint: Paint) {
    self.profile = profile
    self.paint = paint
  }

  var text: String {
    var text = head
    text += list("What it asks", profile.guesses.filter { $0.subject != .leftOut }.map(\.text), mark: "•", .cyan)
    let left = profile.guesses.filter { $0.subject == .leftOut }.map(\.text)
    text += list("Look at these", ProfileNotices.texts(of: profile) + left, mark: "!", .yellow)
    text += "\n" + paint(.bold, "Columns") + "\n" + table
    return text
  }

  /// What to do next.
  static func next(file: String, written: String?, isUseful: Bool) -> String {
    let name = TextDiagnostics.printable(file)
    if let written { return "Wrote \(TextDiagnostics.printable(written)): read its comments, then 'cxaudit build'." }
    return isUseful
      ? "Next: cxaudit survey \(name.contains(" ") ? "'\(name)'" : name) --write    writes these guesses as a codebook"
      : "No question could be guessed: a codebook for this file has to be written by hand."
  }

  private var head: String {
    let reading = profile.reading
    let delimiter =
      switch reading.delimiter {
      case ",": "comma"
      case ";": "semicolon"
      case "|": "bar"
      case _: reading.delimiter
      }
    var facts = [reading.form]
    facts +=
      reading.sheet.map { ["sheet '\(TextDiagnostics.printable($0))'"] } ?? [
        reading.encoding + (reading.hasByteOrderMark ? " with a byte order mark" : ""), delimiter,
        "\(reading.lineEnds) line ends",
      ]
    if reading.headerRows > 1 { facts.append("\(reading.headerRows) header rows") }
    if reading.decimalComma { facts.append("decimal comma") }
    let size =
      "\(ProfileNotices.number(profile.rows, "answer")) in \(ProfileNotices.number(profile.columns.count, "column"))"
    return paint(.bold, TextDiagnostics.printable(reading.file)) + "\n\(size) · \(facts.joined(separator: " · "))\n"
  }

  private func list(_ title: String, _ texts: [String], mark: String, _ colour: Paint.Colour) -> String {
    guard !texts.isEmpty else { return "" }
    let lines = texts.map { text in
      let wrapped = Self.wrap(TextDiagnostics.printable(text), width: Self.width - 4)
      return wrapped.enumerated().map { ($0.offset == 0 ? "  \(paint(colour, mark)) " : "    ") + $0.element }
        .joined(separator: "\n")
    }
    return "\n" + paint(.bold, title) + "\n" + lines.joined(separator: "\n") + "\n"
  }

  static func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let columns = TerminalWidth.columns(of: line) + 1 + TerminalWidth.columns(of: String(word))
      if !line.isEmpty, columns > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return lines + (line.isEmpty ? [] : [line])
  }
}

// MARK: - The table of columns

extension ProfileText {
  private var table: String {
    let headers = profile.columns.map { Self.header(of: $0) }
    let kinds = profile.columns.map { kind(of: $0) }
    let answers = profile.columns.map { ProfileNotices.grouped($0.answers) }
    let widths = (
      number: String(profile.columns.count).count,
      header: max(6, headers.map { TerminalWidth.columns(of: $0) }.max() ?? 0),
      kind: max(4, kinds.map { TerminalWidth.columns(of: $0) }.max() ?? 0),
      answers: max(7, answers.map(\.count).max() ?? 0)
    )
    let used = 2 + widths.number + 2 + widths.header + 2 + widths.kind + 2 + widths.answers + 2 + 7 + 2
    var text =
      "  \(Self.right("#", widths.number))  \(Self.left("header", widths.header))  \(Self.left("kind", widths.kind))  "
      + "\(Self.right("answers", widths.answers))  missing  values\n"
    for (index, column) in profile.columns.enumerated() {
      let missing = ProfileNotices.percent(column.blank, of: column.answers + column.blank)
      let line =
        "  \(Self.right(String(column.position), widths.number))  \(Self.left(headers[index], widths.header))  "
        + "\(Self.left(kinds[index], widths.kind))  \(Self.right(answers[index], widths.answers))  "
        + "\(Self.right(missing, 7))  \(Self.fit(values(of: column), max(20, Self.width - used)))"
      text += line.trimmingEnd + "\n"
    }
    return text
  }

  /// Of a grid the row, which tells its columns apart.
  private static func header(of column: ColumnProfile) -> String {
    let header = TextDiagnostics.printable(column.header.isEmpty ? "—" : column.header)
    guard TerminalWidth.columns(of: header) > headerWidth, header.hasSuffix("]"), let open = header.lastIndex(of: "[")
    else {
      return fit(header, headerWidth)
    }
    return fit("… " + header[open...], headerWidth)
  }

  private static let headerWidth = 30

  private func kind(of column: ColumnProfile) -> String {
    switch column.kind {
    case .rating:
      column.scale.map { "\($0.scale.minimum)–\($0.scale.maximum)\($0.labels.isEmpty ? "" : " words")" } ?? "rating"
    case .yesNo: "yes/no"
    case .freeText: "free text"
    case .multiple: "choices"
    case .identifier: "id"
    case .number, .category, .date, .weight, .constant, .empty: column.kind.rawValue
    }
  }

  private func values(of column: ColumnProfile) -> String {
    switch column.kind {
    case .rating: rating(column)
    case .number, .weight, .date: [column.lowest, column.highest].compactMap { $0 }.joined(separator: " … ")
    case .identifier, .freeText:
      column.isOpen || column.distinct == column.answers
        ? "all different" : "\(ProfileNotices.grouped(column.distinct)) different"
    case .empty: ""
    case .category, .yesNo, .constant, .multiple:
      TextDiagnostics.printable(
        column.levels.map { "\(Self.fit($0.text, 24)) \(ProfileNotices.grouped($0.count))" }.joined(separator: ", "))
    }
  }

  /// A small picture of the distribution, with its words or the codes beside it.
  private func rating(_ column: ColumnProfile) -> String {
    guard let scale = column.scale else { return "" }
    let picture = Self.bars(column, on: scale)
    let codes = column.codes.map { "'\($0.text)' × \(ProfileNotices.grouped($0.count))" }
    let words = scale.labels.isEmpty ? [] : ["\(scale.labels.first?.text ?? "") … \(scale.labels.last?.text ?? "")"]
    return ([picture] + codes + words).map { TextDiagnostics.printable($0) }.joined(separator: "  ")
  }

  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// One bar a level, or ten for long scales; a blank where nobody chose it.
  private static func bars(_ column: ColumnProfile, on scale: ColumnProfile.LikelyScale) -> String {
    let bins = min(scale.scale.levels, 11)
    var counts = [Int](repeating: 0, count: bins)
    for level in column.levels {
      guard let value = scale.labels.first(where: { $0.text == level.text })?.value ?? Int(level.text) else { continue }
      let place = (value - scale.scale.minimum) * bins / scale.scale.levels
      if counts.indices.contains(place) { counts[place] += level.count }
    }
    let most = max(1, counts.max() ?? 1)
    return String(counts.map { $0 == 0 ? "·" : blocks[min(7, $0 * 8 / (most + 1))] })
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - TerminalWidth.columns(of: text)))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - TerminalWidth.columns(of: text))) + text
  }

  /// Cut with an ellipsis where it is longer.
  static func fit(_ text: String, _ width: Int) -> String {
    guard TerminalWidth.columns(of: text) > width else { return text }
    var cut = ""
    var columns = 0
    for character in text {
      let next = TerminalWidth.columns(of: String(character))
      if columns + next > width - 1 { break }
      cut.append(character)
      columns += next
    }
    return cut.trimmingEnd + "…"
  }
}

extension String {
  /// Without blanks at the end.
  fileprivate var trimmingEnd: String {
    var text = Substring(self)
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}

import Audit

/// What is odd about a survey file, and what to do about it.
enum ProfileNotices {
  static func texts(of profile: SurveyProfile) -> [String] {
    unusable(profile) + rows(profile) + codes(profile) + headers(profile) + idle(profile) + personal(profile)
  }

  private static func unusable(_ profile: SurveyProfile) -> [String] {
    profile.unusable.map { rows in
      let (what, mend) =
        switch rows.reason {
        case .ragged:
          (
            rows.count == 1 ? "has more or fewer fields than the header" : "have more or fewer fields than the header",
            "Quote cells that hold the delimiter or a line break."
          )
        case .strayQuote:
          (
            rows.count == 1 ? "has a quote inside a cell" : "have a quote inside a cell",
            "Export again, with quotes doubled."
          )
        case .unfinished: ("not finished", "")
        case .noWave: ("without a wave", "")
        }
      return "\(number(rows.count, "row")) \(what), first on line \(grouped(rows.firstLine)): not counted. \(mend)"
    }
  }

  private static func rows(_ profile: SurveyProfile) -> [String] {
    var texts: [String] = []
    if let completion = profile.completion, completion.unfinished > 0 {
      texts.append(
        "\(number(completion.unfinished, "answer")) \(completion.unfinished == 1 ? "is not finished: it counts" : "are not finished: they count") "
          + "unless the codebook says 'unfinished: exclude'.")
    }
    if profile.emptyRows > 0 {
      texts.append(
        "\(number(profile.emptyRows, "row")) \(profile.emptyRows == 1 ? "answers" : "answer") none of the questions.")
    }
    if profile.repeats.count > 0, let line = profile.repeats.firstLine {
      let partly = profile.repeats.compared < profile.rows ? " (of the first \(grouped(profile.repeats.compared)))" : ""
      texts.append(
        "\(number(profile.repeats.count, "row")) \(profile.repeats.count == 1 ? "repeats" : "repeat") an earlier one in every "
          + "cell\(partly), first on line \(grouped(line)). Sent twice, or alike by chance?")
    }
    if let lines = profile.straightLines, lines.count > 0 {
      let first = name(profile.columns[lines.first - 1])
      let last = name(profile.columns[lines.last - 1])
      texts.append(
        "\(grouped(lines.count)) of \(number(lines.rows, "row")) (\(percent(lines.count, of: lines.rows))) "
          + "\(lines.count == 1 ? "gives" : "give") one answer to all of the \(lines.columns) questions from \(first) to \(last): "
          + "straight-liners, or people of one mind.")
    }
    return texts
  }

  /// Codes beside scales, each once with its columns.
  private static func codes(_ profile: SurveyProfile) -> [String] {
    var found: [(code: ColumnProfile.OddCode, scale: Scale, columns: [ColumnProfile])] = []
    for column in profile.columns {
      guard let scale = column.scale?.scale else { continue }
      for code in column.codes {
        if let known = found.firstIndex(where: { $0.code.text == code.text && $0.scale == scale }) {
          found[known].code.count += code.count
          found[known].columns.append(column)
        } else {
          found.append((code, scale, [column]))
        }
      }
    }
    return found.map { entry in
      let `where` = entry.columns.count == 1 ? "in \(name(entry.columns[0]))" : "in \(entry.columns.count) columns"
      let meaning =
        switch entry.code.meaning {
        case .notApplicable: "Probably \"does not apply\": not counted."
        case .missing: "Probably \"no answer\": not counted."
        case .unclear: "What does it mean?"
        }
      let times = entry.code.count == 1 ? "once" : "\(grouped(entry.code.count)) times"
      return
        "'\(entry.code.text)' stands \(times) beside the scale \(entry.scale.minimum)–\(entry.scale.maximum), \(`where`). \(meaning)"
    }
  }

  private static func headers(_ profile: SurveyProfile) -> [String] {
    var order: [String] = []
    var positions: [String: [Int]] = [:]
    for column in profile.columns where !column.header.isEmpty {
      if positions[column.header] == nil { order.append(column.header) }
      positions[column.header, default: []].append(column.position)
    }
    return order.compactMap { header in
      guard let found = positions[header], found.count > 1 else { return nil }
      let places = found.prefix(5).map { "#\($0)" }.joined(separator: ", ") + (found.count > 5 ? ", …" : "")
      return
        "The header '\(short(header))' stands over \(found.count) columns: a codebook names them by position, \(places)."
    }
  }

  private static func idle(_ profile: SurveyProfile) -> [String] {
    guard profile.rows > 0 else { return [] }
    var texts: [String] = []
    for (kind, what) in [(ColumnProfile.Kind.empty, "without a single answer"), (.constant, "the same in every row")] {
      let found = profile.columns.filter { $0.kind == kind }
      guard !found.isEmpty else { continue }
      let names = found.prefix(4).map { name($0) }.joined(separator: ", ") + (found.count > 4 ? ", …" : "")
      texts.append("\(number(found.count, "column")) \(found.count == 1 ? "is" : "are") \(what): \(names).")
    }
    return texts
  }

  private static func personal(_ profile: SurveyProfile) -> [String] {
    profile.columns.filter { !$0.personal.isEmpty }.map { column in
      let what = column.personal.map { data in
        let noun =
          switch data.kind {
          case .mail: "e-mail addresses"
          case .phone: "phone numbers"
          case .address: "IP addresses"
          case .name: "names of persons"
          }
        return "\(noun) (\(number(data.count, "cell")))"
      }
      return "\(name(column)) may hold \(what.joined(separator: ", ")). Keep it out of what you pass on."
    }
  }

  static func name(_ column: ColumnProfile) -> String {
    column.header.isEmpty ? "column \(column.position)" : "'\(short(column.header))'"
  }

  private static func short(_ text: String) -> String {
    text.count > 40 ? text.prefix(37) + "…" : text
  }

  static func number(_ count: Int, _ noun: String) -> String { "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")" }

  /// `1,065`.
  static func grouped(_ number: Int) -> String {
    let digits = String(number)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  static func percent(_ part: Int, of all: Int) -> String {
    guard all > 0, part > 0 else { return "0 %" }
    let percent = Double(part) / Double(all) * 100
    return percent < 1 ? "<1 %" : "\(Int(percent.rounded())) %"
  }
}

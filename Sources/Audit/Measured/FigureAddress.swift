/// Which figure is meant: `KIND/SUBJECT/STATISTIC`, with optional `SURVEY::` in front, `[SLICE]` and `@WAVE` behind.
///
/// `cell/branch/responsiveness/gap.mean[tier=basic]@2026-Q1`. What is left out is the only survey, `all` and the latest
/// wave. An id without a `/` stands for a finding or an outcome.
package struct FigureAddress: Hashable, Sendable {
  package enum Target: Hashable, Sendable {
    case figure(SubjectKind, subject: String, Statistic)
    /// A finding's id stands for its own measure, an outcome's for its headline.
    case named(String)
  }

  /// What keeps a text from being an address.
  package enum Problem: Error, Hashable, Sendable {
    case empty
    /// `KIND/STATISTIC`, or less.
    case noSubject
    case kind(String)
    case statistic(String)
    /// Not `all` and not `segment=value`, several joined by `;`.
    case slice(String)
  }

  package var survey: String?
  package var target: Target
  package var slice: Slice?
  package var wave: String?

  package init(survey: String? = nil, target: Target, slice: Slice? = nil, wave: String? = nil) {
    self.survey = survey
    self.target = target
    self.slice = slice
    self.wave = wave
  }

  package init(_ key: MeasurementKey, _ statistic: Statistic) {
    self.init(
      survey: key.survey.isEmpty ? nil : key.survey, target: .figure(key.kind, subject: key.subject, statistic),
      slice: key.slice == .all ? nil : key.slice, wave: key.wave.isEmpty ? nil : key.wave)
  }

  /// As it is written, every part that is set.
  package var text: String {
    let front = survey.map { "\($0)::" } ?? ""
    let body =
      switch target {
      case .figure(let kind, let subject, let statistic): "\(kind.rawValue)/\(subject)/\(statistic.rawValue)"
      case .named(let id): id
      }
    return front + body + (slice.map { "[\($0.key)]" } ?? "") + (wave.map { "@\($0)" } ?? "")
  }
}

// MARK: - Reading

extension FigureAddress {
  /// Texts are cut at the last place where a statistic stands, since a header may hold any character.
  package init(parsing text: String) throws(Problem) {
    var rest = Substring(text)
    var survey: String?
    if let mark = rest.firstRange(of: "::"), !rest[..<mark.lowerBound].contains(where: { $0 == "/" || $0 == "[" }) {
      survey = String(rest[..<mark.lowerBound])
      rest = rest[mark.upperBound...]
    }
    guard !rest.isEmpty else { throw .empty }
    let stop = rest.firstIndex { $0 == "/" || $0 == "[" || $0 == "@" }
    guard let stop, rest[stop] == "/" else {
      let (id, tail) = (rest[..<(stop ?? rest.endIndex)], rest[(stop ?? rest.endIndex)...])
      guard !id.isEmpty, let found = Self.suffix(tail) else { throw id.isEmpty ? .empty : .slice(String(tail)) }
      self.init(survey: survey, target: .named(String(id)), slice: found.slice, wave: found.wave)
      return
    }
    guard let kind = SubjectKind(rawValue: String(rest[..<stop])) else { throw .kind(String(rest[..<stop])) }
    let figure = try Self.figure(rest[rest.index(after: stop)...])
    self.init(
      survey: survey, target: .figure(kind, subject: figure.subject, figure.statistic), slice: figure.suffix.slice,
      wave: figure.suffix.wave)
  }

  private typealias Suffix = (slice: Slice?, wave: String?)

  /// `SUBJECT/STATISTIC[SLICE]@WAVE`.
  private static func figure(
    _ text: Substring
  ) throws(Problem) -> (subject: String, statistic: Statistic, suffix: Suffix) {
    let slashes = text.indices.filter { text[$0] == "/" }
    for slash in slashes.reversed() {
      let (name, tail) = split(text[text.index(after: slash)...])
      guard let statistic = Statistic(rawValue: String(name)), let suffix = suffix(tail) else { continue }
      return (String(text[..<slash]), statistic, suffix)
    }
    throw problem(text, slashes)
  }

  /// The most likely of what is wrong: a slice behind a statistic, else the last part that is none.
  private static func problem(_ text: Substring, _ slashes: [Substring.Index]) -> Problem {
    for slash in slashes {
      let (name, tail) = split(text[text.index(after: slash)...])
      if Statistic(rawValue: String(name)) != nil, tail.hasPrefix("[") { return .slice(String(tail)) }
    }
    let body = text[..<(text.firstIndex { $0 == "[" || $0 == "@" } ?? text.endIndex)]
    guard let last = body.lastIndex(of: "/") else { return .noSubject }
    return .statistic(String(body[body.index(after: last)...]))
  }

  /// A statistic's letters, and what stands behind them.
  private static func split(_ text: Substring) -> (name: Substring, tail: Substring) {
    let end = text.firstIndex { $0 == "[" || $0 == "@" } ?? text.endIndex
    return (text[..<end], text[end...])
  }

  /// `[SLICE]@WAVE`, either or both left out; nil where it is neither.
  private static func suffix(_ text: Substring) -> Suffix? {
    guard text.first == "[" else {
      guard text.first == "@" else { return text.isEmpty ? (nil, nil) : nil }
      let wave = text.dropFirst()
      return wave.isEmpty || wave.contains("]") ? nil : (nil, String(wave))
    }
    let inner = text.dropFirst()
    if text.last == "]" { return Slice(key: String(inner.dropLast())).map { ($0, nil) } }
    guard let mark = inner.firstRange(of: "]@"), let slice = Slice(key: String(inner[..<mark.lowerBound])) else {
      return nil
    }
    return (slice, String(inner[mark.upperBound...]))
  }
}

extension Substring {
  /// Where a short text begins first.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}

extension Slice {
  /// Reads a slice's key, `all` or `tier=basic;age=18-29`; `%25`, `%3B`, `%3D` and every other `%XX` stand for their bytes.
  package init?(key: String) {
    if key == "all" {
      self = .all
      return
    }
    var parts: [Part] = []
    for part in key.split(separator: ";", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[0].isEmpty, let value = Slice.decoded(sides[1]) else { return nil }
      parts.append(Part(segment: String(sides[0]), value: value))
    }
    self.init(parts: parts)
  }

  /// Nil where a `%` has no two hex digits behind it, or where the bytes are no text.
  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, let high = digit(digits[digits.startIndex]),
        let low = digit(digits[digits.startIndex + 1])
      else { return nil }
      bytes.append(high << 4 | low)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case _: nil
    }
  }
}

/// Finds columns of a survey file by what a codebook calls them.
struct HeaderIndex {
  enum Match: Equatable {
    /// 0-based position.
    case column(Int)
    case missing
    /// The header stands over all of these columns.
    case repeated([Int])
    /// All of these headers begin with the text.
    case ambiguous([Int])
    /// `#n` beyond the last column, or `#0`.
    case beyond
  }

  /// Names of the columns.
  let columns: [String]
  /// What the header says of each column beside its name.
  let forms: [FormColumn]
  private let byName: [[UInt8]: [Int]]
  /// By question texts and other words of the header.
  private let byText: [[UInt8]: [Int]]

  init(_ columns: [FormColumn]) {
    forms = columns
    self.columns = columns.map(\.name)
    var (names, texts): ([[UInt8]: [Int]], [[UInt8]: [Int]]) = ([:], [:])
    for (index, column) in columns.enumerated() {
      names[Array(column.name.utf8), default: []].append(index)
      for text in column.words { texts[Array(text.utf8), default: []].append(index) }
    }
    byName = names
    byText = texts
  }

  init(_ names: [String]) { self.init(names.map { FormColumn(name: $0) }) }

  /// By position (`#7`, 1-based), by name, by question text, else by a beginning that only one column has; names go
  /// before texts. Markup, line breaks and runs of blanks make no difference.
  func find(_ name: String) -> Match {
    let name = HeaderText(name).plain
    if name.utf8.first == UInt8(ascii: "#"), let position = DecimalText.integer(String(name.dropFirst())) {
      return position >= 1 && position <= columns.count ? .column(position - 1) : .beyond
    }
    guard !name.isEmpty else { return .missing }
    for positions in [byName, byText] {
      guard let found = positions[Array(name.utf8)] else { continue }
      return found.count == 1 ? .column(found[0]) : .repeated(found)
    }
    for words in [{ [$0.name] }, \.words] as [(FormColumn) -> [String]] {
      let beginnings = forms.indices.filter { words(forms[$0]).contains { isBeginning(name, of: $0) } }
      if let first = beginnings.first { return beginnings.count == 1 ? .column(first) : .ambiguous(beginnings) }
    }
    return .missing
  }

  /// `P1` begins `P1 Waiting time`, but not `P12`, whose number is another.
  private func isBeginning(_ name: String, of column: String) -> Bool {
    guard column.utf8.starts(with: name.utf8), let last = name.utf8.last else { return false }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return !(digits.contains(last) && column.utf8.dropFirst(name.utf8.count).first.map(digits.contains) ?? false)
  }

  /// There is a column of exactly this name or text.
  func hasHeader(_ name: String) -> Bool {
    let name = Array(HeaderText(name).plain.utf8)
    return byName[name] != nil || byText[name] != nil
  }
}

extension FormColumn {
  /// What it may be called beside its name, each once.
  fileprivate var words: [String] {
    var words: [String] = []
    for word in [text].compactMap({ $0 }) + aliases where word != name && !words.contains(word) { words.append(word) }
    return words
  }
}

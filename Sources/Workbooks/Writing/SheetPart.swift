/// `xl/worksheets/sheetN.xml`.
struct SheetPart {
  private(set) var bytes: [UInt8] = []
  /// Where links lead, in the order of their ids, each once.
  private(set) var targets: [String] = []
  /// `A1:F12`, the head and all rows; what filters span.
  private(set) var range: String
  /// `$A$1:$F$12`.
  private(set) var absoluteRange: String

  private let limits: SheetLimits
  private let columns: [WorkbookDraft.Column]
  private var places: [String: Int] = [:]
  private var links: [(cell: String, id: Int, fragment: String)] = []

  init(_ sheet: WorkbookDraft.Sheet, limits: SheetLimits, strings: inout StringTable) {
    self.limits = limits
    columns = sheet.columns
    let isCut = sheet.rows.count > limits.rows - 1
    let rows = isCut ? sheet.rows.prefix(limits.rows - 2) : sheet.rows[...]
    let last = ColumnLetters.of(max(sheet.columns.count, 1) - 1)
    let end = rows.count + (isCut ? 2 : 1)
    range = "A1:\(last)\(end)"
    absoluteRange = "$A$1:$\(last)$\(end)"
    begin()
    row(1, sheet.columns.map { .text($0.head) }, isHead: true, &strings)
    for (index, cells) in rows.enumerated() { row(index + 2, cells, isHead: false, &strings) }
    if isCut {
      let left = sheet.rows.count - rows.count
      row(end, [.text("… \(left) more rows do not fit into a sheet")], isHead: false, &strings)
    }
    finish()
  }

  private mutating func begin() {
    add(XMLText.declaration)
    add("<worksheet xmlns=\"\(XMLText.main)\" xmlns:r=\"\(XMLText.relations)\">")
    add("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"\(range)\"/>")
    add("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\"")
    add(" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews>")
    add("<sheetFormatPr defaultRowHeight=\"15\"/>")
    if !columns.isEmpty {
      add("<cols>")
      for (index, column) in columns.enumerated() {
        add("<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(column.width)\" customWidth=\"1\"/>")
      }
      add("</cols>")
    }
    add("<sheetData>")
  }

  private mutating func row(
    _ number: Int, _ cells: [WorkbookDraft.Cell], isHead: Bool, _ strings: inout StringTable
  ) {
    let lines = RowHeight.lines(cells, columns, isHead: isHead)
    add(lines > 1 ? "<row r=\"\(number)\" ht=\"\(lines * RowHeight.ofLine)\">" : "<row r=\"\(number)\">")
    for (column, cell) in cells.enumerated() {
      let place = "\(ColumnLetters.of(column))\(number)"
      switch cell {
      case .empty: break
      case .text(let text): add(text, at: place, isHead ? .head : wraps(column) ? .text : .line, &strings)
      case .link(let text, let target):
        let isLink = link(place, to: target)
        add(text, at: place, isLink ? .link : wraps(column) ? .text : .line, &strings)
      case .number(let value, let style): add(value, at: place, .number(style))
      case .day(let ordinal):
        // Day 25,569 of workbooks is 1970-01-01; up to 60 they have a 29 February 1900 that never was.
        if ordinal + 25_569 > 60 { add(Double(ordinal + 25_569), at: place, .day) }
      }
    }
    add("</row>")
  }

  private func wraps(_ column: Int) -> Bool { !columns.indices.contains(column) || columns[column].wraps }

  private mutating func add(_ text: String, at place: String, _ style: CellStyle, _ strings: inout StringTable) {
    guard !text.isEmpty else { return }
    add("<c r=\"\(place)\" s=\"\(style.index)\" t=\"s\"><v>\(strings.index(of: text))</v></c>")
  }

  private mutating func add(_ value: Double, at place: String, _ style: CellStyle) {
    guard value.isFinite else { return }
    let digits = Int(exactly: value).map { String($0) } ?? value.description
    add("<c r=\"\(place)\" s=\"\(style.index)\"><v>\(digits)</v></c>")
  }

  /// False where the sheet has as many links as it can have.
  private mutating func link(_ place: String, to target: String) -> Bool {
    guard links.count < limits.links else { return false }
    // What stands behind `#` is written beside the file's address.
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let id = places[parts[0]] ?? targets.count + 1
    if id > targets.count {
      targets.append(parts[0])
      places[parts[0]] = id
    }
    links.append((place, id, parts.count > 1 ? parts[1] : ""))
    return true
  }

  private mutating func finish() {
    add("</sheetData><autoFilter ref=\"\(range)\"/>")
    if !links.isEmpty {
      add("<hyperlinks>")
      for link in links {
        let location = link.fragment.isEmpty ? "" : " location=\"\(XMLText.escaped(link.fragment))\""
        add("<hyperlink ref=\"\(link.cell)\" r:id=\"rId\(link.id)\"\(location)/>")
      }
      add("</hyperlinks>")
    }
    add("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>")
    add("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>")
    add("<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>")
  }

  private mutating func add(_ text: String) { bytes += text.utf8 }
}

/// The styles of cells, by their place in `styles.xml`.
enum CellStyle {
  case head, text, link, day
  /// A text on one line.
  case line
  case number(WorkbookDraft.NumberStyle)

  var index: Int {
    switch self {
    case .head: 1
    case .text: 2
    case .link: 3
    case .day: 4
    case .number(.general): 5
    case .number(.count): 6
    case .number(.tenths): 7
    case .number(.hundredths): 8
    case .number(.share): 9
    case .line: 10
    }
  }
}

/// How high a row has to be for its texts: programs other than Excel do not find it out by themselves.
enum RowHeight {
  /// In points.
  static let ofLine = 15
  /// Excel allows 409 points.
  private static let most = 27

  static func lines(_ cells: [WorkbookDraft.Cell], _ columns: [WorkbookDraft.Column], isHead: Bool) -> Int {
    let counts = zip(cells, columns).map { cell, column in
      switch cell {
      case .text(let text) where isHead || column.wraps: lines(of: text, width: column.width)
      case .link(let text, to: _): lines(of: text, width: column.width)
      case .text, .number, .day, .empty: 1
      }
    }
    return min(counts.max() ?? 1, most)
  }

  /// About so many: words are not parted, so a line is not quite full.
  private static func lines(of text: String, width: Int) -> Int {
    guard text.utf8.count >= width || text.utf8.contains(UInt8(ascii: "\n")) else { return 1 }
    return text.prefix(most * width).split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { sum, line in
      let wide = line.unicodeScalars.count { $0.value >= 0x1100 }
      let length = line.unicodeScalars.count + wide
      return sum + max(1, (length + width - 1) / max(1, width - 1))
    }
  }
}

/// Columns as letters: 0 is `A`, 26 is `AA`.
enum ColumnLetters {
  static func of(_ column: Int) -> String {
    var (rest, letters) = (column + 1, "")
    while rest > 0 {
      let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      letters = String(Character(letter)) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

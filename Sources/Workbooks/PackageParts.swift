/// The small parts of a workbook: which sheets there are, where they lie, how numbers are shown.
struct WorkbookIndex {
  struct Sheet {
    var name: String
    /// In the package.
    var part: String
  }

  /// Those with cells, in the order of their tabs.
  private(set) var sheets: [Sheet] = []
  /// Days are counted from 1904.
  private(set) var startsIn1904 = false
  /// nil where the workbook has none.
  private(set) var sharedStrings: String?
  private(set) var styles: String?

  init(_ archive: borrowing ZipArchive, limit: Int) throws(WorkbookError) {
    guard archive.contains("[Content_Types].xml") else {
      throw .otherFormat(archive.contains("mimetype") ? "an OpenDocument file (.ods)" : "a ZIP file without a workbook")
    }
    let package = Relationships(folder: "")
    try XMLPart.read("_rels/.rels", of: archive, limit: limit, to: package)
    let main = package.targets.first { $0.kind == "officeDocument" }?.part ?? "xl/workbook.xml"
    if main.hasSuffix(".bin") { throw .otherFormat("a binary workbook (.xlsb)") }
    let slash = main.lastIndex(of: "/").map { main.index(after: $0) } ?? main.startIndex
    let relationships = Relationships(folder: String(main[..<slash]))
    try XMLPart.read(
      "\(main[..<slash])_rels/\(main[slash...]).rels", of: archive, limit: limit, to: relationships)
    let tabs = SheetTabs()
    try XMLPart.read(main, of: archive, limit: limit, to: tabs)
    startsIn1904 = tabs.startsIn1904
    sharedStrings = relationships.targets.first { $0.kind == "sharedStrings" }?.part
    styles = relationships.targets.first { $0.kind == "styles" }?.part
    sheets = tabs.tabs.compactMap { tab in
      // Sheets of charts have no cells.
      relationships.targets.first { $0.id == tab.id && $0.kind == "worksheet" }.map {
        Sheet(name: tab.name, part: $0.part)
      }
    }
    if sheets.isEmpty { throw .damaged(part: main, reason: "it names no sheet with cells") }
  }
}

/// `workbook.xml`: the names of the sheets.
private final class SheetTabs: XMLListener {
  private(set) var tabs: [(name: String, id: String)] = []
  private(set) var startsIn1904 = false

  func started(_ element: String, _ attributes: XMLAttributes) {
    switch element {
    case "sheet":
      // Of `sheetId` and `r:id` it is the second that leads to the part.
      if let name = attributes["name"], let id = attributes["id"] { tabs.append((name, id)) }
    case "workbookPr": startsIn1904 = ["1", "true"].contains(attributes["date1904"])
    default: break
    }
  }

  func ended(_ element: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// A part of relationships: ids, kinds and targets.
private final class Relationships: XMLListener {
  private(set) var targets: [(id: String, kind: String, part: String)] = []
  /// With its slash; targets are relative to it.
  private let folder: String

  init(folder: String) { self.folder = folder }

  func started(_ element: String, _ attributes: XMLAttributes) {
    guard element == "Relationship", attributes["TargetMode"] != "External", let id = attributes["Id"],
      let type = attributes["Type"], let target = attributes["Target"]
    else { return }
    // The kind is the end of an address that differs between the two editions of the format.
    targets.append((id, String(type.split(separator: "/").last ?? ""), part(target)))
  }

  /// `/xl/a.xml` from the top, `../a.xml` one folder up.
  private func part(_ target: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var folders = folder.split(separator: "/").map(String.init)
    for step in target.split(separator: "/") {
      switch step {
      case "..": _ = folders.popLast()
      case ".": break
      default: folders.append(String(step))
      }
    }
    return folders.joined(separator: "/")
  }

  func ended(_ element: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// `sharedStrings.xml`: texts that cells refer to by number.
final class SharedStrings: XMLListener {
  private(set) var texts: [String] = []
  private var item: [UInt8] = []
  private var isText = false
  private var isPhonetic = false

  func started(_ element: String, _ attributes: XMLAttributes) {
    switch element {
    case "si": item.removeAll(keepingCapacity: true)
    case "t": isText = !isPhonetic
    // How a Japanese text is spoken is no part of it.
    case "rPh": isPhonetic = true
    default: break
    }
  }

  func ended(_ element: String) {
    switch element {
    case "si": texts.append(String(decoding: item, as: UTF8.self))
    case "t": isText = false
    case "rPh": isPhonetic = false
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isText { unsafe item.append(contentsOf: bytes) }
  }
}

/// `styles.xml`: which cell styles show their number as a day or a time.
final class CellStyles: XMLListener {
  private var formats: [Int: NumberFormat] = [:]
  private var styles: [Int] = []
  private var isInCellFormats = false

  /// How a cell of this style shows its number.
  func format(ofStyle style: Int) -> NumberFormat {
    guard styles.indices.contains(style) else { return .number }
    return formats[styles[style]] ?? NumberFormat(builtIn: styles[style])
  }

  func started(_ element: String, _ attributes: XMLAttributes) {
    switch element {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
        formats[id] = NumberFormat(code: code)
      }
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats: styles.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
    default: break
    }
  }

  func ended(_ element: String) {
    if element == "cellXfs" { isInCellFormats = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

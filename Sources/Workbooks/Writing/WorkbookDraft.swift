/// A workbook to be written: sheets of one table each, under a head that stays in sight and can be filtered.
package struct WorkbookDraft: Hashable, Sendable {
  package var title: String
  /// `YYYY-MM-DD`: the day that the file says it was made on.
  package var created: String
  package var sheets: [Sheet]

  package init(title: String, created: String, sheets: [Sheet]) {
    self.title = title
    self.created = created
    self.sheets = sheets
  }

  /// One table.
  package struct Sheet: Hashable, Sendable {
    package var name: String
    package var columns: [Column]
    /// Each as long as `columns`; what is missing at the end is empty.
    package var rows: [[Cell]]

    package init(name: String, columns: [Column], rows: [[Cell]]) {
      self.name = name
      self.columns = columns
      self.rows = rows
    }
  }

  package struct Column: Hashable, Sendable {
    package var head: String
    /// In characters of the ordinary font.
    package var width: Int
    /// Long texts take several lines; else they are shown as far as there is room.
    package var wraps: Bool

    package init(_ head: String, width: Int, wraps: Bool = true) {
      self.head = head
      self.width = width
      self.wraps = wraps
    }
  }

  package enum Cell: Hashable, Sendable {
    case empty
    case text(String)
    /// A text that leads to a file, relative to the workbook's own folder, or to an address.
    case link(String, to: String)
    /// Infinities and not-a-number are left empty.
    case number(Double, NumberStyle)
    /// Days since 1970-01-01; before 1900-03-01 it is left empty, since workbooks count those days differently.
    case day(Int)
  }

  /// How a number is shown; the cell holds all its digits.
  package enum NumberStyle: Hashable, Sendable, CaseIterable {
    case general
    /// `1,842`
    case count
    /// `37.9`
    case tenths
    /// `0.25`
    case hundredths
    /// 0…1 as `53.4%`
    case share
  }
}

/// What one sheet can hold (Excel's own limits); what is more is cut, with a mark that can be seen.
package struct SheetLimits: Hashable, Sendable {
  /// With the head.
  package var rows = 1_048_576
  /// UTF-16 units of a cell.
  package var characters = 32_767
  /// Links of a sheet; further ones are plain text.
  package var links = 65_530
  /// UTF-16 units of a sheet's name.
  package var name = 31

  package init() {}
}

extension WorkbookDraft {
  /// The file's bytes: the same for the same draft, from every build of the program on every machine.
  package func bytes(limits: SheetLimits = SheetLimits()) -> [UInt8] {
    var strings = StringTable(limit: limits.characters)
    let parts = sheets.map { SheetPart($0, limits: limits, strings: &strings) }
    let names = SheetName.unique(sheets.map(\.name), limit: limits.name)
    var archive = ZipWriter()
    archive.add("[Content_Types].xml", PackageText.contentTypes(sheets: parts.count))
    archive.add("_rels/.rels", PackageText.relationships)
    archive.add("docProps/core.xml", PackageText.properties(title: title, created: created))
    archive.add("xl/workbook.xml", PackageText.workbook(names: names, parts: parts))
    archive.add("xl/_rels/workbook.xml.rels", PackageText.workbookRelationships(sheets: parts.count))
    archive.add("xl/styles.xml", PackageText.styles)
    archive.add("xl/sharedStrings.xml", strings.part)
    for (index, part) in parts.enumerated() {
      archive.add("xl/worksheets/sheet\(index + 1).xml", part.bytes)
      if !part.targets.isEmpty {
        archive.add("xl/worksheets/_rels/sheet\(index + 1).xml.rels", PackageText.links(part.targets))
      }
    }
    return archive.finished()
  }
}

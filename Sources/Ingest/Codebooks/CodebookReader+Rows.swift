import Audit

/// Keys about rows rather than about questions.
extension CodebookReader {
  /// A column, or `{column: channel, map: {shop: branch}}`.
  static func readTouchpoint(_ reader: inout MappingReader) -> TouchpointEntry? {
    guard case .mapping = reader.node("touchpoint") else {
      return reader.columnName("touchpoint").map { TouchpointEntry(column: $0) }
    }
    return reader.mapping("touchpoint") { child in
      let column = child.requiredColumn("column")
      let map = child.mapping("map") { map in readNames(&map) } ?? []
      return column.map { TouchpointEntry(column: $0, map: map) }
    } ?? nil
  }

  private static func readNames(_ reader: inout MappingReader) -> [TouchpointEntry.Name] {
    var seen: Set<String> = []
    return reader.mapping.entries.compactMap { entry in
      guard let touchpoint = reader.scalar(entry.key.text) else { return nil }
      let text = entry.key.text.trimmingBlanks
      if !seen.insert(text.lowercased()).inserted {
        reader.report(.codebookLabelTwice(entry.key.text, at: reader.source.place(of: entry.key.span)))
      }
      return TouchpointEntry.Name(text: text, touchpoint: touchpoint)
    }
  }

  /// `{column: w}`, or `{rake: {segment: {value: share}}}`, which is checked and has no effect yet.
  static func readWeight(_ reader: inout MappingReader) -> ColumnName? {
    guard case .mapping(let mapping) = reader.node("weight"), mapping["rake"] != nil else {
      return reader.column("weight")
    }
    let ids = segmentIDs(reader)
    reader.mapping("weight") { weight in
      if weight.has("column") { weight.report(.codebookTwoWeights(at: weight.place(ofKey: "rake"))) }
      weight.know("column")
      weight.mapping("rake") { rake in
        for entry in rake.mapping.entries {
          if !ids.contains(entry.key.text) {
            rake.report(.codebookNoSegment(entry.key.text, known: ids, at: rake.source.place(of: entry.key.span)))
          }
          checkShares(entry.key.text, &rake)
        }
      }
      weight.report(
        .codebookNotUsedYet("rake", because: "figures are unweighted", at: weight.place(ofKey: "rake")))
    }
    return nil
  }

  /// The shares of a segment's values make a whole, to half a percent.
  private static func checkShares(_ segment: String, _ rake: inout MappingReader) {
    rake.mapping(segment) { shares in
      let found = shares.mapping.entries.map { shares.share($0.key.text) }
      guard found.allSatisfy({ $0 != nil }) else { return }
      let total = found.compactMap { $0 }.reduce(0, +)
      if abs(total - 1) > 0.005 {
        shares.report(.codebookSharesTotal(segment, at: shares.source.place(of: shares.mapping.span)))
      }
    }
  }

  /// Ids as written; a segment without one has that of its column.
  private static func segmentIDs(_ reader: MappingReader) -> [String] {
    var reader = reader
    return reader.mappings("segments", each: "a segment") { readSegment(&$0) }
      .compactMap { $0 }.map { $0.id?.text ?? $0.column.text }
  }

  /// `finished: {column, values}` and `unfinished: include|exclude`.
  static func readFinished(_ reader: inout MappingReader) -> FinishedEntry? {
    let choice = reader.enumeration("unfinished", as: Unfinished.self)
    let place = reader.place(ofKey: "finished")
    let entry =
      reader.mapping("finished") { child in
        child.requiredColumn("column").map {
          FinishedEntry(
            column: $0, values: child.codes("values") ?? [], excludesUnfinished: choice == .exclude, place: place)
        }
      } ?? nil
    guard let choice, !reader.has("finished") else { return entry }
    return FinishedEntry(excludesUnfinished: choice == .exclude, place: reader.place(ofKey: "unfinished"))
  }

  private enum Unfinished: String, CaseIterable { case include, exclude }

  static func readVerbatims(_ reader: inout MappingReader) -> [VerbatimEntry] {
    let entries = reader.mappings("verbatims", each: "a verbatim") { child in
      let column = child.requiredColumn("column")
      let (consent, codes) = (child.columnName("consent"), child.columnName("codes"))
      return column.map { VerbatimEntry(column: $0, consent: consent, codes: codes) }
    }.compactMap { $0 }
    if !entries.isEmpty {
      reader.report(
        .codebookNotUsedYet(
          "verbatims", because: "comments of surveys are counted, not shown", at: reader.place(ofKey: "verbatims")))
    }
    return entries
  }

  /// Lists of ids of segments.
  static func readCrosses(_ reader: inout MappingReader) -> [CrossEntry] {
    reader.list("cross").compactMap { node in
      guard case .list(let list) = node else {
        reader.reportWrongType(
          "cross", expected: "a list of lists", found: node, hint: "write 'cross: [[tier, age]]'")
        return nil
      }
      let segments = list.elements.compactMap { element -> YAMLScalar? in
        if case .scalar(let scalar) = element { return scalar }
        reader.reportWrongType("cross", expected: "ids of segments", found: element)
        return nil
      }
      if Set(segments.map(\.text)).count < max(2, segments.count) {
        reader.report(.codebookCrossOfOne(at: reader.source.place(of: list.span)))
        return nil
      }
      return CrossEntry(span: list.span, segments: segments)
    }
  }
}

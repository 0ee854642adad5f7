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

  /// `{column: w}`, or `{rake: {segment: {value: share}}}`.
  static func readWeight(_ reader: inout MappingReader) -> (column: ColumnName?, rake: [RakeEntry]) {
    guard case .mapping(let mapping) = reader.node("weight"), mapping["rake"] != nil else {
      return (reader.column("weight"), [])
    }
    let ids = segmentIDs(reader)
    let entries = reader.mapping("weight") { weight -> [RakeEntry] in
      if weight.has("column") { weight.report(.codebookTwoWeights(at: weight.place(ofKey: "rake"))) }
      weight.know("column")
      return weight.mapping("rake") { rake in readTargets(&rake, segments: ids) } ?? []
    }
    return (nil, entries ?? [])
  }

  private static func readTargets(_ rake: inout MappingReader, segments ids: [String]) -> [RakeEntry] {
    rake.mapping.entries.compactMap { entry in
      let place = rake.source.place(of: entry.key.span)
      if !ids.contains(entry.key.text) { rake.report(.codebookNoSegment(entry.key.text, known: ids, at: place)) }
      let shares = readShares(entry.key.text, &rake)
      return shares.isEmpty ? nil : RakeEntry(segment: entry.key.text, place: place, shares: shares)
    }
  }

  /// The shares of a segment's values make a whole, to half a percent.
  private static func readShares(_ segment: String, _ rake: inout MappingReader) -> [RakeTarget.Share] {
    let shares = rake.mapping(segment) { shares -> [RakeTarget.Share] in
      let found = shares.mapping.entries.map { ($0.key.text.trimmingBlanks, shares.share($0.key.text)) }
      guard found.allSatisfy({ $0.1 != nil }) else { return [] }
      let total = found.compactMap(\.1).reduce(0, +)
      if abs(total - 1) > 0.005 {
        shares.report(.codebookSharesTotal(segment, at: shares.source.place(of: shares.mapping.span)))
      }
      return found.map { RakeTarget.Share(value: $0.0, share: $0.1 ?? 0) }
    }
    return shares ?? []
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
    reader.mappings("verbatims", each: "a verbatim") { child in
      let column = child.requiredColumn("column")
      let (consent, values) = readConsent(&child)
      let codes = child.columnName("codes")
      return column.map { VerbatimEntry(column: $0, consent: consent, consentValues: values, codes: codes) }
    }.compactMap { $0 }
  }

  /// A column, or `{column: may_quote, values: ["You may quote me"]}`.
  private static func readConsent(_ reader: inout MappingReader) -> (column: ColumnName?, values: [String]) {
    guard case .mapping = reader.node("consent") else { return (reader.columnName("consent"), []) }
    let read = reader.mapping("consent") { child in
      (column: child.requiredColumn("column"), values: child.codes("values") ?? [])
    }
    return read ?? (nil, [])
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

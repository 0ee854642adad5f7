import Audit

/// A profile for programs: the schema `cxaudit/profile/1` of docs/outputs.md.
enum ProfileDocument {
  static func json(_ profile: SurveyProfile, draft: String?) -> JSON {
    let reading = profile.reading
    return .object([
      .init("schema", .string("cxaudit/profile/1")),
      .init("file", .string(reading.file)),
      .init("form", .string(reading.form)),
      .init("sheet", .optional(reading.sheet)),
      .init("encoding", .optional(reading.sheet == nil ? reading.encoding : nil)),
      .init("byteOrderMark", .bool(reading.hasByteOrderMark)),
      .init("delimiter", .optional(reading.sheet == nil ? reading.delimiter : nil)),
      .init("lineEnds", .optional(reading.sheet == nil ? reading.lineEnds : nil)),
      .init("headerRows", .integer(reading.headerRows)),
      .init("decimal", .string(reading.decimalComma ? "," : ".")),
      .init("rows", .integer(profile.rows)),
      .init("unusable", .array(profile.unusable.map(unusable))),
      .init("emptyRows", .integer(profile.emptyRows)),
      .init("finished", profile.completion.map(completion) ?? .null),
      .init("repeatedRows", repeats(profile.repeats)),
      .init("straightLines", profile.straightLines.map(straightLines) ?? .null),
      .init("columns", .array(profile.columns.map(column))),
      .init("guesses", .array(profile.guesses.map(guess))),
      .init("codebook", .optional(draft)),
    ])
  }

  private static func unusable(_ rows: UnusableRows) -> JSON {
    .object([
      .init("reason", .string(rows.reason.rawValue)), .init("count", .integer(rows.count)),
      .init("firstLine", .integer(rows.firstLine)),
    ])
  }

  private static func completion(_ completion: SurveyProfile.Completion) -> JSON {
    .object([
      .init("column", .integer(completion.column)), .init("values", .array(completion.values.map(JSON.string))),
      .init("finished", .integer(completion.finished)), .init("unfinished", .integer(completion.unfinished)),
    ])
  }

  private static func repeats(_ repeats: SurveyProfile.RepeatedRows) -> JSON {
    .object([
      .init("count", .integer(repeats.count)), .init("firstLine", .optional(repeats.firstLine)),
      .init("compared", .integer(repeats.compared)),
    ])
  }

  private static func straightLines(_ lines: SurveyProfile.StraightLines) -> JSON {
    .object([
      .init("count", .integer(lines.count)), .init("rows", .integer(lines.rows)), .init("first", .integer(lines.first)),
      .init("last", .integer(lines.last)), .init("columns", .integer(lines.columns)),
    ])
  }

  private static func column(_ column: ColumnProfile) -> JSON {
    .object([
      .init("position", .integer(column.position)),
      .init("header", .string(column.header)),
      .init("question", .optional(column.question)),
      .init("kind", .string(column.kind.rawValue)),
      .init("answers", .integer(column.answers)),
      .init("missing", .integer(column.blank)),
      .init("distinct", .integer(column.distinct)),
      .init("distinctIsAtLeast", .bool(column.isOpen)),
      .init("lowest", .optional(column.lowest)),
      .init("highest", .optional(column.highest)),
      .init("scale", column.scale.map { scale($0.scale) } ?? .null),
      .init(
        "labels",
        .array(
          (column.scale?.labels ?? []).map { label in
            .object([.init("text", .string(label.text)), .init("value", .integer(label.value))])
          })),
      .init(
        "levels",
        .array(
          column.levels.map { level in
            .object([.init("text", .string(level.text)), .init("count", .integer(level.count))])
          })),
      .init(
        "codes",
        .array(
          column.codes.map { code in
            .object([
              .init("text", .string(code.text)), .init("count", .integer(code.count)),
              .init("meaning", .string(code.meaning.rawValue)),
            ])
          })),
      .init(
        "personal",
        .array(
          column.personal.map { data in
            .object([.init("kind", .string(data.kind.rawValue)), .init("count", .integer(data.count))])
          })),
    ])
  }

  private static func scale(_ scale: Scale) -> JSON {
    .object([.init("min", .integer(scale.minimum)), .init("max", .integer(scale.maximum))])
  }

  private static func guess(_ guess: Guess) -> JSON {
    .object([
      .init("subject", .string(guess.subject.rawValue)), .init("columns", .array(guess.columns.map(JSON.integer))),
      .init("text", .string(guess.text)),
    ])
  }
}

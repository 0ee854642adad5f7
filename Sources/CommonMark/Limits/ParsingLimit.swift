/// Why a text was not parsed: it exceeds what the parser can take in reasonable time.
///
/// Some constructs cost cmark-gfm 0.29 quadratic or even cubic time, or memory out of all proportion; each of these
/// limits is far above what people write and keeps a text within about a second.
package struct ParsingLimit: Error, Equatable, Sendable {
  package enum Kind: Sendable, CaseIterable {
    case documentBytes
    case lineBytes
    case columns
    case cells
    case delimiterRows
    case nesting
    case brackets
  }

  /// Which limit was exceeded.
  package let kind: Kind
  /// The line of the file where it was, 1-based.
  package let line: Int
  /// The first column that is too much, 1-based, in Unicode scalars.
  package let column: Int

  package init(kind: Kind, line: Int, column: Int) {
    self.kind = kind
    self.line = line
    self.column = column
  }
}

extension ParsingLimit.Kind {
  /// The largest value that is still parsed.
  package var maximum: Int {
    switch self {
    case .documentBytes: 16 << 20
    case .lineBytes: 64 << 10
    case .columns: 500
    case .cells: 250_000
    case .delimiterRows: 50
    case .nesting: 100
    case .brackets: 20_000
    }
  }

  /// What is limited, to be completed by "more than <maximum>": "bytes in one line".
  package var noun: String {
    switch self {
    case .documentBytes: "bytes in one text"
    case .lineBytes: "bytes in one line"
    case .columns: "bars | in one line"
    case .cells: "cells in one table"
    case .delimiterRows: "table delimiter rows without an empty line between them"
    case .nesting: "levels of quotes and lists in one line"
    case .brackets: "brackets [ without an empty line between them"
    }
  }
}

extension ParsingLimit {
  /// The limit in words: "more than 500 bars | in one line".
  package var summary: String { "more than \(kind.maximum) \(kind.noun)" }
}

import Audit

/// Keeps ids unique and readable, and says who had one first.
struct Identifiers {
  private var owners: [[UInt8]: String] = [:]

  /// Stand for everything in the addresses of figures.
  static let reserved = ["overall", "all"]

  init() {}

  /// Takes an id for `kind` ("a touchpoint"), or says why it cannot be.
  ///
  /// A person chose a `written` id; one that is taken over from a header may be any text.
  mutating func claim(
    _ id: String, for kind: String, at span: TextSpan, in source: SourceText, written: Bool = true
  ) -> Diagnostic? {
    let place = source.place(of: span)
    if Self.reserved.contains(id) { return .idReserved(id, at: place) }
    if written, !Self.isWellFormed(id) { return .idMalformed(id, at: place) }
    if let owner = owners[Array(id.utf8)] { return .idTaken(id, by: owner, at: place) }
    owners[Array(id.utf8)] = "\(kind) (line \(span.line))"
    return nil
  }

  /// Keeps ids that are in use elsewhere from being taken; `owner` says by what.
  mutating func reserve(_ ids: [String], by owner: String) {
    for id in ids { owners[Array(id.utf8)] = owner }
  }

  static func isWellFormed(_ id: String) -> Bool {
    !id.isEmpty
      && id.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-" || scalar == "_"
          || scalar == "."
      }
  }
}

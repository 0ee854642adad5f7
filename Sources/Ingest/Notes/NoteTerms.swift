import Audit
import CommonMark

/// What notes can speak of by name.
struct NoteTerms: Sendable {
  var touchpoints: [Touchpoint]
  var dimensions: [Dimension]
  var standards: [Standard]

  /// `touchpoints` and `dimensions` are those that only codebooks name.
  init(_ configuration: Configuration, touchpoints: [String] = [], dimensions: [String] = []) {
    self.touchpoints = configuration.journey.touchpoints
    self.dimensions = configuration.dimensions
    standards = configuration.standards
    for id in touchpoints where !self.touchpoints.contains(where: { $0.id == id }) {
      self.touchpoints.append(Touchpoint(id: id))
    }
    for id in dimensions where !self.dimensions.contains(where: { $0.id == id }) {
      self.dimensions.append(Dimension(id: id))
    }
  }

  /// The id of the touchpoint that a folder or a heading is named after, by id or by name.
  func touchpoint(named text: String) -> String? {
    touchpoints.first { Self.isSame(text, $0.id) || Self.isSame(text, $0.name) }?.id
  }

  /// The id of the dimension that a heading is named after, by id or by name.
  func dimension(named text: String) -> String? {
    dimensions.first { Self.isSame(text, $0.id) || Self.isSame(text, $0.name) }?.id
  }

  /// The touchpoint that a note says it is about. Where none is declared anywhere any id is taken as it is.
  func touchpoint(declared text: String, at place: Place) -> Result<String, DiagnosedError> {
    if let id = touchpoint(named: text) { return .success(id) }
    if touchpoints.isEmpty, Identifiers.isWellFormed(text) { return .success(text) }
    return .failure(
      DiagnosedError(.unknownName(text, kind: "touchpoint", known: touchpoints.map(\.id), at: place)))
  }

  /// The dimension that a note says it is about.
  func dimension(declared text: String, at place: Place) -> Result<String, DiagnosedError> {
    if let id = dimension(named: text) { return .success(id) }
    return .failure(
      DiagnosedError(.unknownName(text, kind: "dimension", known: dimensions.map(\.id), at: place)))
  }

  /// Capitals, blanks, hyphens and punctuation make no difference.
  private static func isSame(_ text: String, _ name: String) -> Bool {
    let key = Anchors.plainName(of: text)
    return key.isEmpty ? text.utf8.elementsEqual(name.utf8) : key == Anchors.plainName(of: name)
  }
}

/// The part of the respondents that a figure is about.
package struct Slice: Hashable, Sendable {
  /// One segment and one of its values, as found (trimmed cell text).
  package struct Part: Hashable, Sendable {
    package let segment: String
    package let value: String

    package init(segment: String, value: String) {
      self.segment = segment
      self.value = value
    }
  }

  /// Empty for everyone.
  package let parts: [Part]

  package init(parts: [Part]) {
    self.parts = parts
  }

  package static let all = Slice(parts: [])

  /// `all`, or `segment=value` joined by `;`, with `%`, `;` and `=` of values percent-encoded.
  package var key: String {
    if parts.isEmpty { return "all" }
    return parts.map { "\($0.segment)=\(Slice.encoded($0.value))" }.joined(separator: ";")
  }

  private static func encoded(_ value: String) -> String {
    guard value.utf8.contains(where: { "%;=".utf8.contains($0) }) else { return value }
    var result = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case ";": result += "%3B"
      case "=": result += "%3D"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Slice: Codable {}
extension Slice.Part: Codable {}

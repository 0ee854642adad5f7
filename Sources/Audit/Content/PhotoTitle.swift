/// What may stand in quotation marks behind a photo's address: `"people: masked"`.
package enum PhotoTitle {
  /// What a title says of people, in lower case; nil for any other title.
  package static func people(_ title: String) -> String? {
    let parts = title.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, word(parts[0]) == "people" else { return nil }
    return word(parts[1])
  }

  private static func word(_ text: Substring) -> String {
    String(text.split(whereSeparator: \.isWhitespace).joined(separator: " ")).lowercased()
  }
}

/// Why a picture cannot be published.
package enum PictureProblem: Error, Hashable, Sendable {
  /// It is none of the formats that are read.
  case otherFormat
  /// The file ends before the picture does.
  case cutOff
  /// The file breaks the rules of its format; in words, such as "a part has the wrong checksum".
  case damaged(String)
  /// Browsers do not show what it holds; in words, such as "it is animated".
  case notShown(String)
}

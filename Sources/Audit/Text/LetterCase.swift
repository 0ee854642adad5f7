/// The first letter of names and sentences.
package enum LetterCase {
  /// At the beginning of a sentence: `Six`.
  package static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// A name inside a sentence: `mobile app`, where the language writes names small there.
  ///
  /// Names that start like an abbreviation, "IT helpdesk", stay as they are.
  package static func inSentence(_ name: String) -> String {
    guard Language.current.formats.lowersNames, let second = name.dropFirst().first, second.isLowercase else {
      return name
    }
    return name.prefix(1).lowercased() + name.dropFirst()
  }
}

/// Words of the site, in the language it is built in: `say("\(count) of \(all)")`.
///
/// The English stands in the source; `templates/messages` has the others.
package func say(_ wording: Wording, as meaning: StaticString? = nil) -> String { Phrase(wording, as: meaning).text }

/// Words of the site that are said later, so that constants and closed sets can hold them.
///
/// Message files know a phrase by its English, `{1}`, `{2}` for what is put in, in the order of the English, and in
/// brackets the meaning where one English word has several: `open [status]`.
package struct Phrase: Hashable, Sendable {
  private var wording: Wording
  private var meaning: String?

  package init(_ wording: Wording, as meaning: StaticString? = nil) {
    self.wording = wording
    self.meaning = meaning?.description
  }

  /// By what message files know it: `{1} of {2}`.
  package var key: String { wording.pattern + (meaning.map { " [\($0)]" } ?? "") }

  /// In the language of the site.
  package var text: String {
    let language = Language.current
    guard language.hasMessages else { return wording.english }
    return language.text(key, putting: wording.arguments.map(\.text)) ?? wording.english
  }
}

/// What `say` and `Phrase` are given: a literal, with what it puts in apart.
package struct Wording: ExpressibleByStringInterpolation, Hashable, Sendable {
  fileprivate enum Argument: Hashable, Sendable {
    case text(String)
    case phrase(Phrase)

    var text: String {
      switch self {
      case .text(let text): text
      case .phrase(let phrase): phrase.text
      }
    }
  }

  /// One more than there are arguments.
  private var literals: [String]
  fileprivate var arguments: [Argument]

  package init(stringLiteral value: String) {
    literals = [value]
    arguments = []
  }

  package init(stringInterpolation: StringInterpolation) {
    literals = stringInterpolation.literals
    arguments = stringInterpolation.arguments
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var literals = [""]
    fileprivate var arguments: [Argument] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      literals.reserveCapacity(interpolationCount + 1)
      arguments.reserveCapacity(interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { literals[literals.count - 1] += literal }

    package mutating func appendInterpolation(_ text: some StringProtocol) { append(.text(String(text))) }

    package mutating func appendInterpolation(_ number: Int) { append(.text(String(number))) }

    package mutating func appendInterpolation(_ phrase: Phrase) { append(.phrase(phrase)) }

    private mutating func append(_ argument: Argument) {
      arguments.append(argument)
      literals.append("")
    }
  }

  fileprivate var english: String {
    var text = literals[0]
    for (argument, literal) in zip(arguments, literals.dropFirst()) { text += argument.text + literal }
    return text
  }

  fileprivate var pattern: String {
    var text = literals[0]
    for (index, literal) in literals.dropFirst().enumerated() { text += "{\(index + 1)}" + literal }
    return text
  }
}

import Audit

/// Reads `cxaudit.yml`.
enum ConfigurationReader {
  /// Nil when the text cannot be read at all; every other problem leaves the default in its place.
  static func read(_ source: SourceText) -> (value: Configuration?, diagnostics: [Diagnostic]) {
    MappingReader.read(source, as: "cxaudit.yml") { reader in
      var configuration = Configuration()
      if let title = reader.string("title") { configuration.title = title }
      configuration.client = reader.string("client")
      if let language = readLanguage(&reader) { configuration.language = language }
      var ids = Identifiers()
      if let dimensions = readDimensions(&reader, ids: &ids) { configuration.dimensions = dimensions }
      configuration.journey = readJourney(&reader, ids: &ids)
      configuration.thresholds = readThresholds(&reader)
      configuration.standards = readStandards(&reader, configuration)
      configuration.privacy = readPrivacy(&reader)
      configuration.engagement = readEngagement(&reader)
      configuration.asOf = reader.day("as-of")
      configuration.brand = readBrand(&reader)
      configuration.gates = readGates(&reader)
      configuration.economics = readEconomics(&reader)
      configuration.benchmarks = readBenchmarks(&reader)
      return configuration
    }
  }

  private static func readLanguage(_ reader: inout MappingReader) -> String? {
    guard let scalar = reader.scalar("language") else { return nil }
    let place = reader.source.place(of: scalar.span)
    guard isLanguageTag(scalar.text) else {
      reader.report(.configLanguage(scalar.text, at: place))
      return nil
    }
    return scalar.text
  }

  /// BCP 47 in outline: a primary subtag of two or three letters, then subtags of up to eight letters and digits.
  private static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let primary = parts.first, (2...3).contains(primary.count), primary.allSatisfy(isLetter) else { return false }
    return parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func readPrivacy(_ reader: inout MappingReader) -> Privacy {
    var privacy = Privacy()
    _ = reader.mapping("privacy") { child in
      privacy.minimumCell = child.integer("minimum-cell", in: 1...Int.max)
      privacy.lowBase = child.integer("low-base", in: 1...Int.max)
      if let verbatims = child.enumeration("verbatims", as: Privacy.Verbatims.self) { privacy.verbatims = verbatims }
      privacy.names = child.texts("names").map(\.text)
      privacy.patterns = child.texts("patterns").map(\.text)
      for scalar in child.texts("patterns") {
        guard case .failure(let error) = PrivatePattern.read(scalar.text) else { continue }
        child.report(.configPattern(scalar.text, error.problem.explanation, at: child.source.place(of: scalar.span)))
      }
      for scalar in child.texts("names") where MaskedWord.words(of: MaskedText(scalar.text)).isEmpty {
        child.report(.configNameEmpty(at: child.source.place(of: scalar.span)))
      }
    }
    return privacy
  }

  private static func readEngagement(_ reader: inout MappingReader) -> Engagement {
    var engagement = Engagement()
    _ = reader.mapping("engagement") { child in
      engagement.population = child.integer("population", in: 1...Int.max)
      if let named = child.flag("named") { engagement.named = named }
    }
    return engagement
  }
}

extension MappingReader {
  /// Warns about keys of the format that stand there and are not acted on yet.
  mutating func warnUnused(_ keys: String...) {
    for key in keys {
      know(key)
      if has(key) { report(.configNotUsedYet(key, at: place(ofKey: key))) }
    }
  }
}

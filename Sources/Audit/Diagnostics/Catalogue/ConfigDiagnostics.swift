/// What can be wrong with `cxaudit.yml`, and with ids wherever they are given.
extension Diagnostic {
  /// A key of the documented format that this version does not act on.
  package static func configNotUsedYet(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "config/not-used-yet", at: place, "'\(key)' has no effect in this version",
      hint: "it is read and kept for later versions; nothing on the site follows from it")
  }

  package static func configLanguage(_ tag: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "config/language", at: place, "'\(tag)' is not a language tag", hint: "write one such as en or de-CH")
  }

  /// `known` are the tags of the built-in message files.
  package static func configLanguageWithoutWords(_ tag: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .warning, "config/language-without-words", at: Place(file: "cxaudit.yml"),
      "there are no words for 'language: \(tag)', so that the site's own are English",
      hint: "built in are \(known.joined(separator: ", ")); your own go into templates/messages/\(tag).yml")
  }

  package static func languageMonths(_ key: String, _ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(.error, "language/months", at: place, "'\(key)' must name twelve months, not \(count)")
  }

  package static func languageUnknownPhrase(_ phrase: String, suggestion: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "language/unknown-phrase", at: place, "nothing on the site says '\(phrase)'",
      hint: suggestion ?? "templates/messages/en.yml of cxaudit lists the phrases")
  }

  package static func languageArgument(_ argument: String, in phrase: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "language/argument", at: place, "'\(argument)' is not in the English phrase",
      hint: "only what stands in braces in '\(phrase)' can be put in")
  }

  package static func configAccent(_ found: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "config/accent", at: place, "'accent' must be a colour such as \"#0b6e6e\", not \(found ?? "empty")",
      hint: "write it in quotes: '#' begins a comment in YAML")
  }

  package static func configBrandOutside(_ path: String, key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "config/brand-file", at: place, "'\(key)' must be a file inside the project, not '\(path)'",
      hint: "copy it into the project and name it from there, such as content/\(key).svg")
  }

  package static func configBrandKind(_ path: String, key: String, endings: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "config/brand-file", at: place, "'\(path)' is not a file that pages can show as '\(key)'",
      hint: "its name must end in \(endings.map { ".\($0)" }.joined(separator: ", "))")
  }

  package static func configBrandUnreadable(_ file: Brand.File) -> Diagnostic {
    Diagnostic(
      .error, "config/brand-file", at: file.location, "'\(file.path)' cannot be read",
      hint: "the path is relative to the project's folder")
  }

  package static func configBrandLarge(_ file: Brand.File, size: Int) -> Diagnostic {
    Diagnostic(
      .error, "config/brand-file", at: file.location,
      "'\(file.path)' has \(size) bytes; \(Brand.largest) are the most, since every page loads it",
      hint: "make it smaller: a logo as .svg, a font as .woff2 with the letters that are needed")
  }

  package static func configDimensions(_ found: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "config/dimensions", at: place, "'dimensions' cannot be '\(found)'",
      hint: "write 'servqual' or a list such as [{id: speed, name: Speed}]")
  }

  package static func configClassOrder(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "config/class-order", at: place, "'critical', 'major' and 'minor' must go down in this order",
      hint: "the defaults are 0.50, 0.33 and 0.15")
  }

  package static func configCurrency(_ found: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "config/currency", at: place, "'\(found)' is not the code of a currency",
      hint: "write three capital letters, such as EUR")
  }

  package static func configNoCurrency(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "config/currency", at: place, "'\(key)' is money, and no currency is declared",
      hint: "add 'currency: EUR' under 'economics'")
  }

  package static func configSpreadOrder(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "config/spread-order", at: place, "'\(key)' must go up: low, then mid, then high",
      hint: "write {low: 9, mid: 11, high: 16}, or one number")
  }

  package static func configBenchmarkSD(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "config/benchmark", at: place, "'sd' must be above 0",
      hint: "leave it out where the source does not tell it")
  }

  package static func benchmarkUnknownMeasure(_ measure: Correction.Reference, candidates: [String]) -> Diagnostic {
    let known = candidates.isEmpty ? "there is no survey" : "known are \(candidates.joined(separator: ", "))"
    return Diagnostic(
      .error, "benchmark/unknown-measure", at: measure.location, "no survey has the measure '\(measure.id)'",
      hint: Suggestion.didYouMean(measure.id, in: candidates)
        ?? known + "; or write a figure's address, as in data/statistics.csv")
  }

  package static func benchmarkUnknownWave(
    _ measure: Correction.Reference, wave: String, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, "benchmark/unknown-measure", at: measure.location, "the survey of '\(measure.id)' has no wave '\(wave)'",
      hint: Suggestion.didYouMean(wave, in: known) ?? "it has \(known.joined(separator: ", "))")
  }

  package static func benchmarkNoMean(_ measure: Correction.Reference) -> Diagnostic {
    Diagnostic(
      .error, "benchmark/not-comparable", at: measure.location,
      "'\(measure.id)' is no mean, share or recommendation score, so nothing can be held against it",
      hint: "name an outcome, a gap, or a figure such as dimension/empathy/perception.mean")
  }

  /// `low` and `high` are those of the measure.
  package static func benchmarkOutOfRange(_ measure: Correction.Reference, low: Double, high: Double) -> Diagnostic {
    let range = "\(FigureText.fixed(low, decimals: 0)) and \(FigureText.fixed(high, decimals: 0))"
    return Diagnostic(
      .error, "benchmark/out-of-range", at: measure.location,
      "'\(measure.id)' lies between \(range), and its 'value' does not",
      hint: high == 1 ? "write a share as 0.8 or 80%" : "write it in the unit of the measure")
  }

  package static func benchmarkInFuture(_ benchmark: Benchmark, asOf: Day) -> Diagnostic {
    Diagnostic(
      .warning, "benchmark/later-than-report", at: benchmark.dated,
      "the benchmark is of \(benchmark.date.iso), and the report of \(asOf.iso): it is left out",
      hint: "correct 'date', or build with a later day (--as-of)")
  }

  /// `kind` is "touchpoint", "dimension" and the like.
  package static func unknownName(
    _ name: String, kind: String, known: [String], at place: Place
  ) -> Diagnostic {
    let all =
      known.isEmpty
      ? "there are no \(kind)s in cxaudit.yml" : "known are " + known.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "config/unknown-\(kind)", at: place, "there is no \(kind) '\(name)'",
      hint: Suggestion.didYouMean(name, in: known) ?? all)
  }

  /// `first` is what already has the id, such as "a touchpoint (line 5)".
  package static func idTaken(_ id: String, by first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "id/taken", at: place, "the id '\(id)' is taken by \(first)",
      hint: "ids of items, dimensions, touchpoints and outcomes must differ from each other")
  }

  package static func idReserved(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "id/reserved", at: place, "'\(id)' cannot be an id: it stands for everything", hint: "choose another")
  }

  /// `near` is the id that was probably meant.
  package static func idMalformed(_ id: String, near: String? = nil, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "id/malformed", at: place, "'\(id)' cannot be an id",
      hint: near.map { "did you mean '\($0)'?" }
        ?? "use letters, digits, '-', '_' and '.' only; a readable 'name:' can go beside it")
  }
}

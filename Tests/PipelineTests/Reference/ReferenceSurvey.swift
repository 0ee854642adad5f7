import Audit
import Foundation
import Ingest
import Measure
import TestSupport
import Testing

/// A survey beside the repository, with the codebook of its figures.
enum ReferenceSurvey: String, CaseIterable, Sendable {
  case mobi, bank, oddjob
  case oddjobWaves = "oddjob-waves"
  case oddjobWeights = "oddjob-weights"
  case oddjobJudged = "oddjob-judged"
  case oddjobRaked = "oddjob-raked"
  case abc
  case abcDrivers = "abc-drivers"
  case abcContrast = "abc-contrast"
  case airline
  case airlineRaked = "airline-raked"
  case airlineStrata = "airline-strata"
  case airlineStaff = "airline-staff"

  private var file: String {
    switch self {
    case .mobi: "data/ecsi/mobi.csv"
    case .bank: "data/ecsi/satisfaction.csv"
    case .oddjob, .oddjobWaves, .oddjobWeights, .oddjobJudged, .oddjobRaked: "data/oddjob-airways/airlinesat.csv"
    case .abc, .abcDrivers, .abcContrast: "data/abc-acss/ABC.csv"
    case .airline, .airlineRaked, .airlineStrata, .airlineStaff: "data/airline-passenger/test.csv"
    }
  }

  /// Respondents and waves that the file does not name: its rows, and its halves.
  private var isNumbered: Bool {
    switch self {
    case .oddjob, .oddjobWaves, .oddjobJudged: true
    case .mobi, .bank, .oddjobWeights, .oddjobRaked, .abc, .abcDrivers, .abcContrast, .airline, .airlineRaked,
      .airlineStrata, .airlineStaff:
      false
    }
  }

  /// Of two, what compares them is looked at.
  private var codebooks: [String] { self == .airlineStaff ? [rawValue, "airline-customers"] : [rawValue] }

  /// All surveys are there, or the figures cannot be compared.
  static var areThere: Bool { allCases.allSatisfy { Repository.hasShared($0.file) } }

  /// Every figure of the survey by its address; `wave` is empty where there is only one without a name.
  func figures() async throws -> [ReferenceFigure.Address: Figure] {
    let folder = try TemporaryFolder()
    var path = Repository.shared(file).path(percentEncoded: false)
    if isNumbered {
      try folder.write(numbered(String(contentsOf: Repository.shared(file), encoding: .utf8)), to: "numbered.csv")
      path = folder.path("numbered.csv")
    }
    var surveys: [Survey] = []
    for name in codebooks {
      let codebook = Repository.url("Tests/Fixtures/Surveys/reference/\(name).yml").path(percentEncoded: false)
      let reading = await ProjectReader.survey(csv: path, codebook: codebook, configuration: Configuration(), jobs: 2)
      surveys.append(try #require(reading.survey, "\(reading.log.entries)"))
      #expect(!reading.log.hasErrors, "\(reading.log.entries)")
    }
    withExtendedLifetime(folder) {}
    let measured = measure(surveys, configuration: Configuration())
    var figures: [ReferenceFigure.Address: Figure] = [:]
    for measurement in surveys.count > 1 ? measured.comparisons : measured.measurements {
      for (statistic, figure) in measurement.figures {
        let key = measurement.key
        let address = ReferenceFigure.Address(
          wave: key.wave, slice: key.slice.key, kind: key.kind.rawValue, subject: key.subject,
          statistic: statistic.rawValue)
        figures[address] = figure
      }
    }
    return figures
  }

  /// The columns `row`, from 1, and `half`, in front; as `surveys.R` has them.
  private func numbered(_ text: String) -> String {
    text.split(separator: "\n").enumerated().map { index, line in
      index == 0 ? "row,half,\(line)\n" : "\(index),\(index <= 532 ? 2016 : 2017),\(line)\n"
    }.joined()
  }
}

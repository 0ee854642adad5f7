package import Audit
import CSV
import Foundation

/// What is left of a build: its register, its figures, or both.
package struct KeptBuild: Sendable {
  /// As the caller named it.
  package var path: String
  package var register: KeptRegister?
  package var outcomes: [OutcomeRecord]?

  /// A site, its `data/`, a register such as a snapshot, or a `statistics.csv`.
  package static func read(_ path: String) -> (build: KeptBuild?, diagnostics: [Diagnostic]) {
    guard FileManager.default.fileExists(atPath: path) else { return (nil, [.diffNoFile(path)]) }
    let isFolder = (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil
    let input = InputReader(root: "")
    var build = KeptBuild(path: path)
    var files = [path]
    if isFolder {
      files = ["data/findings.json", "data/statistics.csv", "findings.json", "statistics.csv"].map { "\(path)/\($0)" }
        .filter { FileManager.default.fileExists(atPath: $0) }
      if files.isEmpty { return (nil, [.diffNoBuild(path)]) }
    }
    do throws(DiagnosedError) {
      for file in files {
        if file.hasSuffix(".csv") {
          if build.outcomes == nil { build.outcomes = try KeptStatistics.outcomes(in: file) }
        } else if build.register == nil {
          build.register = try input.bytes(of: file).flatMap { RegisterReader.read($0, file: file) }.get()
        }
      }
      return (build, [])
    } catch {
      return (nil, [error.diagnostic])
    }
  }
}

/// Reads the headline figures of a `statistics.csv`.
enum KeptStatistics {
  private static let header = ["survey", "wave", "slice", "kind", "subject", "statistic", "value", "n"]

  /// Of each outcome that of its latest wave.
  static func outcomes(in file: String) throws(DiagnosedError) -> [OutcomeRecord] {
    let table: Table
    do throws(CSVError) {
      table = try Table(file)
    } catch {
      throw problem(file, "it cannot be read as CSV")
    }
    guard table.header == header else { throw problem(file, "its columns are others") }
    if let line = table.ragged { throw problem(file, "line \(line) has too many or too few fields") }
    var waves: [Key: Figures] = [:]
    var keys: [Key] = []
    for fields in table.outcomes {
      let key = Key(survey: fields[0], wave: fields[1], outcome: fields[4])
      if waves[key] == nil { keys.append(key) }
      if let statistic = Statistic(rawValue: fields[5]) {
        waves[key, default: [:]][statistic] = (Double(fields[6]), Int(fields[7]))
      }
    }
    return latest(keys).compactMap { key in waves[key].flatMap { headline(key, $0) } }
  }

  /// The rows about outcomes of everyone.
  private struct Table {
    var header: [String] = []
    var outcomes: [[String]] = []
    /// Line of the first row that is too long or too short.
    var ragged: Int?

    init(_ file: String) throws(CSVError) {
      var reader = try RecordReader(CSVFile(path: file))
      header = (try reader.next()?.fields ?? []).map { String(decoding: $0, as: UTF8.self) }
      while let record = try reader.next() {
        if record.fields == [[]] { continue }
        guard record.fields.count == 8 else {
          ragged = ragged ?? record.line
          continue
        }
        guard record.fields[3] == Array("outcome".utf8), record.fields[2] == Array("all".utf8) else { continue }
        outcomes.append(record.fields.map { String(decoding: $0, as: UTF8.self) })
      }
    }
  }

  private struct Key: Hashable {
    var survey: String
    var wave: String
    var outcome: String

    var order: Wave {
      let days = WaveLabel.dates(of: wave)
      return Wave(label: wave, start: days?.start, end: days?.end)
    }
  }

  private typealias Figures = [Statistic: (value: Double?, n: Int?)]

  /// Of each survey's outcome the one in its last wave, in the order of the file.
  private static func latest(_ keys: [Key]) -> [Key] {
    keys.filter { key in
      !keys.contains { $0.survey == key.survey && $0.outcome == key.outcome && key.order < $0.order }
    }
  }

  /// As the site chooses it; only effort has shares of the three best answers, and its headline is the mean.
  private static func headline(_ key: Key, _ figures: Figures) -> OutcomeRecord? {
    let headlines: [(value: Statistic, low: Statistic, high: Statistic)] =
      figures[.top3Share] != nil
      ? [(.mean, .meanLow, .meanHigh)]
      : [
        (.nps, .npsLow, .npsHigh), (.top2Share, .top2Low, .top2High), (.share, .shareLow, .shareHigh),
        (.mean, .meanLow, .meanHigh),
      ]
    for headline in headlines {
      guard let figure = figures[headline.value], let value = figure.value else { continue }
      return OutcomeRecord(
        survey: key.survey, outcome: key.outcome, wave: key.wave, statistic: headline.value, value: value,
        low: figures[headline.low]?.value, high: figures[headline.high]?.value, n: figure.n)
    }
    return nil
  }

  private static func problem(_ file: String, _ reason: String) -> DiagnosedError {
    DiagnosedError(.diffNoStatistics(file, reason: reason))
  }
}

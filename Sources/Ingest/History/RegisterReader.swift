import Audit
import Foundation

/// Reads `data/findings.json` of an earlier build.
enum RegisterReader {
  private static let schema = "cxaudit/findings/"

  /// `file` names it in diagnostics.
  static func read(_ bytes: [UInt8], file: String) -> Result<KeptRegister, DiagnosedError> {
    do throws(DiagnosedError) {
      let data = Data(bytes)
      let head: Head = try decoded(data, file)
      try check(head.schema, file)
      let listing: Listing = try decoded(data, file)
      guard let day = Day(iso: listing.asOf) else {
        throw unknown(file, "'asOf' is no day, but '\(listing.asOf)'")
      }
      var findings: [FindingRecord] = []
      var known: Set<String> = []
      for entry in listing.findings where known.insert(entry.id).inserted { findings.append(try record(entry, file)) }
      return .success(
        KeptRegister(
          project: listing.project, client: listing.client, day: day, findings: findings, leftOut: leftOut(listing)))
    } catch {
      return .failure(error)
    }
  }

  private static func leftOut(_ listing: Listing) -> [String: FindingChange.Ground] {
    let merged = listing.findings.flatMap { $0.computed?.merged ?? [] }.map { ($0, FindingChange.Ground.merged) }
    let hidden = (listing.hidden ?? []).map { ($0.id, FindingChange.Ground.hidden) }
    return Dictionary(merged + hidden, uniquingKeysWith: { first, _ in first })
  }

  private static func check(_ found: String, _ file: String) throws(DiagnosedError) {
    guard found.hasPrefix(schema), let version = Int(found.dropFirst(schema.count)), version > 0 else {
      throw unknown(file, "its schema is '\(found)'")
    }
    if version > KeptRegister.version {
      throw DiagnosedError(.registerNewer(file, version: String(version)))
    }
  }

  private static func record(_ entry: Entry, _ file: String) throws(DiagnosedError) -> FindingRecord {
    guard let findingClass = FindingClass(rawValue: entry.class) else {
      throw unknown(file, "the finding '\(entry.id)' has the class '\(entry.class)'")
    }
    guard let status = Finding.Status(rawValue: entry.status) else {
      throw unknown(file, "the finding '\(entry.id)' has the status '\(entry.status)'")
    }
    let measure = entry.measure.map { measure in
      FindingMeasure(
        figure: measure.figure, value: measure.value, low: measure.low, high: measure.high, n: measure.n,
        better: measure.better.flatMap(Outcome.Direction.init))
    }
    // Before registers had measures, they had the share that a finding reaches.
    let reach = entry.reach.map {
      FindingMeasure(figure: nil, value: $0.share, low: $0.low, high: $0.high, n: $0.n, better: .low)
    }
    return FindingRecord(
      id: entry.id, kind: Finding.Kind(rawValue: entry.kind), title: entry.title, findingClass: findingClass,
      status: status, severity: entry.severity, measure: measure ?? reach, firstSeen: entry.firstSeen,
      lastSeen: entry.lastSeen)
  }

  private static func unknown(_ file: String, _ reason: String) -> DiagnosedError {
    DiagnosedError(.registerUnknown(file, reason: reason))
  }

  private static func decoded<Value: Decodable>(_ data: Data, _ file: String) throws(DiagnosedError) -> Value {
    do {
      return try JSONDecoder().decode(Value.self, from: data)
    } catch let problem as DecodingError {
      switch problem {
      case .keyNotFound(let key, let context):
        throw unknown(file, "'\(key.stringValue)' is missing\(place(context))")
      case .typeMismatch(_, let context), .valueNotFound(_, let context):
        throw unknown(file, "there is a value of another kind\(place(context))")
      case .dataCorrupted: throw DiagnosedError(.registerNotJSON(file, reason: "it is damaged"))
      @unknown default: throw DiagnosedError(.registerNotJSON(file, reason: "it is damaged"))
      }
    } catch {
      throw DiagnosedError(.registerNotJSON(file, reason: "it is damaged"))
    }
  }

  /// ` in findings[3].class`.
  private static func place(_ context: DecodingError.Context) -> String {
    guard !context.codingPath.isEmpty else { return "" }
    let parts = context.codingPath.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }
    return " in " + parts.joined().drop { $0 == "." }
  }

  // MARK: - The parts that are read

  private struct Head: Decodable {
    var schema: String
  }

  private struct Listing: Decodable {
    var project: String
    var client: String?
    var asOf: String
    var findings: [Entry]
    var hidden: [Hidden]?
  }

  private struct Hidden: Decodable {
    var id: String
  }

  private struct Computed: Decodable {
    var merged: [String]?
  }

  private struct Entry: Decodable {
    var id: String
    var kind: String
    var title: String
    var `class`: String
    var status: String
    var severity: Double?
    var measure: Measure?
    var reach: Reach?
    var computed: Computed?
    var firstSeen: String?
    var lastSeen: String?
  }

  private struct Measure: Decodable {
    var figure: String?
    var value: Double
    var low: Double?
    var high: Double?
    var n: Int?
    var better: String?
  }

  private struct Reach: Decodable {
    var share: Double
    var n: Int
    var low: Double
    var high: Double
  }
}

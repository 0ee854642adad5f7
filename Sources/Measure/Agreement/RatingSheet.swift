import Audit

/// What auditors rated, unit by unit: categories as whole numbers from 0, in ascending order where they have one.
struct RatingSheet {
  /// Notes that rate the standard; of severities, the most that rate one trouble.
  private(set) var notes = 0
  private let categories: Int
  /// Of each unit, in the order in which units are first met, the rating of each auditor.
  private var units: [[Rater: Int]] = []

  /// A note without an auditor is by somebody else than all others.
  private struct Rater: Hashable {
    var name: String
    var isNamed: Bool

    init(_ note: Note) {
      name = note.auditor ?? note.file
      isNamed = note.auditor != nil
    }

    func precedes(_ other: Rater) -> Bool {
      isNamed != other.isNamed ? isNamed : name.utf8.lexicographicallyPrecedes(other.name.utf8)
    }
  }

  /// Ratings of the units that two auditors or more have rated, one entry an auditor, nil for none.
  var shared: [[Int?]] {
    let raters = raters
    return sharedUnits.map { unit in raters.map { unit[$0] } }
  }

  /// Shared units by the category of either auditor; nil unless there are exactly two.
  var pairTable: [[Int]]? {
    guard raters.count == 2 else { return nil }
    var table = Array(repeating: Array(repeating: 0, count: categories), count: categories)
    for case (let first?, let second?) in shared.map({ ($0[0], $0[1]) }) {
      table[first][second] += 1
    }
    return table
  }

  private var sharedUnits: [[Rater: Int]] { units.filter { $0.count > 1 } }

  /// Those who share a unit with another, in byte order of their names.
  private var raters: [Rater] { Set(sharedUnits.flatMap(\.keys)).sorted { $0.precedes($1) } }
}

extension RatingSheet {
  /// Whether a standard is met, 1, or missed, 0.
  ///
  /// A unit is a place in a wave: the note's touchpoint, unit and wave. Who checked the standard there several times found it
  /// met where more than half of the checks say so.
  init(_ all: [Note], of standard: Standard) {
    struct Place: Hashable {
      var touchpoint: String?
      var unit: String?
      var wave: String?
    }
    categories = 2
    var counts: [[Rater: MetCount]] = []
    var positions: [Place: Int] = [:]
    for note in all {
      let checks = note.checks.filter { $0.standard == standard.id }
      guard !checks.isEmpty else { continue }
      notes += 1
      let place = Place(
        touchpoint: note.touchpoint ?? standard.touchpoint, unit: note.unit, wave: note.wave)
      let position = positions[place, default: counts.count]
      positions[place] = position
      if position == counts.count { counts.append([:]) }
      counts[position][Rater(note), default: MetCount()].met += checks.count(where: \.met)
      counts[position][Rater(note), default: MetCount()].occasions += checks.count
    }
    units = counts.map { unit in unit.mapValues { 2 * $0.met > $0.occasions ? 1 : 0 } }
  }

  /// The severities of deficiencies, observation 0 to critical 3, where an auditor gave a word.
  ///
  /// A unit is one trouble: alerts with one id, or with one touchpoint, dimension and title. Who rated it several times
  /// means the gravest word.
  init(severitiesIn all: [Note]) {
    let words: [FindingClass] = [.observation, .minor, .major, .critical]
    categories = words.count
    for group in ObservationGroup.gather(all) where group.kind == .deficiency {
      var unit: [Rater: Int] = [:]
      var files: Set<String> = []
      for sighting in group.sightings {
        guard let category = sighting.observation.severity.flatMap(words.firstIndex(of:)) else {
          continue
        }
        unit[Rater(sighting.note)] = max(category, unit[Rater(sighting.note)] ?? 0)
        files.insert(sighting.note.file)
      }
      units.append(unit)
      notes = max(notes, files.count)
    }
  }
}

import Audit

/// All measurements in the order of their rows, by the bytes of their addresses, field by field.
struct SubjectOrder: Sendable {
  /// Where a measurement is.
  struct Subject: Sendable {
    fileprivate var part: Int
    fileprivate var place: Int
  }

  let subjects: [Subject]
  private let parts: [[Measurement]]

  init(_ measured: MeasuredAudit) {
    let parts = measured.parts
    self.parts = parts
    subjects = SubjectOrder.slices(of: parts).flatMap { SubjectOrder.sorted($0, parts) }
  }

  /// The same, up to `jobs` slices of waves sorted side by side.
  init(_ measured: MeasuredAudit, jobs: Int) async {
    let parts = measured.parts
    self.parts = parts
    subjects = await mapInOrder(SubjectOrder.slices(of: parts), jobs: jobs) { SubjectOrder.sorted($0, parts) }
      .flatMap(\.self)
  }

  subscript(subject: Subject) -> Measurement { parts[subject.part][subject.place] }

  /// What stands in one survey, wave and slice together, in the order of these.
  private static func slices(of parts: [[Measurement]]) -> [[Subject]] {
    var slices: [(address: [UInt64], subjects: [Subject])] = []
    var known: [[UInt64]: Int] = [:]
    for part in parts.indices {
      var last: (key: MeasurementKey, slice: Int)?
      for place in parts[part].indices {
        let key = parts[part][place].key
        if last.map({ $0.key.isOfSlice(of: key) }) != true {
          var address: [UInt64] = []
          append(key.addressFields.prefix(3), to: &address)
          let slice = known[address] ?? slices.count
          if slice == slices.count {
            known[address] = slice
            slices.append((address, []))
          }
          last = (key, slice)
        }
        slices[last?.slice ?? 0].subjects.append(Subject(part: part, place: place))
      }
    }
    return slices.sorted { $0.address.lexicographicallyPrecedes($1.address) }.map(\.subjects)
  }

  private static func sorted(_ subjects: [Subject], _ parts: [[Measurement]]) -> [Subject] {
    var words: [UInt64] = []
    words.reserveCapacity(subjects.count * 4)
    let addressed = subjects.map { subject in
      let first = words.count
      append(parts[subject.part][subject.place].key.addressFields.suffix(2), to: &words)
      return (subject: subject, words: first..<words.count)
    }
    return addressed.sorted { words[$0.words].lexicographicallyPrecedes(words[$1.words]) }.map(\.subject)
  }

  /// Eight bytes a word, the first highest, so that words sort as their bytes. Behind each field is a zero byte, which is
  /// below all others, and behind the last as many as fill the word.
  private static func append(_ fields: ArraySlice<String>, to words: inout [UInt64]) {
    var (word, filled) = (UInt64(0), 0)
    func put(_ byte: UInt8) {
      (word, filled) = (word << 8 | UInt64(byte), filled + 1)
      guard filled == 8 else { return }
      words.append(word)
      (word, filled) = (0, 0)
    }
    for field in fields {
      field.utf8.forEach(put)
      put(0)
    }
    while filled > 0 { put(0) }
  }
}

extension MeasurementKey {
  /// What a row of `data/statistics.csv` begins with, up to the statistic.
  var addressFields: [String] { [survey, wave, slice.key, kind.rawValue, subject] }

  fileprivate func isOfSlice(of other: MeasurementKey) -> Bool {
    slice == other.slice && wave == other.wave && survey == other.survey
  }
}

import Audit

/// All measurements in the order of their rows, by the bytes of their addresses, field by field.
struct SubjectOrder: Sendable {
  /// Where a measurement is, and its address among the words.
  struct Subject: Sendable {
    fileprivate var part: Int
    fileprivate var place: Int
    fileprivate var words: Range<Int>
  }

  let subjects: [Subject]
  private let parts: [[Measurement]]

  init(_ measured: MeasuredAudit) {
    parts = measured.parts
    var words: [UInt64] = []
    var unsorted: [Subject] = []
    for (part, measurements) in parts.enumerated() {
      for place in measurements.indices {
        let first = words.count
        SubjectOrder.append(measurements[place].key, to: &words)
        unsorted.append(Subject(part: part, place: place, words: first..<words.count))
      }
    }
    subjects = unsorted.sorted { SubjectOrder.precedes($0.words, $1.words, words) }
  }

  subscript(subject: Subject) -> Measurement { parts[subject.part][subject.place] }

  /// Eight bytes a word, the first highest, so that words sort as their bytes. Behind each field is a zero byte, which is
  /// below all others, and behind the last as many as fill the word.
  private static func append(_ key: MeasurementKey, to words: inout [UInt64]) {
    var (word, filled) = (UInt64(0), 0)
    func put(_ byte: UInt8) {
      (word, filled) = (word << 8 | UInt64(byte), filled + 1)
      guard filled == 8 else { return }
      words.append(word)
      (word, filled) = (0, 0)
    }
    for field in key.addressFields {
      field.utf8.forEach(put)
      put(0)
    }
    while filled > 0 { put(0) }
  }

  private static func precedes(_ first: Range<Int>, _ second: Range<Int>, _ words: [UInt64]) -> Bool {
    var (a, b) = (first.lowerBound, second.lowerBound)
    while a < first.upperBound && b < second.upperBound {
      if words[a] != words[b] { return words[a] < words[b] }
      (a, b) = (a + 1, b + 1)
    }
    return first.count < second.count
  }
}

extension MeasurementKey {
  /// What a row of `data/statistics.csv` begins with, up to the statistic.
  var addressFields: [String] { [survey, wave, slice.key, kind.rawValue, subject] }
}

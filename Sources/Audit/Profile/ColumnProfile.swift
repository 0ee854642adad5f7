/// What one column of a survey file holds.
package struct ColumnProfile: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Whole numbers on a short scale, or texts that stand in an order.
    case rating
    case number, category, date, weight, constant, empty
    case yesNo = "yes-no"
    case identifier = "id"
    case freeText = "free-text"
    /// Several answers in one cell, or one answer of several that may be ticked.
    case multiple = "multiple-answers"
  }

  /// 1-based.
  package var position: Int
  /// Trimmed.
  package var header: String
  /// The question, where the file has more than a short header.
  package var question: String?
  package var kind: Kind
  /// Cells that are not blank.
  package var answers: Int
  package var blank: Int
  /// Different texts; the number is a lower bound where `isOpen`.
  package var distinct: Int
  /// More different texts than are remembered.
  package var isOpen: Bool
  /// Of ratings from the lowest up, of everything else the most frequent first; not of ids and free text.
  package var levels: [Level]
  /// Lowest and highest number or day, as written.
  package var lowest: String?
  package var highest: String?
  package var scale: LikelyScale?
  package var codes: [OddCode]
  package var personal: [PersonalData]

  package init(
    position: Int, header: String, question: String? = nil, kind: Kind, answers: Int, blank: Int, distinct: Int,
    isOpen: Bool = false, levels: [Level] = [], lowest: String? = nil, highest: String? = nil,
    scale: LikelyScale? = nil, codes: [OddCode] = [], personal: [PersonalData] = []
  ) {
    self.position = position
    self.header = header
    self.question = question
    self.kind = kind
    self.answers = answers
    self.blank = blank
    self.distinct = distinct
    self.isOpen = isOpen
    self.levels = levels
    self.lowest = lowest
    self.highest = highest
    self.scale = scale
    self.codes = codes
    self.personal = personal
  }

  /// One text and how often it stands in the column.
  package struct Level: Hashable, Sendable {
    package var text: String
    package var count: Int

    package init(_ text: String, _ count: Int) {
      self.text = text
      self.count = count
    }
  }

  /// The scale that the answers are probably on.
  package struct LikelyScale: Hashable, Sendable {
    package var scale: Scale
    /// Texts and what they stand for, from the lowest up; empty where the answers are numbers.
    package var labels: [Label]

    package init(_ scale: Scale, labels: [Label] = []) {
      self.scale = scale
      self.labels = labels
    }
  }

  package struct Label: Hashable, Sendable {
    package var text: String
    package var value: Int

    package init(_ text: String, _ value: Int) {
      self.text = text
      self.value = value
    }
  }

  /// A text beside the scale that looks like an answer and probably is none.
  package struct OddCode: Hashable, Sendable {
    package enum Meaning: String, Sendable {
      case notApplicable = "not-applicable"
      case missing
      /// Neither: a slip, or an answer on another scale.
      case unclear
    }

    package var text: String
    package var count: Int
    package var meaning: Meaning

    package init(_ text: String, _ count: Int, _ meaning: Meaning) {
      self.text = text
      self.count = count
      self.meaning = meaning
    }
  }

  /// Cells that may say who a respondent is.
  package struct PersonalData: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      case mail = "e-mail"
      case phone
      case address = "ip-address"
      case name
    }

    package var kind: Kind
    package var count: Int

    package init(_ kind: Kind, _ count: Int) {
      self.kind = kind
      self.count = count
    }
  }
}

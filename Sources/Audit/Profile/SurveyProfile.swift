/// What a survey file holds, before any codebook explains it.
package struct SurveyProfile: Hashable, Sendable {
  /// The survey tool's form, encoding, delimiter and so on.
  package var reading: FileReading
  /// Records that can be used.
  package var rows: Int
  package var unusable: [UnusableRows]
  /// Records with an answer to none of the questions that are neither ids, dates nor constants.
  package var emptyRows: Int
  package var completion: Completion?
  package var repeats: RepeatedRows
  package var straightLines: StraightLines?
  /// In file order.
  package var columns: [ColumnProfile]
  /// What a codebook to start from says, in its order.
  package var guesses: [Guess]

  package init(
    reading: FileReading, rows: Int, unusable: [UnusableRows], emptyRows: Int = 0, completion: Completion? = nil,
    repeats: RepeatedRows = RepeatedRows(), straightLines: StraightLines? = nil, columns: [ColumnProfile],
    guesses: [Guess] = []
  ) {
    self.reading = reading
    self.rows = rows
    self.unusable = unusable
    self.emptyRows = emptyRows
    self.completion = completion
    self.repeats = repeats
    self.straightLines = straightLines
    self.columns = columns
    self.guesses = guesses
  }

  /// Which answers were finished.
  package struct Completion: Hashable, Sendable {
    /// 1-based.
    package var column: Int
    /// The cells that mean finished.
    package var values: [String]
    package var finished: Int
    package var unfinished: Int

    package init(column: Int, values: [String], finished: Int, unfinished: Int) {
      self.column = column
      self.values = values
      self.finished = finished
      self.unfinished = unfinished
    }
  }

  /// Records that are the same as an earlier one in every cell.
  package struct RepeatedRows: Hashable, Sendable {
    package var count: Int
    /// Line of the first one.
    package var firstLine: Int?
    /// Records that were compared: all of them, or as many as memory is set aside for.
    package var compared: Int

    package init(count: Int = 0, firstLine: Int? = nil, compared: Int = 0) {
      self.count = count
      self.firstLine = firstLine
      self.compared = compared
    }
  }

  /// Records that give one and the same answer to every question of the longest block.
  package struct StraightLines: Hashable, Sendable {
    package var count: Int
    /// Records that answered enough of the block to tell.
    package var rows: Int
    /// The block's first and last column, 1-based, and how many it has.
    package var first: Int
    package var last: Int
    package var columns: Int

    package init(count: Int, rows: Int, first: Int, last: Int, columns: Int) {
      self.count = count
      self.rows = rows
      self.first = first
      self.last = last
      self.columns = columns
    }
  }
}

/// One thing that a draft codebook says, and why.
package struct Guess: Hashable, Sendable {
  package enum Subject: String, Sendable, CaseIterable {
    case pairs, importance, items, labels, codes, reversed, nps, csat, ces, yes, segment, unit, wave, weight, finished,
      respondent, language, comments
    case leftOut = "left-out"
  }

  package var subject: Subject
  /// 1-based positions of the columns that it is about.
  package var columns: [Int]
  /// In plain words, one sentence with its full stop.
  package var text: String

  package init(_ subject: Subject, columns: [Int], _ text: String) {
    self.subject = subject
    self.columns = columns
    self.text = text
  }
}

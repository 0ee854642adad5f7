/// Comments of one wave as counts (methodology 0.2, A9), and the few that may be offered for quoting; merged by addition.
///
/// Every text in it is redacted. What it holds does not grow with the rows: counts of themes and touchpoints, and at most
/// ``candidateLimit`` comments of each theme, touchpoint and band of ratings beside those that a person has decided on.
package struct CommentTally: Hashable, Sendable {
  /// What a count is of; without touchpoint those that name none.
  package struct Key: Hashable, Sendable {
    package var touchpoint: String?
    package var subject: Subject

    package init(touchpoint: String?, subject: Subject) {
      self.touchpoint = touchpoint
      self.subject = subject
    }
  }

  package enum Subject: Hashable, Sendable {
    case all
    case theme(String)
    /// Any theme of the dimension.
    case dimension(String)
  }

  /// Counts of comments, each once however often it names the theme.
  package struct Count: Hashable, Sendable {
    package var comments = 0
    package var bad = 0
    package var good = 0
    /// By band, in the order of ``RatingBand``.
    package var bands = [Int](repeating: 0, count: RatingBand.allCases.count)
    /// Σ and Σ² of the ratings, in levels above the scale's minimum, over the comments with one.
    package var ratingSum = 0
    package var ratingSquares = 0

    package init() {}

    package var rated: Int { comments - bands[bands.count - 1] }

    package static func += (count: inout Count, other: Count) {
      count.comments += other.comments
      count.bad += other.bad
      count.good += other.good
      for band in count.bands.indices { count.bands[band] += other.bands[band] }
      count.ratingSum += other.ratingSum
      count.ratingSquares += other.ratingSquares
    }
  }

  /// The lexicon against a person's codes, on comments that a person coded.
  package struct Check: Hashable, Sendable {
    package var both = 0
    package var personOnly = 0
    package var lexiconOnly = 0
    package var neither = 0

    package init() {}

    package static func += (check: inout Check, other: Check) {
      check.both += other.both
      check.personOnly += other.personOnly
      check.lexiconOnly += other.lexiconOnly
      check.neither += other.neither
    }
  }

  package static let candidateLimit = 12

  /// Cells with a text.
  package var comments = 0
  /// Those whose writers agreed to be quoted.
  package var consenting = 0
  /// A column says who agreed.
  package var asksConsent = false
  package private(set) var counts: [Key: Count] = [:]
  package private(set) var checks: [String: Check] = [:]
  /// Themes that people wrote and no lexicon has, by id.
  package private(set) var coded: [String: CommentTheme] = [:]
  /// Codes beyond the number of themes that are told apart.
  package var codesLeftOut = 0
  /// Ordered as ``Comment``; of one text and place one.
  package private(set) var candidates: [CommentPlace: [Comment]] = [:]
  /// Keys that a person has decided on, as far as a comment has them: whether anyone who wrote it agreed to be quoted.
  package private(set) var decided: [String: Bool] = [:]

  package init() {}
}

extension CommentTally {
  package mutating func count(_ key: Key, _ count: Count) { counts[key, default: Count()] += count }

  package mutating func check(_ theme: String, _ check: Check) { checks[theme, default: Check()] += check }

  package mutating func code(_ theme: CommentTheme) { if coded[theme.id] == nil { coded[theme.id] = theme } }

  package mutating func meet(_ key: String, consents: Bool) { decided[key] = (decided[key] ?? false) || consents }

  /// Offers a comment for quoting; `isDecided` ones are kept in any case.
  package mutating func offer(_ comment: Comment, at place: CommentPlace, isDecided: Bool) {
    var list = candidates[place] ?? []
    if let same = list.firstIndex(where: { $0.key == comment.key }) {
      // Of those who wrote the same words the first in order stands for all.
      if comment < list[same] { list[same].order = comment.order }
      list.sort()
    } else {
      var comment = comment
      comment.isDecided = isDecided
      list.insert(comment, at: list.firstIndex { comment < $0 } ?? list.endIndex)
    }
    let open = list.filter { !$0.isDecided }
    if open.count > Self.candidateLimit, let last = open.last { list.removeAll { $0 == last } }
    candidates[place] = list
  }

  package mutating func merge(_ other: CommentTally) {
    comments += other.comments
    consenting += other.consenting
    asksConsent = asksConsent || other.asksConsent
    codesLeftOut += other.codesLeftOut
    for (key, count) in other.counts { self.count(key, count) }
    for (theme, check) in other.checks { self.check(theme, check) }
    for (_, theme) in other.coded { code(theme) }
    for (key, consents) in other.decided { meet(key, consents: consents) }
    for (place, list) in other.candidates {
      for comment in list { offer(comment, at: place, isDecided: comment.isDecided) }
    }
  }
}

/// Among what a comment is picked for quoting.
package struct CommentPlace: Hashable, Sendable {
  package var touchpoint: String?
  package var theme: String?
  package var band: RatingBand

  package init(touchpoint: String?, theme: String?, band: RatingBand) {
    self.touchpoint = touchpoint
    self.theme = theme
    self.band = band
  }
}

/// A redacted comment of somebody who agreed to be quoted.
package struct Comment: Hashable, Sendable {
  /// What a page shows: redacted, 240 characters at most, cut at a word.
  package var text: String
  /// The first 16 hexadecimal digits of the SHA-256 of `text`.
  package var key: String
  /// MD5 of the respondent's id, which nobody chose: comments are picked in its order.
  package var order: String
  package var tone: CommentTone
  /// There is an entry about it in `content/quotes.yml`.
  package var isDecided = false

  package init(text: String, order: String, tone: CommentTone) {
    self.text = text
    self.order = order
    self.tone = tone
    key = Comment.key(of: text)
  }

  package static let keyLength = 16

  package static func key(of text: String) -> String {
    String(SHA256.hexDigest(of: Array(text.utf8)).prefix(keyLength))
  }
}

extension Comment: Comparable {
  package static func < (left: Comment, right: Comment) -> Bool {
    left.order == right.order ? left.key < right.key : left.order < right.order
  }
}

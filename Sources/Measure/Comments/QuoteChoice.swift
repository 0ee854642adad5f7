import Audit

/// Picks comments for quoting among those that a person cleared (methodology 8): at most three a theme and place, one a
/// respondent, by the order of hashed ids within each band of ratings, in the proportion of the bands among all comments.
///
/// A place that no cleared comment can fill stays empty: nothing else takes it, or the praise that somebody cleared would
/// stand for the complaints that nobody did.
struct QuoteChoice {
  private let tally: CommentTally
  private let themes: [CommentTheme]
  private let touchpoints: [String]
  private let rules: CommentRulesOfShowing

  static let most = 3

  init(
    _ tally: CommentTally, _ themes: [CommentTheme], _ touchpoints: [String], _ rules: CommentRulesOfShowing
  ) {
    (self.tally, self.themes, self.touchpoints, self.rules) = (tally, themes, touchpoints, rules)
  }

  /// Over all comments, then touchpoint by touchpoint; empty ones left out.
  var quotes: [QuotedComments] {
    let subjects: [CommentTheme?] = themes.isEmpty ? [nil] : themes.map(Optional.some)
    let scopes: [String?] = [nil] + touchpoints.map(Optional.some)
    return scopes.flatMap { scope in
      subjects.compactMap { theme -> QuotedComments? in
        let quotes = quotes(theme, scope)
        return quotes.isEmpty ? nil : QuotedComments(touchpoint: scope, theme: theme, quotes: quotes)
      }
    }
  }

  private func quotes(_ theme: CommentTheme?, _ scope: String?) -> [QuotedComments.Quote] {
    let places: [String?] = scope.map { [$0] } ?? touchpoints.map(Optional.some) + [nil]
    let subject = theme.map { CommentTally.Subject.theme($0.id) } ?? .all
    let count = places.reduce(into: CommentTally.Count()) { sum, touchpoint in
      sum += tally.counts[CommentTally.Key(touchpoint: touchpoint, subject: subject)] ?? CommentTally.Count()
    }
    guard count.comments >= rules.quotedFrom else { return [] }
    var taken: Set<String> = []
    var keys: Set<String> = []
    return zip(RatingBand.allCases, QuoteSeats.seats(count.bands, of: Self.most)).flatMap {
      band, seats -> [QuotedComments.Quote] in
      let open = places.flatMap { tally.candidates[CommentPlace(touchpoint: $0, theme: theme?.id, band: band)] ?? [] }
        .filter { rules.cleared.contains($0.key) }.sorted()
      var picked: [QuotedComments.Quote] = []
      for comment in open where picked.count < seats && !taken.contains(comment.order) && !keys.contains(comment.key) {
        taken.insert(comment.order)
        keys.insert(comment.key)
        picked.append(QuotedComments.Quote(text: comment.text, respondent: comment.order, band: band))
      }
      return picked
    }
  }
}

package import Audit
import Foundation

/// Comments of one survey file that a person may clear for quoting, added to what `content/quotes.yml` holds.
///
/// What stands there stays byte for byte; new entries follow in the order of themes, touchpoints and ratings, none of them
/// cleared.
package struct QuotesOffer: Hashable, Sendable {
  package static let file = QuotesReader.file

  /// The whole file as it should be.
  package var text: String
  package var added = 0
  /// Entries that stood there, and how many of them are cleared.
  package var kept = 0
  package var cleared = 0
  /// Entries whose comment is in no survey any more.
  package var stale: [String] = []
  /// Groups of comments too small to quote from.
  package var tooFew = 0

  /// `path` is the survey file's, relative to the project; `existing` the text of the file, nil where there is none.
  package static func make(
    for path: String, in project: Project, existing: String?
  ) -> (offer: QuotesOffer?, diagnostics: [Diagnostic]) {
    if project.configuration.privacy.verbatims == .none { return (nil, [.quotesOff()]) }
    let found = project.surveys.compactMap { survey in
      survey.waves.last { $0.files.contains(path) }.map { (survey.respondents, $0) }
    }.first
    guard let (respondents, wave) = found else { return (nil, [.quotesNoProject(path)]) }
    guard respondents == .customers else { return (nil, [.quotesNotCustomers(path, respondents)]) }
    guard let tally = wave.comments else { return (nil, [.quotesNoCommentColumn(path)]) }
    guard tally.asksConsent else { return (nil, [.quotesNoConsentColumn(path)]) }
    var offer = QuotesOffer(text: existing ?? head)
    offer.kept = project.quotes.count
    offer.cleared = project.quotes.count(where: \.isCleared)
    let met = Set(project.surveys.flatMap(\.waves).compactMap(\.comments).flatMap(\.decided.keys))
    offer.stale = project.quotes.map(\.key).filter { !met.contains($0) }
    offer.add(tally, project)
    let source = SourceText(offer.text, file: file)
    let check = QuotesReader.read(source)
    guard check.decisions.count == offer.kept + offer.added,
      !check.diagnostics.contains(where: { $0.severity == .error })
    else { return (nil, [.quotesNotAddedTo(file)]) }
    return (offer, [])
  }

  private static let head = """
    # Comments of customers who agreed to be quoted, redacted. Read each one: whoever knows the customer must not
    # recognise him. Set 'ok: true' for what may be shown; change nothing else. Words that must not show go into
    # 'privacy: {names: […], patterns: […]}' of cxaudit.yml. Written by 'cxaudit survey FILE --quotes', which adds what
    # is new and leaves the rest as it is.

    """

  private mutating func add(_ tally: CommentTally, _ project: Project) {
    var taken = Set(project.quotes.map(\.key))
    var lines: [String] = []
    var last = ""
    for group in Self.groups(tally, project) {
      guard group.count.comments >= project.configuration.quotedFrom else {
        tooFew += 1
        continue
      }
      let seats = QuoteSeats.seats(group.count.bands, of: CommentTally.candidateLimit)
      for (band, seats) in zip(RatingBand.allCases, seats) {
        let place = CommentPlace(touchpoint: group.touchpoint, theme: group.theme?.id, band: band)
        for comment in (tally.candidates[place] ?? []).prefix(seats) where taken.insert(comment.key).inserted {
          let heading = "# \(Self.heading(group, band, project))"
          if heading != last { lines.append(heading) }
          last = heading
          lines.append("\(comment.key): {ok: false, text: \(YAMLWriting.scalar(comment.text))}")
          added += 1
        }
      }
    }
    guard !lines.isEmpty else { return }
    if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    text += lines.joined(separator: "\n") + "\n"
  }

  private struct Group {
    var theme: CommentTheme?
    var touchpoint: String?
    var count: CommentTally.Count
  }

  /// Theme by theme, touchpoint by touchpoint.
  private static func groups(_ tally: CommentTally, _ project: Project) -> [Group] {
    let coded = tally.coded.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    let themes = project.themes + coded.filter { theme in !project.themes.contains { $0.id == theme.id } }
    let subjects: [CommentTheme?] = themes.isEmpty ? [nil] : themes.map(Optional.some)
    let declared = project.configuration.journey.touchpoints.map(\.id)
    let met = Set(tally.counts.keys.compactMap(\.touchpoint)).subtracting(declared)
    let others = met.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let touchpoints: [String?] = (declared + others).map(Optional.some) + [nil]
    return subjects.flatMap { theme in
      touchpoints.compactMap { touchpoint -> Group? in
        let subject = theme.map { CommentTally.Subject.theme($0.id) } ?? .all
        let count = tally.counts[CommentTally.Key(touchpoint: touchpoint, subject: subject)]
        return count.map { Group(theme: theme, touchpoint: touchpoint, count: $0) }
      }
    }
  }

  private static func heading(_ group: Group, _ band: RatingBand, _ project: Project) -> String {
    let touchpoint = group.touchpoint.map { project.configuration.touchpoint($0)?.name ?? $0 }
    let rating = band == .unrated ? nil : "\(band.rawValue) rating"
    let parts = [group.theme?.name, touchpoint, rating].compactMap(\.self)
    return parts.isEmpty ? "comment" : parts.joined(separator: " · ").replacing("\n", with: " ")
  }
}

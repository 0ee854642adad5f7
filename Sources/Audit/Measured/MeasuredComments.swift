/// What the comments of one survey's latest wave come to. Nil numbers are withheld: too few people are behind them.
package struct MeasuredComments: Sendable {
  package var survey: String
  package var wave: String
  /// Relative paths of the CSV files, in byte order.
  package var files: [String]
  /// Comments written.
  package var comments: Int?
  /// Those whose writers agreed to be quoted; nil, too, where nobody was asked.
  package var consenting: Int?
  /// In the order of the lexicon, then those that only people coded, in byte order of ids.
  package var themes: [MeasuredTheme]
  /// What comments say of each touchpoint × dimension that a theme names.
  package var cells: [MeasuredWords]
  /// Comments that a person cleared, as they were picked.
  package var quotes: [QuotedComments]
  /// Touchpoint contrasts that the false discovery rate was held over.
  package var familySize: Int

  package init(survey: String, wave: String, files: [String]) {
    (self.survey, self.wave, self.files) = (survey, wave, files)
    themes = []
    cells = []
    quotes = []
    familySize = 0
  }
}

/// One theme: over all comments, then touchpoint by touchpoint.
package struct MeasuredTheme: Sendable {
  package var theme: CommentTheme
  package var all: ThemeFigures
  package var places: [Place]
  /// How far a person's codes agree with the lexicon; nil where nobody coded.
  package var check: ThemeCheck?

  package struct Place: Sendable {
    package var touchpoint: String
    package var figures: ThemeFigures

    package init(touchpoint: String, figures: ThemeFigures) {
      (self.touchpoint, self.figures) = (touchpoint, figures)
    }
  }

  package init(theme: CommentTheme, all: ThemeFigures, places: [Place], check: ThemeCheck? = nil) {
    (self.theme, self.all, self.places, self.check) = (theme, all, places, check)
  }
}

/// Comments on one theme among those of one place.
package struct ThemeFigures: Hashable, Sendable {
  /// Comments that name it, and all of the place.
  package var comments: Int?
  package var of: Int?
  /// Wilson, 0…1.
  package var share: Double?
  package var low: Double?
  package var high: Double?
  /// Those that complain, and those that praise.
  package var bad: Int?
  package var good: Int?
  /// Against the other touchpoints; nil for all comments.
  package var contrast: Contrast?
  /// Mean rating of those who name it minus that of those who do not, in scale points, higher better.
  package var rating: Rating?
  /// Something is withheld: few people are behind it, or behind what it would give away.
  package var isWithheld = false
  /// At a touchpoint: `of` holds comments that name no touchpoint, too, because a theme stands for it.
  package var isAmongAll = false

  package struct Contrast: Hashable, Sendable {
    package var logOdds: Double
    package var se: Double
    package var z: Double
    package var p: Double
    package var q: Double?

    package init(logOdds: Double, se: Double, z: Double, p: Double) {
      (self.logOdds, self.se, self.z, self.p) = (logOdds, se, z, p)
    }
  }

  package struct Rating: Hashable, Sendable {
    package var difference: Double
    package var low: Double?
    package var high: Double?
    package var p: Double?

    package init(difference: Double, low: Double?, high: Double?, p: Double?) {
      (self.difference, self.low, self.high, self.p) = (difference, low, high, p)
    }
  }

  package init() {}

  /// Named more often than elsewhere, by more than chance explains.
  package func isMoreOften(than level: Double) -> Bool {
    guard let contrast, let q = contrast.q else { return false }
    return contrast.logOdds > 0 && q <= level
  }
}

/// The lexicon against a person (methodology 8).
package struct ThemeCheck: Hashable, Sendable {
  /// Comments that a person coded.
  package var n: Int
  /// Krippendorff, nominal.
  package var alpha: Double?
  package var precision: Double?
  package var recall: Double?

  package init(n: Int, alpha: Double?, precision: Double?, recall: Double?) {
    (self.n, self.alpha, self.precision, self.recall) = (n, alpha, precision, recall)
  }
}

/// Comments on one dimension at one touchpoint, whatever the theme.
package struct MeasuredWords: Hashable, Sendable {
  /// Without touchpoint over all comments.
  package var cell: Cell
  /// Names of the themes that were found there, the most frequent first.
  package var themes: [String]
  package var figures: ThemeFigures

  package init(cell: Cell, themes: [String], figures: ThemeFigures) {
    (self.cell, self.themes, self.figures) = (cell, themes, figures)
  }
}

/// Cleared comments on one theme at one place, at most three, in the measured proportion of ratings.
package struct QuotedComments: Hashable, Sendable {
  /// Nil over all comments.
  package var touchpoint: String?
  /// Nil where the survey has no themes.
  package var theme: CommentTheme?
  package var quotes: [Quote]

  package struct Quote: Hashable, Sendable {
    /// Plain text, redacted.
    package var text: String
    /// Tells two respondents apart.
    package var respondent: String
    package var band: RatingBand

    package init(text: String, respondent: String, band: RatingBand) {
      (self.text, self.respondent, self.band) = (text, respondent, band)
    }
  }

  package init(touchpoint: String?, theme: CommentTheme?, quotes: [Quote]) {
    (self.touchpoint, self.theme, self.quotes) = (touchpoint, theme, quotes)
  }
}

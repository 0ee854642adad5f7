package import Audit
import Statistics

/// Whether a segment looks worse only because it meets other touchpoints: its share of answers at the two best levels
/// against all others, touchpoint by touchpoint (methodology 4.1, Cochran–Mantel–Haenszel).
///
/// Touchpoints are the strata. A row counts once in each touchpoint that it answers, by the mean over that touchpoint's
/// items.
struct TouchpointMix {
  /// Rows of one slice at one touchpoint.
  private struct Share {
    var best: Int
    var n: Int
  }

  /// By slice, then touchpoint; nil where a scale has too many levels for two best ones.
  private let shares: [[Share]]?

  /// Nil where there are fewer than two touchpoints, or items of one touchpoint on several scales.
  init?(_ slices: [SliceTally], of definition: SurveyDefinition) {
    let strata = definition.sets.indices.filter { definition.sets[$0].kind == .touchpoint }
    guard strata.count > 1 else { return nil }
    var scales: [Scale] = []
    for stratum in strata {
      let own = definition.sets[stratum].items.map { definition.items[$0].scale }
      guard let scale = own.first, own.allSatisfy({ $0 == scale }) else { return nil }
      scales.append(scale)
    }
    guard scales.allSatisfy({ $0.levels <= Statistic.mostTop2Levels }) else {
      shares = nil
      return
    }
    shares = slices.map { slice in
      zip(strata, scales).map { stratum, scale in
        let rows = RowMeans.counts(slice.sets[stratum].perception)
        let best = (scale.maximum - 1) * rows.denominator
        return Share(best: rows.count { $0 >= best }, n: rows.n)
      }
    }
  }

  /// Adds what the slice at a place shows against all others.
  func add(to measurement: inout Measurement, slice own: Int) {
    guard let shares else {
      let n = measurement.figure(.difference)?.n ?? 0
      measurement.record(
        [.cmhChi2, .cmhP, .cmhOddsRatio, .cmhDifference, .cmhRawDifference, .cmhReversed], unavailable: .wrongScale,
        n: n)
      return
    }
    let tables = shares[own].indices.map { stratum in
      let (best, n) = shares.reduce((0, 0)) { ($0.0 + $1[stratum].best, $0.1 + $1[stratum].n) }
      let first = shares[own][stratum]
      return FourfoldTable(
        first.best, first.n - first.best, best - first.best, (n - first.n) - (best - first.best))
    }
    let test = MantelHaenszel(tables)
    let n = tables.reduce(0) { $0 + $1.n }
    measurement.record(.cmhChi2, test.chiSquared, n: n)
    measurement.record(.cmhP, test.p, n: n)
    measurement.record(.cmhOddsRatio, test.oddsRatio, n: n)
    measurement.record(.cmhDifference, test.riskDifference, n: n)
    measurement.record(.cmhRawDifference, test.rawDifference, n: n)
    let reversed = test.rawDifference.flatMap { _ in test.riskDifference.map { _ in test.isReversed ? 1 : 0 } }
    measurement.record(.cmhReversed, reversed, n: n)
  }
}

/// Segments that look worse over all touchpoints and better at the same ones, or the other way round (Simpson's paradox),
/// where the latter is more than chance.
///
/// - Parameter audit: As published, so that nothing is said of what is withheld.
/// - Returns: Notes, in the order of surveys, waves and slices.
package func mixRemarks(_ audit: MeasuredAudit) -> [Diagnostic] {
  audit.surveys.flatMap { survey in
    survey.waves.flatMap { wave in
      // What compares a segment stands in the slices of its values.
      wave.slices.filter { $0.slice != .all }.flatMap { slice in
        slice.measurements.filter(\.isReversedByMix).map { measurement in
          Diagnostic.surveyReversedByMix(
            slice.slice.key, better: (measurement[.cmhDifference] ?? 0) > 0, wave: wave.wave.label,
            at: Place(file: wave.files.first ?? ""))
        }
      }
    }
  }
}

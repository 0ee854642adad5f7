import Audit
import Statistics

/// How far auditors agree on what several of their notes rate: each standard as met or missed, and the severity of
/// deficiencies (methodology 2.7).
///
/// Visits are of no one wave, so survey and wave are empty. A subject is there where two notes or more rate it.
func auditorAgreement(_ notes: [Note], standards: [Standard]) -> [Measurement] {
  let ofStandards = standards.filter { $0.id != severitySubject }
    .compactMap { standard in
      measurement(standard.id, RatingSheet(notes, of: standard), level: .nominal)
    }
  let ofSeverity = measurement(severitySubject, RatingSheet(severitiesIn: notes), level: .ordinal)
  return ofStandards + [ofSeverity].compactMap(\.self)
}

/// The subject that stands for all deficiencies together; a standard of this id has no agreement of its own.
private let severitySubject = "severity"

/// n is the number of units that two auditors or more have rated; nil where a single note rates the subject.
private func measurement(_ subject: String, _ sheet: RatingSheet, level: KrippendorffAlpha.Level)
  -> Measurement?
{
  guard sheet.notes > 1 else { return nil }
  let units = sheet.shared
  let n = units.count
  let key = MeasurementKey(survey: "", wave: "", kind: .agreement, subject: subject)
  var measurement = Measurement(key: key, n: n)
  let alpha = KrippendorffAlpha(units, level: level)
  // One unit has an agreement, but tells nothing of chance.
  let lack: Statistics.Reason? = n == 0 ? .tooFew : (n == 1 ? .nLt2 : nil)
  measurement.record(.raw, n == 0 ? .unavailable(.tooFew) : alpha.rawAgreement, n: n)
  measurement.record(.krippendorff, lack.map { .unavailable($0) } ?? alpha.alpha, n: n)
  if let table = sheet.pairTable {
    measurement.record(.kappa, lack.map { .unavailable($0) } ?? CohenKappa(table).kappa, n: n)
  }
  return measurement
}

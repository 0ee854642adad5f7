import Audit

/// Takes out of a comment what tells who wrote it or whom it is about, before anything else sees it (methodology 8).
///
/// The rules go over the text in one order; what one has masked is gone for the next. Each looks a bounded way ahead, so
/// the work is linear in the text. Patterns miss things: a comment is quoted only after a person has read it.
struct Redaction: Sendable {
  private let names: NameRules
  private let patterns: [PrivatePattern]

  /// `names` are people whom comments may not name; `patterns` what else must not show.
  init(names: [String] = [], patterns: [PrivatePattern] = []) {
    self.names = NameRules(list: names)
    self.patterns = patterns
  }

  /// The comment on one line, with `[phone]` in place of a phone number.
  func redacted(_ comment: String) -> String {
    var text = MaskedText(comment)
    AddressRules.maskLinks(&text)
    AddressRules.maskMail(&text)
    NumberRules.maskIBANs(&text)
    NumberRules.maskCards(&text)
    AddressRules.maskIPs(&text)
    NumberRules.maskPhones(&text)
    NumberRules.maskAccounts(&text)
    for pattern in patterns { pattern.mask(&text) }
    StreetRules.mask(&text)
    BirthRules.mask(&text)
    AddressRules.maskHandles(&text)
    names.mask(&text)
    return text.text
  }
}

import Testing

@testable import Ingest

/// What is masked in a comment, and what stays (methodology 8).
@Suite struct RedactionTests {
  static func redaction() throws -> Redaction {
    let patterns = try ["CUS-#+", "@@-member"].map { try PrivatePattern.read($0).get() }
    return Redaction(names: ["Anna Schmidt", "Kowalski"], patterns: patterns)
  }

  static let masked: [(String, String)] = [
    ("Mail j.doe+x@mail.example.co.uk. Thanks", "Mail [e-mail]. Thanks"),
    ("jane(at)example.org or jane [at] home", "[e-mail] or jane [at] home"),
    ("see https://foo.example/x?y=1, or www.bar.de.", "see [url], or [url]."),
    ("bank.com/help says", "[url] says"),
    ("card 4111 1111 1111 1111 declined", "card [card] declined"),
    ("4111-1111-1111-1111; 4111111111111111.", "[card]; [card]."),
    ("IBAN GB82 WEST 1234 5698 7654 32 and", "IBAN [IBAN] and"),
    ("de89 3704 0044 0532 0130 00", "[IBAN]"),
    ("from 192.168.0.12 and 2001:db8::1", "from [IP address] and [IP address]"),
    ("+44 20 7946 0958", "[phone]"), ("(020) 7946 0958", "[phone]"), ("+49 (0)170/1234567", "[phone]"),
    ("0049 30 901820", "[phone]"), ("1-800-555-0199", "[phone]"), ("555-1234", "[phone]"),
    ("+1 (212) 555‑0100", "[phone]"), ("01.23.45.67.89", "[phone]"), ("12 34 56 78", "[phone]"),
    ("０１７０ １２３４５６７", "[phone]"), ("07\u{00AD}700\u{200B}900123", "[phone]"), ("tel. 12345", "tel. [phone]"),
    ("SSN 123-45-6789", "SSN [id]"), ("order AB123456 late", "order [number] late"), ("ref 654321", "ref [number]"),
    ("cus-12, CUS-99887 and CUS-1a", "[private], [number] and CUS-1a"), ("an XY-member", "an [private]"),
    ("at 12 Baker Street, London", "at [address], London"), ("5 rue de la Paix", "[address]"),
    ("via Roma 5", "[address]"), ("Hauptstraße 12a", "[address]"), ("Lange Str. 5", "[address]"),
    ("born on 12 March 1970.", "born on [date of birth]."), ("dob: 1/2/1980", "dob: [date of birth]"),
    ("geboren am 3.4.1975 in Bonn", "geboren am [date of birth] in Bonn"),
    ("tell @john_doe that", "tell [handle] that"),
    ("my name is peter Parker and", "my name is [name] and"), ("spoke to Mary Jane Watson.", "spoke to [name]."),
    ("spoke to Mr John Smith, Dr Dr Jones", "spoke to [name], Dr [name]"),
    ("Mr. O'Neil was rude", "Mr. [name] was rude"), ("Frau Müller-Lüdenscheidt war nett", "Frau [name] war nett"),
    ("anna schmidt's desk, KOWALSKI left", "[name]'s desk, [name] left"),
  ]

  @Test("what identifies people gives way to what it was", arguments: masked)
  func masks(comment: String, expected: String) throws {
    #expect(try Self.redaction().redacted(comment) == expected)
  }

  static let kept = [
    "I give 1–7 a 7, or 9/10", "in 2019-2020 and 2019 2020", "on 31.03.2026, 2026-03-31, 12/03/2026", "20261231",
    "paid $1,299.00, 12 500 000 €, 1.250.000 EUR", "300-4000 euros", "open 10.30-11.15", "marks 8/10 9/10 7/10 8/10",
    "at 10:30:00, v1.2.3", "waited 45 minutes in 2026 for 2 tellers; 1500 people", "24/7, 100 %, 3.5 stars",
    "room 1234, A380",
    "2 days on the road, 3 people in the street", "spoke to The manager twice", "late.It was", "Annabelle stays",
    "<b>*bold*</b> & \"quoted\"",
  ]

  @Test("numbers that are nobody's stay", arguments: kept) func keeps(comment: String) throws {
    #expect(try Self.redaction().redacted(comment) == comment)
  }

  @Test("a number that only looks like a card or an account is not called one")
  func checkDigits() throws {
    let redaction = try Self.redaction()
    #expect(redaction.redacted("4111 1111 1111 1112") == "[number]")
    #expect(!redaction.redacted("GB82 WEST 1234 5698 7654 33").contains("[IBAN]"))
    #expect(!redaction.redacted("GB82 WEST 1234 5698 7654 33").contains("5698"))
  }

  @Test("a comment becomes one line without marks that nobody sees")
  func oneLine() throws {
    #expect(try Self.redaction().redacted(" a\r\n\tb \u{202E}c\u{0007} ") == "a b c")
  }

  @Test("nothing takes long, whatever stands there") func linear() throws {
    let redaction = try Self.redaction()
    for piece in ["1 ", "a@", "@", "1.", "::", "(", "GB82 ", "born ", "Mr A ", "12 rue ", "www.", "x.y"] {
      let text = String(repeating: piece, count: 3_000)
      #expect(redaction.redacted(text).utf8.count <= text.utf8.count * 8)
    }
  }

  @Test(
    "patterns that are none are refused",
    arguments: [
      ("", PrivatePattern.Problem.empty), ("\\d+", .expression), ("[A-Z]", .expression), ("?+", .tooWide),
      (String(repeating: "#", count: 101), .tooLong),
    ])
  func refuses(text: String, problem: PrivatePattern.Problem) {
    #expect(throws: PrivatePattern.PatternError(problem: problem)) { try PrivatePattern.read(text).get() }
  }
}

import Audit

/// Lines of iCalendar (RFC 5545): escaped, folded, each ended by CR LF.
struct CalendarText {
  private(set) var bytes: [UInt8] = []

  /// A line whose value needs no escaping.
  mutating func add(_ name: String, _ value: String) { line("\(name):\(value)") }

  mutating func add(_ name: String, text: String) { line("\(name):\(CalendarText.escaped(text))") }

  /// A whole day.
  mutating func add(_ name: String, _ day: Day) { line("\(name);VALUE=DATE:\(CalendarText.date(day))") }

  /// `20260831`.
  static func date(_ day: Day) -> String { day.iso.filter { $0 != "-" } }

  /// Backslash, semicolon and comma get a backslash, a line break is `\n`; other control characters are left out
  /// (section 3.3.11).
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      defer { wasReturn = scalar == "\r" }
      switch scalar {
      case "\\", ";", ",": result += ["\\", scalar]
      case "\n" where wasReturn: break
      case "\n", "\r": result += ["\\", "n"]
      case "\t": result.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}": break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// At most 75 bytes without the line break, the blank that goes on included; no character is parted (section 3.1).
  private mutating func line(_ text: String) {
    var length = 0
    for scalar in text.unicodeScalars {
      let utf8 = Array(String(scalar).utf8)
      if length + utf8.count > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        length = 1
      }
      bytes += utf8
      length += utf8.count
    }
    bytes += [0x0D, 0x0A]
  }
}

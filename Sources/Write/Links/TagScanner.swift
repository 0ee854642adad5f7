/// A start tag.
struct Tag: Hashable {
  var name: String
  var attributes: [Attribute]

  struct Attribute: Hashable {
    var name: String
    /// Entities decoded.
    var value: [UInt8]
  }
}

/// Finds the start tags of a page, as far as well-formed HTML needs.
struct TagScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Tag? {
    while let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = open + 1
      if starts(with: "!--") {
        skip(past: "-->")
      } else if let first = current, TagScanner.isLetter(first) {
        let tag = readTag()
        if tag.name == "script" || tag.name == "style" { skip(to: "</\(tag.name)") }
        return tag
      }
    }
    return nil
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func readTag() -> Tag {
    var tag = Tag(name: readName(), attributes: [])
    while true {
      skipWhile { TagScanner.isSpace($0) || $0 == UInt8(ascii: "/") }
      guard let byte = current, byte != UInt8(ascii: ">") else { break }
      let before = position
      let name = readName()
      skipWhile(TagScanner.isSpace)
      if current == UInt8(ascii: "=") {
        position += 1
        skipWhile(TagScanner.isSpace)
        tag.attributes.append(Tag.Attribute(name: name, value: readValue()))
      } else {
        tag.attributes.append(Tag.Attribute(name: name, value: []))
      }
      if position == before { position += 1 }
    }
    return tag
  }

  private mutating func readName() -> String {
    let start = position
    skipWhile { byte in
      switch byte {
      case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/"): false
      case _: !TagScanner.isSpace(byte)
      }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
  }

  private mutating func readValue() -> [UInt8] {
    guard let quote = current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = position
      skipWhile { !TagScanner.isSpace($0) && $0 != UInt8(ascii: ">") }
      return Entities.decoded(bytes[start..<position])
    }
    position += 1
    let start = position
    skipWhile { $0 != quote }
    defer { position = min(position + 1, bytes.count) }
    return Entities.decoded(bytes[start..<position])
  }

  private mutating func skipWhile(_ condition: (UInt8) -> Bool) {
    while let byte = current, condition(byte) { position += 1 }
  }

  private func starts(with text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

  private mutating func skip(to text: String) {
    while position < bytes.count, !starts(with: text) { position += 1 }
  }

  private mutating func skip(past text: String) {
    skip(to: text)
    position = min(position + text.utf8.count, bytes.count)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
}

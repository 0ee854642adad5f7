import Foundation

/// Small pictures, plain and with everything that must not be published: each planted block holds `secret`.
package enum PictureFixture {
  package static let secret = "PLANTED"

  /// 6 × 4 pixels each, as an encoder wrote them without metadata.
  package static let jpeg = bytes(
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqm\
    x5moq6T/wAALCAAEAAYBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAf/EABgQAAIDAAAAAAAAAAAAAAAAAAAEAxIy/9oACAEBAAA/AFZKCuT/2Q==
    """)
  package static let png = bytes(
    """
    iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAIAAAAiZtkUAAAAGElEQVR42mNkYKjQYGBARiwMNgxogDghAHF4AgJdePQqAAAAAElFTkSuQmCC
    """)
  package static let lossyWebP = bytes(
    """
    UklGRkIAAABXRUJQVlA4IDYAAADQAQCdASoGAAQABABoJagCdAEPAKmdQAD+wdXZmAGKroglfECOWr1+vdQb1qXE8R8hD1QAAAA=
    """)
  package static let losslessWebP = bytes("UklGRiwAAABXRUJQVlA4TCAAAAAvBcAAALmM6H/sIqL/AYVsI0AHdv5iP8KgDF5MAERKDg==")

  /// A block of EXIF with a camera, an orientation, a position and a preview.
  package static func exif(orientation: UInt8, isLittleEndian: Bool = false) -> [UInt8] {
    func number(_ value: Int, _ size: Int) -> [UInt8] {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
      return isLittleEndian ? bytes : bytes.reversed()
    }
    func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: [UInt8]) -> [UInt8] {
      number(tag, 2) + number(type, 2) + number(count, 4) + value
    }
    let short = number(Int(orientation), 2) + [0, 0]
    let text = Array("\(secret) 47.3769 N 8.5417 E ".utf8)
    var block = Array((isLittleEndian ? "II" : "MM").utf8) + number(42, 2) + number(8, 4)
    block += number(3, 2)
    block += entry(0x010F, 2, text.count, number(62, 4))
    block += entry(0x0112, 3, 1, short)
    block += entry(0x8825, 4, 1, number(50, 4))
    block += number(0, 4)
    block += number(0, 2) + Array(repeating: 0, count: 10)
    return block + text + jpeg + Array(secret.utf8)
  }

  /// The JPEG with a preview in its JFIF header, EXIF, XMP, an IPTC block, a comment and a second file behind it.
  package static func burdenedJPEG(orientation: UInt8, isLittleEndian: Bool = false) -> [UInt8] {
    let hidden = Array(secret.utf8)
    var result: [UInt8] = [0xFF, 0xD8]
    result += segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 1, 3] + hidden + [0, 0])
    result += segment(
      0xE1, Array("Exif\0\0".utf8) + exif(orientation: orientation, isLittleEndian: isLittleEndian))
    result += segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0<x>\(secret)</x>".utf8))
    result += segment(0xE0, Array("JFXX\0".utf8) + hidden)
    result += segment(0xED, Array("Photoshop 3.0\0".utf8) + hidden)
    result += segment(0xE2, Array("MPF\0".utf8) + hidden)
    result += segment(0xFE, hidden)
    return result + jpeg.dropFirst(20) + hidden + jpeg
  }

  /// A grey JPEG whose left half is black and whose right half has the level 200; sides are multiples of 16.
  package static func largeJPEG(width: Int, height: Int, orientation: UInt8 = 1) -> [UInt8] {
    var result: [UInt8] = [0xFF, 0xD8]
    if orientation != 1 { result += segment(0xE1, Array("Exif\0\0".utf8) + exif(orientation: orientation)) }
    result += segment(0xDB, [0] + Array(repeating: 1, count: 64))
    let sides = [height >> 8, height & 255, width >> 8, width & 255].map { UInt8($0) }
    result += segment(0xC0, [8] + sides + [1, 1, 0x11, 0])
    // Steps of 0 and of 11 bits between blocks, and blocks of one level each.
    result += segment(0xC4, [0x00, 1, 1] + Array(repeating: 0, count: 14) + [0, 11])
    result += segment(0xC4, [0x10, 1] + Array(repeating: 0, count: 15) + [0])
    result += segment(0xDA, [1, 1, 0, 0, 63, 0])
    let columns = width / 8
    var bits: [Bool] = []
    bits.reserveCapacity(3 * columns * height / 8)
    for row in 0..<(height / 8) {
      for column in 0..<columns {
        let step = column == 0 ? (row == 0 ? -1024 : -1600) : (column == columns / 2 ? 1600 : 0)
        if step == 0 {
          bits.append(false)
        } else {
          bits += [true, false]
          let code = step > 0 ? step : step + 2047
          bits += (0..<11).reversed().map { code >> $0 & 1 == 1 }
        }
        bits.append(false)
      }
    }
    while bits.count % 8 != 0 { bits.append(true) }
    for start in stride(from: 0, to: bits.count, by: 8) {
      let byte = bits[start..<(start + 8)].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
      result += byte == 0xFF ? [0xFF, 0] : [byte]
    }
    return result + [0xFF, 0xD9]
  }

  /// The PNG with text, a day, EXIF and something behind its end.
  package static func burdenedPNG(orientation: UInt8) -> [UInt8] {
    let hidden = Array(secret.utf8)
    var result = Array(png.prefix(33))
    result += chunk("tEXt", Array("Author\0".utf8) + hidden)
    result += chunk("eXIf", exif(orientation: orientation))
    result += chunk("tIME", hidden)
    result += png[33..<(png.count - 12)]
    return result + chunk("zTXt", hidden) + png.suffix(12) + hidden
  }

  /// The lossless WebP in an extended file with EXIF, XMP, an unknown chunk and something behind its end.
  package static func burdenedWebP(orientation: UInt8) -> [UInt8] {
    let hidden = Array(secret.utf8)
    var chunks = part("VP8X", [0x0C, 0, 0, 0, 5, 0, 0, 3, 0, 0])
    chunks += losslessWebP.dropFirst(12)
    chunks += part("EXIF", exif(orientation: orientation)) + part("XMP ", hidden) + part("what", hidden)
    return riff(chunks) + hidden
  }

  package static func riff(_ chunks: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + little(chunks.count + 4) + Array("WEBP".utf8) + chunks
  }

  package static func part(_ name: String, _ content: [UInt8]) -> [UInt8] {
    Array(name.utf8) + little(content.count) + content + (content.count % 2 == 1 ? [0] : [])
  }

  package static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    let length = content.count + 2
    return [0xFF, marker, UInt8(length >> 8), UInt8(length & 255)] + content
  }

  /// The checksum is not computed: these chunks are left out, whatever it is.
  package static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    little(content.count).reversed() + Array(name.utf8) + content + [0, 0, 0, 0]
  }

  /// Whether the bytes hold `text` anywhere.
  package static func contains(_ text: String, in bytes: [UInt8]) -> Bool {
    bytes.firstRange(of: Array(text.utf8)) != nil
  }

  private static func little(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func bytes(_ base64: String) -> [UInt8] { Array(Data(base64Encoded: base64) ?? Data()) }
}

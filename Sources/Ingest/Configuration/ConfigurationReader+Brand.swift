import Audit

/// `brand:` of `cxaudit.yml`.
extension ConfigurationReader {
  static func readBrand(_ reader: inout MappingReader) -> Brand {
    var brand = Brand()
    _ = reader.mapping("brand") { child in
      brand.accent = readAccent(&child)
      brand.logo = readFile("logo", endings: Brand.pictures, &child)
      brand.footer = child.scalar("footer")?.text
      _ = child.mapping("fonts") { fonts in
        brand.fonts = Brand.Role.allCases.compactMap { role in
          readFile(role.rawValue, endings: Brand.fontFiles, &fonts).map { Brand.Font(role: role, file: $0) }
        }
      }
    }
    return brand
  }

  private static func readAccent(_ child: inout MappingReader) -> String? {
    child.know("accent")
    // An unquoted #0b6e6e is a comment, and the key is left without a value.
    guard let node = child.mapping["accent"] else { return nil }
    if case .scalar(let scalar) = node, isColour(scalar.text) { return scalar.text.lowercased() }
    let span = node.isNull ? child.span(ofKey: "accent") : node.span
    child.report(.configAccent(node.isNull ? nil : node.description, at: child.source.place(of: span)))
    return nil
  }

  private static func isColour(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 7 && bytes[0] == UInt8(ascii: "#")
      && bytes[1...].allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
  }

  /// A file inside the project; its bytes are read later.
  private static func readFile(_ key: String, endings: [String], _ child: inout MappingReader) -> Brand.File? {
    guard let scalar = child.scalar(key) else { return nil }
    let place = child.source.place(of: scalar.span)
    let file = Brand.File(path: scalar.text, location: place.location)
    let isInside = !scalar.text.hasPrefix("/") && !scalar.text.split(separator: "/").contains("..")
    guard isInside else {
      child.report(.configBrandOutside(scalar.text, key: key, at: place))
      return nil
    }
    guard endings.contains(file.ending) else {
      child.report(.configBrandKind(scalar.text, key: key, endings: endings, at: place))
      return nil
    }
    return file
  }
}

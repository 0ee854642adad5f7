import CExpat

/// Hears the elements of an XML text in order. Names are without their prefix.
protocol XMLListener: AnyObject {
  func started(_ element: String, _ attributes: XMLAttributes) throws(WorkbookError)
  func ended(_ element: String) throws(WorkbookError)
  /// Text between two tags, in one piece or several, UTF-8.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// The attributes of one element; valid while the listener hears of it.
@safe struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// The value of the attribute of this name, whatever its prefix.
  subscript(_ name: String) -> String? {
    var index = 0
    while let key = unsafe pairs[index], let value = unsafe pairs[index + 1] {
      if unsafe XMLName.local(key) == name { return unsafe String(cString: value) }
      index += 2
    }
    return nil
  }
}

private enum XMLName {
  /// Without prefix.
  static func local(_ name: UnsafePointer<CChar>) -> String {
    let text = unsafe String(cString: name)
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else { return text }
    return String(text[text.index(after: colon)...])
  }
}

/// One XML text on its way through expat. Document types, and with them entities of the text's own, are refused.
@safe final class XMLPart {
  /// Bytes of a single tag or comment.
  private static let tokenLimit = 1 << 20

  private let part: String
  private let parser: XML_Parser
  fileprivate let listener: any XMLListener
  fileprivate var failure: WorkbookError?
  private var fed = 0

  /// Reads a whole part of the package.
  ///
  /// - Throws: ``WorkbookError``, also that of the listener.
  static func read(
    _ part: String, of archive: borrowing ZipArchive, limit: Int, to listener: any XMLListener
  ) throws(WorkbookError) {
    let reader = try XMLPart(part, listener)
    try unsafe archive.read(part, limit: limit) { piece throws(WorkbookError) in
      try unsafe reader.feed(piece, isLast: false)
    }
    try unsafe reader.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
  }

  private init(_ part: String, _ listener: any XMLListener) throws(WorkbookError) {
    guard let parser = unsafe XML_ParserCreate(nil) else { throw .unreadable("expat has no memory") }
    self.part = part
    unsafe self.parser = parser
    self.listener = listener
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let data = unsafe data, let name = unsafe name, let attributes = unsafe attributes else { return }
        let reader = unsafe Unmanaged<XMLPart>.fromOpaque(data).takeUnretainedValue()
        let element = unsafe XMLName.local(name)
        reader.hear { listener throws(WorkbookError) in
          try listener.started(element, unsafe XMLAttributes(pairs: attributes))
        }
      },
      { data, name in
        guard let data = unsafe data, let name = unsafe name else { return }
        let reader = unsafe Unmanaged<XMLPart>.fromOpaque(data).takeUnretainedValue()
        let element = unsafe XMLName.local(name)
        reader.hear { listener throws(WorkbookError) in try listener.ended(element) }
      })
    unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let data = unsafe data, let text = unsafe text else { return }
      let reader = unsafe Unmanaged<XMLPart>.fromOpaque(data).takeUnretainedValue()
      let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
      unsafe bytes.withMemoryRebound(to: UInt8.self) { unsafe reader.listener.text($0) }
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let data = unsafe data else { return }
      let reader = unsafe Unmanaged<XMLPart>.fromOpaque(data).takeUnretainedValue()
      reader.hear { [part = reader.part] _ throws(WorkbookError) in
        throw .damaged(part: part, reason: "it declares a document type, which no workbook does")
      }
    }
  }

  deinit {
    unsafe XML_ParserFree(parser)
  }

  /// The first failure of the listener ends the reading.
  fileprivate func hear(_ event: (any XMLListener) throws(WorkbookError) -> Void) {
    guard failure == nil else { return }
    do throws(WorkbookError) {
      try event(listener)
    } catch {
      failure = error
      unsafe XML_StopParser(parser, 0)
    }
  }

  private func feed(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(WorkbookError) {
    let status = unsafe bytes.withMemoryRebound(to: CChar.self) { text in
      unsafe XML_Parse(parser, text.baseAddress, Int32(text.count), isLast ? 1 : 0)
    }
    if let failure { throw failure }
    guard status == XML_STATUS_OK else {
      let reason = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map { unsafe String(cString: $0) } ?? "no XML"
      let line = unsafe XML_GetCurrentLineNumber(parser)
      throw .damaged(part: part, reason: "\(reason) in line \(line)")
    }
    fed += bytes.count
    // A token that never ends would be read again with each piece.
    guard isLast || fed - Int(unsafe XML_GetCurrentByteIndex(parser)) < XMLPart.tokenLimit + (1 << 18) else {
      throw .damaged(part: part, reason: "a tag is longer than \(XMLPart.tokenLimit) bytes")
    }
  }
}

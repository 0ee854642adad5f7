#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The C library's converter from one encoding to UTF-8.
@safe struct IconvConverter: ~Copyable {
  private let handle: iconv_t

  /// An encoding whose converter is a module of its own wherever there are modules.
  private static let probe = "ISO-8859-2"
  /// What every full C library converts.
  private static let common: Set<String> = [
    "CP932", "CP949", "GB18030", "BIG5", "EUC-JP", "EUC-KR", "SHIFT_JIS", "KOI8-R", "KOI8-U", "WINDOWS-1250",
    "WINDOWS-1251", "WINDOWS-1253", "WINDOWS-1254", "WINDOWS-1255", "WINDOWS-1256", "WINDOWS-1257", "WINDOWS-1258",
    "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7", "ISO-8859-8", "ISO-8859-9",
    "ISO-8859-10", "ISO-8859-13", "ISO-8859-14", "ISO-8859-15", "ISO-8859-16", "MACINTOSH", "TIS-620", "CP437", "CP850",
  ]

  /// - Throws: ``CSVError/noConversion(_:isKnown:)``.
  init(from name: String) throws(CSVError) {
    guard let handle = unsafe IconvConverter.open(name) else {
      throw .noConversion(name, isKnown: IconvConverter.lacksModules(for: name))
    }
    unsafe self.handle = handle
  }

  deinit {
    unsafe iconv_close(handle)
  }

  private static func open(_ name: String) -> iconv_t? {
    guard let handle = unsafe iconv_open("UTF-8", name) else { return nil }
    // The C library says "none" as the pointer −1.
    return unsafe Int(bitPattern: handle) == -1 ? nil : handle
  }

  /// Whether the converter is missing rather than the name unknown.
  private static func lacksModules(for name: String) -> Bool {
    if common.contains(name.uppercased()) { return true }
    guard let handle = unsafe open(probe) else { return true }
    unsafe iconv_close(handle)
    return false
  }

  /// See ``TextDecoder/decode(_:isFinal:into:invalid:)``.
  borrowing func decode(_ bytes: [UInt8], isFinal: Bool, into text: inout [UInt8], invalid: inout [Int]) -> Int {
    // Room for all of it at once, since a damaged text takes many steps; what needs more gets it.
    let room = 4 * bytes.count + 16
    var filled = text.count
    text.append(contentsOf: repeatElement(0, count: room))
    defer { text.removeLast(text.count - filled) }
    var used = 0
    while used < bytes.count {
      let problem = step(bytes, &used, &text, &filled)
      switch problem {
      case 0: continue
      case E2BIG: text.append(contentsOf: repeatElement(0, count: room))
      case EINVAL where !isFinal: return used
      default:
        if filled == text.count { text.append(0) }
        text[filled] = TextSource.invalidByte
        invalid.append(filled)
        filled += 1
        // At the end half a character is one fault, elsewhere the next byte may begin a good one.
        used = problem == EINVAL ? bytes.count : used + 1
      }
    }
    return used
  }

  /// Converts from `used` on, to `filled` in the text, up to the first obstacle: its number for the system, 0 for none.
  private borrowing func step(_ bytes: [UInt8], _ used: inout Int, _ text: inout [UInt8], _ filled: inout Int) -> Int32
  {
    var inputLeft = bytes.count - used
    var outputLeft = text.count - filled
    var problem: Int32 = 0
    unsafe bytes.withUnsafeBytes { source in
      unsafe text.withUnsafeMutableBytes { target in
        guard let source = source.baseAddress, let target = target.baseAddress else { return }
        // iconv only reads its input; its type is older than `const`.
        var input: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutablePointer(
          mutating: (source + used).assumingMemoryBound(to: CChar.self))
        var output: UnsafeMutablePointer<CChar>? = unsafe (target + filled).assumingMemoryBound(to: CChar.self)
        if unsafe iconv(handle, &input, &inputLeft, &output, &outputLeft) == Int(bitPattern: UInt.max) {
          problem = errno
        }
      }
    }
    used = bytes.count - inputLeft
    filled = text.count - outputLeft
    return problem
  }
}

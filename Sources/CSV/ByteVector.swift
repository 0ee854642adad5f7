/// Sixteen bytes at a time, in types that every processor's baseline has.
enum ByteVector {
  /// Four bits, all set, for each of the sixteen lanes of `mask`, the first lane lowest.
  @inline(__always)
  static func nibbles(_ mask: SIMDMask<SIMD16<Int8>>) -> UInt64 {
    let pairs = unsafe unsafeBitCast(mask, to: SIMD8<UInt16>.self) &>> SIMD8(repeating: 4)
    return unsafe unsafeBitCast(SIMD8<UInt8>(truncatingIfNeeded: pairs), to: UInt64.self)
  }

  /// Eight bits, all set, for each of the eight lanes of `mask`, the first lane lowest.
  @inline(__always)
  static func octets(_ mask: SIMDMask<SIMD8<Int16>>) -> UInt64 {
    let lanes = unsafe unsafeBitCast(mask, to: SIMD8<Int16>.self)
    return unsafe unsafeBitCast(SIMD8<Int8>(truncatingIfNeeded: lanes), to: UInt64.self)
  }

  @inline(__always)
  static func load(_ place: UnsafePointer<UInt8>) -> SIMD16<UInt8> {
    unsafe UnsafeRawPointer(place).loadUnaligned(as: SIMD16<UInt8>.self)
  }
}

/// The bytes that may end a field, each in all lanes.
struct FieldMarks {
  private let delimiter: SIMD16<UInt8>
  private let quote: SIMD16<UInt8>
  private let lineFeed = SIMD16<UInt8>(repeating: 10)
  private let carriageReturn = SIMD16<UInt8>(repeating: 13)

  init(_ dialect: Dialect) {
    delimiter = SIMD16(repeating: dialect.delimiter)
    quote = SIMD16(repeating: dialect.quote)
  }

  /// Delimiters, quotes and line ends among the sixteen bytes at `place`, as ``ByteVector/nibbles(_:)``.
  @inline(__always)
  func all(at place: UnsafePointer<UInt8>) -> UInt64 {
    let bytes = unsafe ByteVector.load(place)
    let ends = (bytes .== delimiter) .| (bytes .== lineFeed)
    return ByteVector.nibbles(ends .| (bytes .== carriageReturn) .| (bytes .== quote))
  }

  /// As ``all(at:)``, delimiters apart from quotes and line ends.
  @inline(__always)
  func apart(at place: UnsafePointer<UInt8>) -> (delimiters: UInt64, others: UInt64) {
    let bytes = unsafe ByteVector.load(place)
    let others = (bytes .== lineFeed) .| (bytes .== carriageReturn) .| (bytes .== quote)
    return (ByteVector.nibbles(bytes .== delimiter), ByteVector.nibbles(others))
  }

  /// Quotes among the sixteen bytes at `place`.
  @inline(__always)
  func quotes(at place: UnsafePointer<UInt8>) -> UInt64 {
    unsafe ByteVector.nibbles(ByteVector.load(place) .== quote)
  }
}

import CTurboJPEG

/// Pixels of a photo: one byte each where it is grey, else three (red, green, blue), row by row.
struct Pixels: Equatable {
  var width: Int
  var height: Int
  var isGrey: Bool
  var bytes: [UInt8]
}

/// A JPEG that libjpeg-turbo has opened for reading.
///
/// The exact transforms of the library are taken, which its makers hold to the same result with every processor and release.
@safe struct JPEGDecoder: ~Copyable {
  private let handle: tjhandle
  private let file: [UInt8]
  /// In pixels, as they are stored.
  let width: Int
  let height: Int
  private let sampling: Int32
  private let colours: Int32

  /// Nil where the library does not read the file.
  init?(_ file: [UInt8]) {
    guard let opened = unsafe tjInitDecompress() else { return nil }
    var (width, height, sampling, colours) = (Int32(0), Int32(0), Int32(-1), Int32(-1))
    let status = unsafe file.withUnsafeBufferPointer { bytes in
      unsafe tjDecompressHeader3(
        opened, bytes.baseAddress, UInt(bytes.count), &width, &height, &sampling, &colours)
    }
    guard status == 0, width > 0, height > 0 else {
      unsafe tjDestroy(opened)
      return nil
    }
    unsafe handle = opened
    self.file = file
    (self.width, self.height) = (Int(width), Int(height))
    (self.sampling, self.colours) = (sampling, colours)
  }

  deinit { unsafe tjDestroy(handle) }

  private var isGrey: Bool { colours == Int32(TJCS_GRAY.rawValue) }

  /// Red, green and blue, or grey; the inks of printers are not.
  var isForScreens: Bool {
    isGrey || colours == Int32(TJCS_YCbCr.rawValue) || colours == Int32(TJCS_RGB.rawValue)
  }

  /// How colours are to be sampled when it is written anew: as they are, or two by two.
  var resampling: JPEGSampling {
    if isGrey { return .grey }
    return sampling == Int32(TJSAMP_444.rawValue) ? .full : .quarter
  }

  /// The pixels at `eighths`/8 of each side, 1…8; nil where the library has anything to say against the file.
  func pixels(eighths: Int) -> Pixels? {
    let (width, height) = (Self.scaled(width, eighths), Self.scaled(height, eighths))
    let channels = isGrey ? 1 : 3
    var bytes = [UInt8](repeating: 0, count: width * height * channels)
    let format = Int32((isGrey ? TJPF_GRAY : TJPF_RGB).rawValue)
    let status = unsafe file.withUnsafeBufferPointer { source in
      unsafe bytes.withUnsafeMutableBufferPointer { target in
        unsafe tjDecompress2(
          handle, source.baseAddress, UInt(source.count), target.baseAddress, Int32(width), 0, Int32(height), format,
          TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS | TJFLAG_STOPONWARNING)
      }
    }
    return status == 0 ? Pixels(width: width, height: height, isGrey: isGrey, bytes: bytes) : nil
  }

  /// A side at `eighths`/8, rounded up as the library does.
  static func scaled(_ side: Int, _ eighths: Int) -> Int { (side * eighths + 7) / 8 }
}

/// For how many pixels a JPEG says their colour.
enum JPEGSampling {
  case full, quarter, grey

  fileprivate var code: Int32 {
    switch self {
    case .full: Int32(TJSAMP_444.rawValue)
    case .quarter: Int32(TJSAMP_420.rawValue)
    case .grey: Int32(TJSAMP_GRAY.rawValue)
    }
  }
}

extension Pixels {
  /// A JPEG of these pixels, of `quality` 1…100; nil where the library fails.
  func jpeg(_ sampling: JPEGSampling, quality: Int) -> [UInt8]? {
    guard let handle = unsafe tjInitCompress() else { return nil }
    defer { unsafe tjDestroy(handle) }
    let most = tjBufSize(Int32(width), Int32(height), sampling.code)
    var size = most
    let format = Int32((isGrey ? TJPF_GRAY : TJPF_RGB).rawValue)
    var result = [UInt8](repeating: 0, count: Int(most))
    let status = unsafe bytes.withUnsafeBufferPointer { source in
      unsafe result.withUnsafeMutableBufferPointer { target in
        var start = target.baseAddress
        return unsafe tjCompress2(
          handle, source.baseAddress, Int32(width), 0, Int32(height), format, &start, &size, sampling.code,
          Int32(quality), TJFLAG_NOREALLOC | TJFLAG_ACCURATEDCT)
      }
    }
    guard status == 0, size <= most else { return nil }
    return Array(result.prefix(Int(size)))
  }
}

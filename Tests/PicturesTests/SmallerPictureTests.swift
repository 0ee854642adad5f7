import TestSupport
import Testing

@testable import Pictures

@Suite("A photo that is too large") struct SmallerPictureTests {
  private static let limit = CleanPicture.Limit(side: 2400, bytes: 1 << 20)

  @Test(
    "is stored on as many eighths of its sides as the limit lets through",
    arguments: [
      (width: 4000, height: 3008, smaller: (2000, 1504)), (3008, 4000, (1504, 2000)), (4800, 160, (2400, 80)),
      (19200, 160, (2400, 20)),
    ])
  func eighths(_ case: (width: Int, height: Int, smaller: (Int, Int))) throws {
    let whole = try CleanPicture(cleaning: PictureFixture.largeJPEG(width: `case`.width, height: `case`.height))
    let smaller = whole.smaller(than: Self.limit)
    #expect((smaller.width, smaller.height) == `case`.smaller)
    #expect(smaller.fits(Self.limit) && !whole.fits(Self.limit))
    #expect(smaller.bytes.count < whole.bytes.count)
    #expect(smaller.smaller(than: Self.limit) == smaller)
    #expect(try CleanPicture(cleaning: smaller.bytes) == smaller)
  }

  private static func shown(_ picture: CleanPicture) throws -> (pixels: Pixels, sampling: JPEGSampling) {
    var found: (Pixels, JPEGSampling)?
    if let decoder = JPEGDecoder(picture.bytes), let pixels = decoder.pixels(eighths: 8) {
      found = (pixels, decoder.resampling)
    }
    return try #require(found)
  }

  @Test("shows what it showed") func pixels() throws {
    let whole = try CleanPicture(cleaning: PictureFixture.largeJPEG(width: 4000, height: 3008))
    let pixels = try Self.shown(whole.smaller(than: Self.limit)).pixels
    #expect(pixels.isGrey && pixels.width == 2000 && pixels.height == 1504)
    for row in [0, 700, 1503] {
      for (column, level) in [(0, 0), (990, 0), (1010, 200), (1999, 200)] {
        #expect(abs(Int(pixels.bytes[row * 2000 + column]) - level) <= 2, "\(row) \(column)")
      }
    }
  }

  @Test("keeps its way up and loses all else", arguments: 2...8) func wayUp(_ value: Int) throws {
    let bytes = PictureFixture.largeJPEG(width: 4000, height: 3008, orientation: UInt8(value))
    #expect(PictureFixture.contains(PictureFixture.secret, in: bytes))
    let smaller = try CleanPicture(cleaning: bytes).smaller(than: Self.limit)
    #expect((smaller.width, smaller.height) == (value >= 5 ? (1504, 2000) : (2000, 1504)))
    let block = Orientation(exif: PictureFixture.exif(orientation: UInt8(value))[...]).exif
    #expect(smaller.bytes.firstRange(of: block) != nil)
    #expect(!PictureFixture.contains(PictureFixture.secret, in: smaller.bytes))
  }

  @Test("keeps its colours, their meaning and how finely they are sampled", arguments: [JPEGSampling.full, .quarter])
  func colours(_ sampling: JPEGSampling) throws {
    let colour: [UInt8] = [200, 120, 40]
    let pixels = Pixels(
      width: 320, height: 160, isGrey: false, bytes: (0..<(320 * 160)).flatMap { _ in colour })
    let profile = PictureFixture.segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1] + Array(repeating: 7, count: 99))
    let written = try #require(pixels.jpeg(sampling, quality: 95))
    let whole = try CleanPicture(cleaning: written.prefix(2) + profile + written.dropFirst(2))
    let smaller = whole.smaller(than: CleanPicture.Limit(side: 160, bytes: 1 << 20))
    #expect((smaller.width, smaller.height) == (160, 80))
    #expect(smaller.bytes.firstRange(of: profile) != nil)
    let (shown, kept) = try Self.shown(smaller)
    #expect(kept == sampling)
    for (channel, level) in colour.enumerated() { #expect(abs(Int(shown.bytes[3 * 5000 + channel]) - Int(level)) <= 3) }
  }

  @Test("of few pixels and many bytes keeps its sides") func bytes() throws {
    var generator = SeededGenerator(seed: 1)
    let noise = Pixels(
      width: 200, height: 100, isGrey: true,
      bytes: (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &generator) })
    let whole = try CleanPicture(cleaning: try #require(noise.jpeg(.grey, quality: 100)))
    let smaller = whole.smaller(than: CleanPicture.Limit(side: 2400, bytes: 15_000))
    #expect((smaller.width, smaller.height) == (200, 100))
    #expect(smaller.bytes.count < whole.bytes.count)
  }

  @Test("is the same from every release of the library") func digest() throws {
    let whole = try CleanPicture(cleaning: PictureFixture.largeJPEG(width: 4000, height: 3008))
    let bytes = whole.smaller(than: Self.limit).bytes
    let sum = bytes.reduce(into: UInt64(14_695_981_039_346_656_037)) { $0 = ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    #expect(bytes.count == 36_238)
    #expect(sum == 3_349_631_689_534_437_051)
  }

  @Test("survives what is wrong with it", arguments: [UInt64(1), 2, 3, 4]) func mutations(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let sound = PictureFixture.largeJPEG(width: 640, height: 480)
    let limit = CleanPicture.Limit(side: 320, bytes: 1 << 20)
    var smaller = 0
    for _ in 0..<250 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        // The head is short: most changes are to meet it.
        let most = Bool.random(using: &generator) ? 160 : bytes.count
        bytes[Int.random(in: 0..<most, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      guard let whole = try? CleanPicture(cleaning: bytes), whole.width * whole.height < 1 << 22 else { continue }
      let result = whole.smaller(than: limit)
      if result != whole {
        smaller += 1
        #expect(max(result.width, result.height) <= limit.side)
      }
    }
    #expect(smaller > 5)
  }

  @Test("stays as it is where it is no JPEG for screens, is damaged, or would not get below the limit")
  func left() throws {
    let cut = PictureFixture.largeJPEG(width: 4000, height: 3008).dropLast(20_000)
    let small = CleanPicture.Limit(side: 2, bytes: 10)
    for (bytes, limit) in [
      (PictureFixture.png, small), (PictureFixture.losslessWebP, small), (Array(cut) + [0xFF, 0xD9], Self.limit),
      (PictureFixture.largeJPEG(width: 4000, height: 3008), CleanPicture.Limit(side: 499, bytes: 1 << 20)),
    ] {
      let whole = try CleanPicture(cleaning: bytes)
      #expect(!whole.fits(limit) && whole.smaller(than: limit) == whole)
    }
  }
}

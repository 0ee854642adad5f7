import TestSupport
import Testing

@testable import Pictures

@Suite struct Cleaning {
  @Test(arguments: [PictureFixture.jpeg, PictureFixture.png, PictureFixture.lossyWebP, PictureFixture.losslessWebP])
  func aPictureWithoutAnythingElseKeepsItsBytes(_ bytes: [UInt8]) throws {
    let clean = try CleanPicture(cleaning: bytes)
    #expect(clean.bytes == bytes)
    #expect(clean.width == 6 && clean.height == 4)
  }

  @Test(arguments: [
    (PictureFixture.burdenedJPEG(orientation: 1), PictureFixture.jpeg),
    (PictureFixture.burdenedJPEG(orientation: 1, isLittleEndian: true), PictureFixture.jpeg),
    (PictureFixture.burdenedPNG(orientation: 1), PictureFixture.png),
  ])
  func metadataIsRemovedAndNothingElse(_ case: (burdened: [UInt8], plain: [UInt8])) throws {
    #expect(PictureFixture.contains(PictureFixture.secret, in: `case`.burdened))
    #expect(try CleanPicture(cleaning: `case`.burdened).bytes == `case`.plain)
  }

  @Test func aWebPLosesItsChunksAndTheirFlags() throws {
    let clean = try CleanPicture(cleaning: PictureFixture.burdenedWebP(orientation: 1))
    let header = PictureFixture.part("VP8X", [0, 0, 0, 0, 5, 0, 0, 3, 0, 0])
    #expect(clean.bytes == PictureFixture.riff(header + PictureFixture.losslessWebP.dropFirst(12)))
  }

  @Test(arguments: 2...8)
  func onlyTheWayUpSurvivesOfEXIF(_ value: Int) throws {
    let orientation = UInt8(value)
    let block = Orientation(exif: PictureFixture.exif(orientation: orientation)[...]).exif
    #expect(block.count == 26 && block[19] == orientation)
    for burdened in [
      PictureFixture.burdenedJPEG(orientation: orientation), PictureFixture.burdenedPNG(orientation: orientation),
      PictureFixture.burdenedJPEG(orientation: orientation, isLittleEndian: true),
      PictureFixture.burdenedWebP(orientation: orientation),
    ] {
      let clean = try CleanPicture(cleaning: burdened)
      #expect(!PictureFixture.contains(PictureFixture.secret, in: clean.bytes))
      #expect(clean.bytes.firstRange(of: block) != nil)
      #expect((clean.width, clean.height) == (value >= 5 ? (4, 6) : (6, 4)))
      #expect(try CleanPicture(cleaning: clean.bytes) == clean)
    }
  }

  @Test(arguments: [0, 9, 255])
  func aWayUpThatIsNoneIsUpright(_ value: UInt8) throws {
    #expect(try CleanPicture(cleaning: PictureFixture.burdenedJPEG(orientation: value)).bytes == PictureFixture.jpeg)
  }

  @Test func whatColoursMeanIsKept() throws {
    let profile = PictureFixture.segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1] + Array(repeating: 7, count: 99))
    let adobe = Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1]
    let jpeg = PictureFixture.jpeg
    let coloured = jpeg.prefix(20) + profile + PictureFixture.segment(0xEE, adobe) + jpeg.dropFirst(20)
    #expect(try CleanPicture(cleaning: Array(coloured)).bytes == Array(coloured))
    let longer = jpeg.prefix(20) + PictureFixture.segment(0xEE, adobe + Array(PictureFixture.secret.utf8))
    let shortened = jpeg.prefix(20) + PictureFixture.segment(0xEE, adobe) + jpeg.dropFirst(20)
    #expect(try CleanPicture(cleaning: longer + Array(jpeg.dropFirst(20))).bytes == Array(shortened))
  }

  @Test func aCommentBetweenScansIsRemoved() throws {
    let jpeg = PictureFixture.jpeg
    let scan = try #require(jpeg.firstRange(of: [0xFF, 0xDA])).lowerBound
    let scans = Array(jpeg[scan..<(jpeg.count - 2)])
    let body = Array(jpeg.prefix(jpeg.count - 2))
    let comment = PictureFixture.segment(0xFE, Array(PictureFixture.secret.utf8))
    let twice = body + comment + scans + [0xFF, 0xD9]
    #expect(try CleanPicture(cleaning: twice).bytes == body + scans + [0xFF, 0xD9])
  }
}

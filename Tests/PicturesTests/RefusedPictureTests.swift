import TestSupport
import Testing

@testable import Pictures

@Suite struct RefusedPictures {
  @Test(arguments: ["", "GIF89a......", "<svg></svg>", "\u{FF}\u{D8}\u{FF}", "RIFF....WAVE", "\u{89}PNG"])
  func anotherFormatIsKnownByItsFirstBytes(_ text: String) {
    #expect(throws: PictureProblem.otherFormat) { try CleanPicture(cleaning: Array(text.utf8)) }
  }

  @Test(arguments: [PictureFixture.jpeg, PictureFixture.png, PictureFixture.lossyWebP, PictureFixture.losslessWebP])
  func aPictureThatIsCutOffIsRefused(_ bytes: [UInt8]) {
    for end in 12..<(bytes.count - 1) {
      #expect(throws: PictureProblem.cutOff) { try CleanPicture(cleaning: Array(bytes[..<end])) }
    }
  }

  @Test func aWrongChecksumIsFound() {
    var bytes = PictureFixture.png
    bytes[45] ^= 1
    #expect(throws: PictureProblem.damaged("a part of it has the wrong checksum")) {
      try CleanPicture(cleaning: bytes)
    }
  }

  @Test func anAnimationIsRefused() {
    let frames = PictureFixture.part("VP8X", [2, 0, 0, 0, 5, 0, 0, 3, 0, 0]) + PictureFixture.part("ANIM", [0, 0])
    #expect(throws: PictureProblem.notShown("it is animated")) {
      try CleanPicture(cleaning: PictureFixture.riff(frames))
    }
  }

  @Test func aCanvasOfAnotherSizeIsRefused() {
    let chunks =
      PictureFixture.part("VP8X", [0, 0, 0, 0, 9, 0, 0, 3, 0, 0]) + PictureFixture.losslessWebP.dropFirst(12)
    #expect(throws: PictureProblem.damaged("it has two sizes")) {
      try CleanPicture(cleaning: PictureFixture.riff(chunks))
    }
  }

  @Test(arguments: [0xC3, 0xC9] as [UInt8])
  func aCodingThatBrowsersDoNotReadIsRefused(_ frame: UInt8) throws {
    var bytes = PictureFixture.jpeg
    bytes[try #require(bytes.firstRange(of: [0xFF, 0xC0])).lowerBound + 1] = frame
    #expect(throws: PictureProblem.notShown("its coding is one that browsers do not read")) {
      try CleanPicture(cleaning: bytes)
    }
  }

  /// Whatever the bytes are: no crash, and what comes out can be cleaned again without a change.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func damagedPicturesAreRefusedOrCleaned(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pictures = [
      PictureFixture.burdenedJPEG(orientation: 6), PictureFixture.burdenedPNG(orientation: 6),
      PictureFixture.burdenedWebP(orientation: 6), PictureFixture.lossyWebP,
    ]
    var cleaned = 0
    var refused = 0
    for round in 0..<2000 {
      let bytes = Self.mutated(pictures[round % pictures.count], by: &generator)
      do throws(PictureProblem) {
        let clean = try CleanPicture(cleaning: bytes)
        #expect(clean.width > 0 && clean.height > 0)
        #expect(try CleanPicture(cleaning: clean.bytes) == clean)
        cleaned += 1
      } catch {
        refused += 1
      }
    }
    #expect(cleaned > 100 && refused > 100)
  }

  /// A few bytes changed, taken out or repeated, and now and then the end cut off.
  private static func mutated(_ bytes: [UInt8], by generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: bytes[place] = 0xFF
      case 1: bytes[place] = 0
      case 2: bytes.remove(at: place)
      case 3: bytes.insert(contentsOf: bytes[place...].prefix(5), at: place)
      case 4: bytes.removeLast(min(bytes.count, Int.random(in: 0...9, using: &generator)))
      case _: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      }
    }
    return bytes
  }
}

import Testing

@testable import Audit

@Suite("MD5")
struct MD5Tests {
  @Test(
    "gives the digests of RFC 1321, A.5",
    arguments: [
      ("", "d41d8cd98f00b204e9800998ecf8427e"), ("a", "0cc175b9c0f1b6a831c399e269772661"),
      ("abc", "900150983cd24fb0d6963f7d28e17f72"), ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
      ("abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
      ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", "d174ab98d277d9f5a5611c2c9f419d9f"),
      (String(repeating: "1234567890", count: 8), "57edf4a22be3c955ac49da2e2107b67a"),
    ])
  func published(_ text: String, _ digest: String) {
    #expect(MD5.hexDigest(of: Array(text.utf8)) == digest)
  }

  /// Python: `hashlib.md5(b"x" * n).hexdigest()`.
  @Test(
    "gives what hashlib gives around the ends of blocks",
    arguments: [
      (55, "04364420e25c512fd958a70738aa8f72"),
      (56, "668a72d5ba17f08e62dabcafad6db14b"),
      (63, "7dc2ca208106a2f703567bdff99d8981"),
      (64, "c1bb4f81d892b2d57947682aeb252456"),
      (65, "1bc932052302d074bdec39795fe00cf6"),
      (119, "ab347a5f68c8a443cfcddc633f12c24f"),
      (120, "fb98667f98096de92620b64f46e1c5b5"),
      (1000, "398533d48111e9f664b1f64cb10c4b63"),
    ])
  func blocks(_ count: Int, _ digest: String) {
    #expect(MD5.hexDigest(of: Array(repeating: UInt8(ascii: "x"), count: count)) == digest)
  }

  /// Python: `int(hashlib.md5(id.encode()).hexdigest()[:8], 16)`.
  @Test(
    "gives the first eight digits as a number",
    arguments: [
      ("R000000000", 2235914234),
      ("r17", 3706273337),
      ("Zoë", 4215582579),
      ("客户-1", 712040550),
    ])
  func leadingWord(_ id: String, _ word: UInt32) {
    #expect(MD5.leadingWord(of: Array(id.utf8)) == word)
  }
}

/// MD5 of bytes (RFC 1321): not for secrets, but to divide people into groups as databases do, which all have it.
package enum MD5 {
  /// The first eight hexadecimal digits of the digest as a number.
  package static func leadingWord(of bytes: [UInt8]) -> UInt32 { state(of: bytes)[0].byteSwapped }

  /// The digest in 32 lower-case hexadecimal digits.
  package static func hexDigest(of bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".unicodeScalars)
    var text = String.UnicodeScalarView()
    let state = state(of: bytes)
    for word in state.indices.map({ state[$0] }) {
      for shift in [0, 8, 16, 24] as [UInt32] {
        let byte = Int(word >> shift & 0xFF)
        text.append(digits[byte >> 4])
        text.append(digits[byte & 15])
      }
    }
    return String(text)
  }

  private static func state(of bytes: [UInt8]) -> SIMD4<UInt32> {
    var state = SIMD4<UInt32>(0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476)
    // Behind the bytes come a one bit, zeros and the length in bits, which fills the last two words of a block.
    let last = (bytes.count + 8) / 64
    for block in 0...last {
      var words = SIMD16<UInt32>()
      let start = block * 64
      for place in start..<max(start, min(start + 64, bytes.count)) {
        words[(place &- start) >> 2] |= UInt32(bytes[place]) &<< UInt32(truncatingIfNeeded: 8 &* (place & 3))
      }
      if (start..<start + 64).contains(bytes.count) {
        words[(bytes.count - start) >> 2] |= 0x80 &<< UInt32(truncatingIfNeeded: 8 * (bytes.count & 3))
      }
      if block == last {
        let bits = UInt64(bytes.count) &* 8
        (words[14], words[15]) = (UInt32(truncatingIfNeeded: bits), UInt32(truncatingIfNeeded: bits >> 32))
      }
      state &+= mixed(words, state)
    }
    return state
  }

  /// What one block makes of the state: four rounds of 16 steps.
  private static func mixed(_ words: SIMD16<UInt32>, _ state: SIMD4<UInt32>) -> SIMD4<UInt32> {
    let constants = Self.constants
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    func step(_ number: Int, _ mixed: UInt32, _ word: Int, _ shift: UInt32) {
      let sum = a &+ mixed &+ constants[number] &+ words[word & 15]
      (a, d, c, b) = (d, c, b, b &+ (sum &<< shift | sum &>> (32 &- shift)))
    }
    for four in stride(from: 0, to: 16, by: 4) {
      step(four, b & c | ~b & d, four, 7)
      step(four + 1, b & c | ~b & d, four + 1, 12)
      step(four + 2, b & c | ~b & d, four + 2, 17)
      step(four + 3, b & c | ~b & d, four + 3, 22)
    }
    for four in stride(from: 16, to: 32, by: 4) {
      step(four, d & b | ~d & c, 5 * four + 1, 5)
      step(four + 1, d & b | ~d & c, 5 * four + 6, 9)
      step(four + 2, d & b | ~d & c, 5 * four + 11, 14)
      step(four + 3, d & b | ~d & c, 5 * four + 16, 20)
    }
    for four in stride(from: 32, to: 48, by: 4) {
      step(four, b ^ c ^ d, 3 * four + 5, 4)
      step(four + 1, b ^ c ^ d, 3 * four + 8, 11)
      step(four + 2, b ^ c ^ d, 3 * four + 11, 16)
      step(four + 3, b ^ c ^ d, 3 * four + 14, 23)
    }
    for four in stride(from: 48, to: 64, by: 4) {
      step(four, c ^ (b | ~d), 7 * four, 6)
      step(four + 1, c ^ (b | ~d), 7 * four + 7, 10)
      step(four + 2, c ^ (b | ~d), 7 * four + 14, 15)
      step(four + 3, c ^ (b | ~d), 7 * four + 21, 21)
    }
    return SIMD4(a, b, c, d)
  }

  /// ⌊2³²·|sin(i + 1)|⌋ (RFC 1321, 3.4).
  private static let constants: [UInt32] = [
    0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee, 0xf57c_0faf, 0x4787_c62a, 0xa830_4613, 0xfd46_9501,
    0x6980_98d8, 0x8b44_f7af, 0xffff_5bb1, 0x895c_d7be, 0x6b90_1122, 0xfd98_7193, 0xa679_438e, 0x49b4_0821,
    0xf61e_2562, 0xc040_b340, 0x265e_5a51, 0xe9b6_c7aa, 0xd62f_105d, 0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8,
    0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87, 0x455a_14ed, 0xa9e3_e905, 0xfcef_a3f8, 0x676f_02d9, 0x8d2a_4c8a,
    0xfffa_3942, 0x8771_f681, 0x6d9d_6122, 0xfde5_380c, 0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70,
    0x289b_7ec6, 0xeaa1_27fa, 0xd4ef_3085, 0x0488_1d05, 0xd9d4_d039, 0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665,
    0xf429_2244, 0x432a_ff97, 0xab94_23a7, 0xfc93_a039, 0x655b_59c3, 0x8f0c_cc92, 0xffef_f47d, 0x8584_5dd1,
    0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1, 0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb, 0xeb86_d391,
  ]
}

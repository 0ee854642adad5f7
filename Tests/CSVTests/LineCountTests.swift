import Testing

@testable import CSV

@Suite("Counting lines")
struct LineCountTests {
  @Test(
    "LF, CRLF and CR count one each at every length",
    arguments: ["\n", "\r\n", "\r", "x\n", "x\r\nyy\r", "abcdefg"])
  func breaks(_ unit: String) {
    for repeats in [0, 1, 2, 15, 16, 31, 33, 100, 9000] {
      let text = String(repeating: unit, count: repeats)
      let bytes = Array(text.utf8) + [10]
      var expected = 0
      for (i, byte) in bytes.dropLast().enumerated() where byte == 10 || (byte == 13 && bytes[i + 1] != 10) {
        expected += 1
      }
      let counted = unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe buffer.baseAddress.map { unsafe LineCount.breaks(in: $0, count: bytes.count - 1) } ?? 0
      }
      #expect(counted == expected)
    }
  }
}

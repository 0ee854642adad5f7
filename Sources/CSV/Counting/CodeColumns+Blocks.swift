extension CodeColumns {
  /// Takes over rows of a block, those that `order` names from `first` on, behind the `filled` rows that are there.
  package func append(
    _ block: borrowing CodeBlock, order: [UInt8], first: Int, rows: Int, behind filled: Int
  ) {
    precondition(filled + rows <= capacity && first + rows <= order.count, "room for the rows")
    precondition(block.columns == count, "a block with as many columns")
    guard count > 0 else { return }
    for tile in stride(from: 0, to: rows, by: 8) {
      // Where there are no eight rows left, the last one stands for those that lack.
      @inline(__always) func row(_ k: Int) -> UnsafePointer<Int16> {
        unsafe block[Int(order[first &+ min(tile &+ k, rows &- 1)])]
      }
      unsafe turn(row(0), row(1), row(2), row(3), row(4), row(5), row(6), row(7), at: filled &+ tile)
    }
  }

  /// Makes columns of eight rows.
  @inline(__always)
  private func turn(
    _ a: UnsafePointer<Int16>, _ b: UnsafePointer<Int16>, _ c: UnsafePointer<Int16>, _ d: UnsafePointer<Int16>,
    _ e: UnsafePointer<Int16>, _ f: UnsafePointer<Int16>, _ g: UnsafePointer<Int16>, _ h: UnsafePointer<Int16>,
    at place: Int
  ) {
    @inline(__always) func load(_ row: UnsafePointer<Int16>, _ column: Int) -> CodeVector {
      unsafe UnsafeRawPointer(row + column).loadUnaligned(as: CodeVector.self)
    }
    @inline(__always) func put(_ codes: SIMD2<Int64>, _ target: UnsafeMutablePointer<Int16>) {
      unsafe UnsafeMutableRawPointer(target).storeBytes(of: codes, as: SIMD2<Int64>.self)
    }
    @inline(__always) func quarter(
      _ a: SIMD4<Int32>, _ b: SIMD4<Int32>, _ c: SIMD4<Int32>, _ d: SIMD4<Int32>,
      into target: UnsafeMutablePointer<Int16>
    ) {
      let (firstLow, firstHigh) = (Interleaving.low(a, b), Interleaving.low(c, d))
      let (lastLow, lastHigh) = (Interleaving.high(a, b), Interleaving.high(c, d))
      unsafe put(Interleaving.low(firstLow, firstHigh), target)
      unsafe put(Interleaving.high(firstLow, firstHigh), target + pitch)
      unsafe put(Interleaving.low(lastLow, lastHigh), target + 2 &* pitch)
      unsafe put(Interleaving.high(lastLow, lastHigh), target + 3 &* pitch)
    }
    var column = 0
    while column < count {
      let target = unsafe self[column] + place
      let (a, b, c, d) = unsafe (load(a, column), load(b, column), load(c, column), load(d, column))
      let (e, f, g, h) = unsafe (load(e, column), load(f, column), load(g, column), load(h, column))
      unsafe quarter(
        Interleaving.low(a, b), Interleaving.low(c, d), Interleaving.low(e, f), Interleaving.low(g, h), into: target)
      unsafe quarter(
        Interleaving.high(a, b), Interleaving.high(c, d), Interleaving.high(e, f), Interleaving.high(g, h),
        into: target + 4 &* pitch)
      column &+= 8
    }
  }
}

/// Lanes of two vectors in turn, read as lanes of twice the width where there are such.
private enum Interleaving {
  @inline(__always)
  static func low(_ a: SIMD8<Int16>, _ b: SIMD8<Int16>) -> SIMD4<Int32> {
    unsafe unsafeBitCast(SIMD8<Int16>(a[0], b[0], a[1], b[1], a[2], b[2], a[3], b[3]), to: SIMD4<Int32>.self)
  }

  @inline(__always)
  static func high(_ a: SIMD8<Int16>, _ b: SIMD8<Int16>) -> SIMD4<Int32> {
    unsafe unsafeBitCast(SIMD8<Int16>(a[4], b[4], a[5], b[5], a[6], b[6], a[7], b[7]), to: SIMD4<Int32>.self)
  }

  @inline(__always)
  static func low(_ a: SIMD4<Int32>, _ b: SIMD4<Int32>) -> SIMD2<Int64> {
    unsafe unsafeBitCast(SIMD4<Int32>(a[0], b[0], a[1], b[1]), to: SIMD2<Int64>.self)
  }

  @inline(__always)
  static func high(_ a: SIMD4<Int32>, _ b: SIMD4<Int32>) -> SIMD2<Int64> {
    unsafe unsafeBitCast(SIMD4<Int32>(a[2], b[2], a[3], b[3]), to: SIMD2<Int64>.self)
  }
  @inline(__always)
  static func low(_ a: SIMD2<Int64>, _ b: SIMD2<Int64>) -> SIMD2<Int64> { SIMD2(a[0], b[0]) }

  @inline(__always)
  static func high(_ a: SIMD2<Int64>, _ b: SIMD2<Int64>) -> SIMD2<Int64> { SIMD2(a[1], b[1]) }
}

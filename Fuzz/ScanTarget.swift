// Compiled into one module with Sources/CSV by Fuzz/run; the fuzzer calls `fuzz` with bytes that it makes up.

/// The first byte chooses encoding and window, the others are the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let options = input.first else { return 0 }
  FuzzCase(options: options, bytes: Array(input.dropFirst())).check()
  return 0
}

/// One file, and what must hold for every file.
struct FuzzCase {
  let options: UInt8
  let bytes: [UInt8]

  private static let encodings: [TextEncoding?] = [
    nil, nil, nil, nil, nil, .utf8, .utf16LittleEndian, .utf16BigEndian, .latin1, .windows1252, .other("CP949"),
    .other("CP932"), .other("GB18030"), .other("UTF-32LE"), .other("ISO-2022-JP"), .other("KOI8-R"),
  ]

  /// A window of few bytes, so that records are cut nearly anywhere.
  private var capacity: Int { 16 + Int(options >> 4) }

  func check() {
    let encoding = FuzzCase.encodings[Int(options & 0xF)]
    do throws(CSVError) {
      let finding = try Sniffer.sniff(.bytes(bytes), declared: Sniffer.Declared(encoding: encoding))
      let file = finding.file
      precondition(file.start <= 3 + 8, "the header begins behind a mark and a line 'sep=;' at most")
      let whole = records(file, capacity: 4 * bytes.count + 64)
      precondition(whole == records(file, capacity: capacity), "a cut changes the records")
      guard let header = whole.records.first else { return }
      checkScan(file, header, whole)
    } catch {
      guard case .noConversion = error else { preconditionFailure("sniffing failed: \(error)") }
    }
  }

  private struct Reading: Equatable {
    var records: [RecordReader.Record] = []
    var error: CSVError?
  }

  private func records(_ file: CSVFile, capacity: Int) -> Reading {
    var reading = Reading()
    do throws(CSVError) {
      var reader = try RecordReader(file, capacity: capacity)
      while let record = try reader.next() { reading.records.append(record) }
    } catch {
      reading.error = error
    }
    return reading
  }

  /// A scanner that moves on codes what it meets as one that reads all at once.
  private func checkMove(
    _ file: CSVFile, from offset: Int, over middle: Int, _ whole: Scan, fields: Int
  ) {
    do throws(CSVError) {
      guard try RecordBoundary.size(of: file) != nil else { return }
      var rows: [[Int16]] = []
      var scanner = try CodeScanner(file, from: offset, columns: columns(fields), capacity: capacity)
      for stop in [middle, .max] {
        _ = try scanner.scan(until: stop) { block in
          for row in 0..<block.rows { rows.append(read(fields).indices.map { block.code($0, row) }) }
        }
        if stop == middle { try scanner.move(to: middle) }
      }
      precondition(rows == whole.rows, "a scanner that moves on reads otherwise")
    } catch {
      preconditionFailure("a scanner that moves on fails: \(error)")
    }
  }

  /// Of each five columns one is read by a function that knows digits, one as text, and three are stepped over.
  private func columns(_ fields: Int) -> [ColumnReading] {
    (0..<fields).map { column in
      column % 5 > 1 ? .skip : column % 5 == 1 ? .interned : .coded { $0.count == 1 ? Int16($0[0]) : -3 }
    }
  }

  private func read(_ fields: Int) -> [Int] { (0..<fields).filter { $0 % 5 < 2 } }

  private struct Scan: Equatable {
    var summary = CodeScanner.Summary()
    var rows: [[Int16]] = []
    var error: CSVError?
  }

  private func scan(_ file: CSVFile, from offset: Int, until stop: Int = .max, fields: Int, capacity: Int) -> Scan {
    var scan = Scan()
    let read = read(fields)
    do throws(CSVError) {
      var scanner = try CodeScanner(file, from: offset, columns: columns(fields), capacity: capacity)
      scan.summary = try scanner.scan(until: stop) { block in
        for row in 0..<block.rows { scan.rows.append(read.indices.map { block.code($0, row) }) }
      }
    } catch {
      scan.error = error
    }
    return scan
  }

  private func checkScan(_ file: CSVFile, _ header: RecordReader.Record, _ reading: Reading) {
    let fields = min(header.fields.count, 64)
    let scan = scan(file, from: header.endOffset, fields: fields, capacity: 4 * bytes.count + 64)
    precondition(
      scan == self.scan(file, from: header.endOffset, fields: fields, capacity: capacity), "a cut changes the codes")
    precondition((scan.error == nil) == (reading.error == nil), "scanner and reader disagree about an error")
    if scan.error != nil { return }
    let text = text(of: file)
    var begun = header.endOffset
    var usable: [RecordReader.Record] = []
    var stray = 0
    for record in reading.records.dropFirst() {
      let isStray = record.hasStrayQuote || swallows(text[begun..<record.endOffset], file, fields: fields)
      begun = record.endOffset
      if isStray { stray += 1 } else if record.fields.count == fields { usable.append(record) }
    }
    precondition(scan.summary.strayQuotes == stray, "scanner and reader disagree about stray quotes")
    // A blank line is no record, unless there is only one column.
    precondition(fields < 2 || scan.rows.count == usable.count, "scanner and reader disagree about records")
    guard fields >= 2 else { return }
    for (row, record) in zip(scan.rows, usable) {
      check(row, record, scan.summary.texts)
    }
    checkStretches(file, header, scan, fields: fields)
  }

  private func text(of file: CSVFile) -> [UInt8] {
    var text: [UInt8] = []
    do throws(CSVError) {
      var source = try TextSource(file)
      while true {
        let more = try source.bytes(atMost: 1 << 16)
        if more.isEmpty { return text }
        text += more
      }
    } catch {
      preconditionFailure("the text cannot be read: \(error)")
    }
  }

  private func swallows(_ record: ArraySlice<UInt8>, _ file: CSVFile, fields: Int) -> Bool {
    let bytes = Array(record.starts(with: [0xEF, 0xBB, 0xBF]) ? record.dropFirst(3) : record)
    return unsafe bytes.withUnsafeBufferPointer {
      unsafe SwallowedLines.areLikely(in: $0, fieldCount: fields, delimiter: file.dialect.delimiter)
    }
  }

  /// Texts are those of the reader without blanks around them and odd bytes in them.
  private func check(_ row: [Int16], _ record: RecordReader.Record, _ texts: [Int: [[UInt8]]]) {
    var slot = 0
    for (column, field) in record.fields.enumerated() where column % 5 < 2 {
      let code = row[slot]
      slot += 1
      guard column % 5 == 1, code >= 0 else { continue }
      precondition(texts[column]?[Int(code)] == cleaned(field), "scanner and reader disagree about a text")
    }
  }

  private func cleaned(_ field: [UInt8]) -> [UInt8] {
    var kept = ArraySlice(CellCleaning.cleaned(field)?.bytes ?? field)
    while let first = kept.first, first == 32 || first == 9 { kept.removeFirst() }
    while let last = kept.last, last == 32 || last == 9 { kept.removeLast() }
    return Array(kept)
  }

  /// Read in two stretches the records are the same.
  private func checkStretches(_ file: CSVFile, _ header: RecordReader.Record, _ whole: Scan, fields: Int) {
    let middle = header.endOffset + (whole.summary.endOffset - header.endOffset) / 2
    let first = scan(file, from: header.endOffset, until: middle, fields: fields, capacity: 4 * bytes.count + 64)
    let second = scan(file, from: first.summary.endOffset, fields: fields, capacity: capacity)
    precondition(first.error == nil && second.error == nil, "a stretch fails where the whole does not")
    precondition(
      first.summary.records + second.summary.records == whole.summary.records, "stretches change the records")
    precondition(first.summary.lines + second.summary.lines == whole.summary.lines, "stretches change the lines")
    checkMove(file, from: header.endOffset, over: first.summary.endOffset, whole, fields: fields)
    // The search has a large buffer of its own, which is slow under the sanitizer.
    guard options >= 0xE0 else { return }
    do throws(CSVError) {
      let guess = try RecordBoundary.guess(in: file, near: middle, fieldCount: fields)
      precondition(guess ?? middle >= middle, "a boundary lies before the place asked for")
    } catch {
      preconditionFailure("no boundary: \(error)")
    }
  }
}

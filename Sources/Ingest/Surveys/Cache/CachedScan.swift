import Audit
import CSV

/// A scan that is spared where an earlier build did the same.
struct CachedScan: Sendable {
  let scan: SurveyScan
  /// Nil where nothing is kept.
  let cache: TallyCache?

  struct Outcome: Sendable {
    /// Nil where the file could not be read to its end.
    var result: ScanResult?
    var diagnostics: [Diagnostic]
    /// What the cache holds of it.
    var entry: Entry?
  }

  struct Entry: Hashable, Sendable {
    /// Its name.
    var key: String
    /// SHA-256 of the survey file; nil where its answers are not the file's own bytes.
    var digest: String?
  }

  func run() async -> Outcome {
    guard let cache, cache.canHelp, let digest = digest(), let key = cache.key(content: digest, of: scan) else {
      let (result, diagnostics) = await scan.run()
      return Outcome(result: result, diagnostics: diagnostics)
    }
    let entry = Entry(key: key, digest: isOfFile ? digest : nil)
    if let kept = cache.entry(key) {
      return Outcome(result: kept.result, diagnostics: kept.diagnostics, entry: entry)
    }
    let (result, diagnostics) = await scan.run()
    // What was counted is what the digest says only if the file is still the same.
    guard let result, cache.keepsCounts, self.digest() == digest else {
      return Outcome(result: result, diagnostics: diagnostics)
    }
    cache.keep(TallyCache.Entry(result: result, diagnostics: diagnostics), as: key)
    return Outcome(result: result, diagnostics: diagnostics, entry: entry)
  }

  private func digest() -> String? {
    switch scan.file.source.origin {
    case .path(let path): InputReader(root: "").input(path)?.sha256
    case .bytes(let bytes): SHA256.hexDigest(of: bytes)
    }
  }

  /// Bytes that were made from a workbook are not the file's own.
  private var isOfFile: Bool {
    switch scan.file.source.origin {
    case .path: true
    case .bytes: false
    }
  }
}

import CCMarkGFM
import Synchronization

/// GitHub's extensions to CommonMark, and the one place where a tree is made.
///
/// While it parses, cmark-gfm 0.29 enters the special characters of its extensions in a table that all parsers of the
/// process share, and takes them out at the end: two parsers at once lose each other's strikethrough and autolinks.
/// The lock makes a text's tree depend on that text alone. Reading and rendering a tree need none.
enum Grammar {
  @unsafe
  struct Parsed: @unchecked Sendable {
    let parser: OpaquePointer
    let tree: OpaquePointer
  }

  /// The names of the extensions, in the order in which they are tried. The tag filter has nothing left to do where
  /// raw HTML is shown as text. Task items are read by `Node.taskMark`: the library's own extension takes `- [ ] a [x]`
  /// for done and does not see a task inside a quote.
  private static let extensions = ["table", "strikethrough", "autolink", "tagfilter"]

  private static let registration = Mutex<Bool>(false)

  /// Parses lines that are within the limits.
  static func parse(_ lines: [SourceLine]) -> Parsed {
    unsafe registration.withLock { isRegistered in
      if !isRegistered {
        cmark_gfm_core_extensions_ensure_registered()
        isRegistered = true
      }
      return unsafe parseAlone(lines)
    }
  }

  private static func parseAlone(_ lines: [SourceLine]) -> Parsed {
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES) else {
      preconditionFailure("cmark could not allocate a parser")
    }
    for name in extensions {
      guard let found = unsafe cmark_find_syntax_extension(name) else {
        preconditionFailure("libcmark-gfm-extensions has no extension '\(name)'")
      }
      unsafe cmark_parser_attach_syntax_extension(parser, found)
    }
    for line in lines {
      var text = line.text + "\n"
      text.withUTF8 { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self) { unsafe cmark_parser_feed(parser, $0.baseAddress, $0.count) }
      }
    }
    guard let tree = unsafe cmark_parser_finish(parser) else {
      preconditionFailure("cmark returned no tree")
    }
    return unsafe Parsed(parser: parser, tree: tree)
  }
}

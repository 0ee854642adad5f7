/// What can be wrong with a theme's templates.
extension Diagnostic {
  /// The tag names nothing that the page's views hold; Mustache would render it as nothing.
  package static func templateUnknownKey(
    _ tag: String, page: String, known: [String], suggestion: String?, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "template/unknown-tag", at: location, "the page '\(page)' has nothing for \(tag)",
      hint: suggestion ?? "known here are \(list(known))")
  }

  package static func templateUnknownPartial(
    _ tag: String, suggestion: String?, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "template/unknown-partial", at: location, "there is no template for \(tag)",
      hint: suggestion ?? "name a template without its extension, such as {{> partials/chart}}")
  }

  package static func templateUnknownBlock(
    _ tag: String, of template: String, known: [String], suggestion: String?, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "template/unknown-block", at: location, "'\(template)' has no block for \(tag)",
      hint: suggestion ?? (known.isEmpty ? "it has no blocks" : "its blocks are \(list(known))"))
  }

  package static func templateTagOutsideBlock(
    _ tag: String, of template: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "template/outside-block", at: location, "\(tag) stands outside the blocks of '\(template)'",
      hint: "only {{$block}}…{{/block}} may stand between {{< \(template)}} and {{/\(template)}}")
  }

  package static func templateTextNotEscaped(
    _ tag: String, name: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "template/not-escaped", at: location, "\(tag) would insert text without escaping it",
      hint: "write {{\(name)}}")
  }

  package static func templateHTMLEscaped(_ tag: String, name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "template/escaped-html", at: location, "\(tag) would show the source of finished HTML",
      hint: "write {{{\(name)}}}")
  }

  package static func templateNotText(_ tag: String, name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "template/not-text", at: location, "\(tag) is not a text",
      hint: name == "." ? "{{.}} stands for a text of a list of texts" : "write {{#\(name)}}…{{/\(name)}}")
  }

  package static func templateTagUnsupported(_ tag: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "template/unsupported", at: location, "\(tag) cannot be checked",
      hint: "computed names, other delimiters, pragmas and unknown transforms are not supported")
  }

  package static func templateTagNotClosed(_ tag: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "template/tag-not-closed", at: location, "'\(tag)' has no closing braces")
  }

  package static func templateSectionNotClosed(_ tag: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "template/section-not-closed", at: location, "\(tag) is never closed")
  }

  /// `open` is the tag that waits for its end, if any.
  package static func templateSectionMismatch(
    _ tag: String, open: String?, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "template/section-mismatch", at: location,
      open.map { "\(tag) does not close \($0)" } ?? "\(tag) closes nothing")
  }

  package static func templateUnreadable(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "template/unreadable", at: location, "this is not a Mustache template",
      hint: "see https://mustache.github.io/mustache.5.html")
  }

  package static func templateNotUTF8(at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "template/not-utf8", at: location, "the template is not UTF-8 text", hint: "save it as UTF-8")
  }

  package static func templateUnknownFile(
    _ path: String, suggestion: String?, at location: SourceLocation
  ) -> Diagnostic {
    let hint =
      path.hasPrefix("playbook/")
      ? "house remedies go to content/playbook"
      : "new files are allowed under partials/ (as NAME.mustache) and assets/, with names of a to z, 0 to 9, '.' and '-'"
    return Diagnostic(
      .error, "template/unknown-file", at: location, "the theme has no file '\(path)'", hint: suggestion ?? hint)
  }

  /// The partial's tags cannot be checked where no page includes it.
  package static func templateUnusedPartial(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "template/unused-partial", at: location, "no page includes '\(name)'",
      hint: "include it with {{> \(name)}} or remove it")
  }

  private static func list(_ names: [String]) -> String {
    var seen: Set<String> = []
    let unique = names.filter { seen.insert($0).inserted }
    let shown = unique.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
    return unique.count > 8 ? "\(shown), …" : shown
  }
}

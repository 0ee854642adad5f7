import Audit
import Mustache
import Theme

/// A page's template and the shape of the view that fills it.
struct PageTemplate: Sendable {
  /// `index` for `index.mustache`.
  let name: String
  let view: ViewShape
}

/// The theme as a project has it: the built-in files, each replaced by the project's where there is one.
struct Templates: Sendable {
  private let library: MustacheLibrary
  /// Files that the site gets as they are, paths as in the theme (`assets/site.css`).
  let assets: [SiteFile]

  private static let suffix = ".mustache"

  /// The templates, ready to render, and what is wrong with them; nothing may be rendered after an error.
  static func load(
    theme: [Theme.File] = Theme.files, overrides: [TemplateFile], pages: [PageTemplate]
  ) -> (templates: Templates, problems: [Diagnostic]) {
    var problems: [Diagnostic] = []
    let files = merge(theme: theme, overrides: overrides, problems: &problems)
    var library = MustacheLibrary()
    var nodes: [String: [TemplateNode]] = [:]
    var texts: [String: String] = [:]
    var assets: [SiteFile] = []
    for (path, bytes) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      guard path.hasSuffix(suffix) else {
        if path.hasPrefix("assets/") { assets.append(SiteFile(path: path, bytes: bytes)) }
        continue
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        problems.append(.templateNotUTF8(at: SourceLocation("templates/\(path)")))
        continue
      }
      texts["templates/\(path)"] = text
      let name = String(path.dropLast(suffix.count))
      let said = TemplateWords.said(text)
      var scanner = TemplateScanner(path: path, text: said)
      nodes[name] = scanner.scan()
      problems += scanner.problems
      guard scanner.problems.isEmpty else { continue }
      do {
        try library.register(said, named: name)
      } catch let error as MustacheTemplate.ParserError {
        let place = SourceLocation(
          "templates/\(path)", line: error.context.lineNumber, column: error.context.columnNumber)
        problems.append(.templateUnreadable(at: place))
      } catch {
        problems.append(.templateUnreadable(at: SourceLocation("templates/\(path)")))
      }
    }
    var check = TemplateCheck(templates: nodes)
    for page in pages { check.check(page: page.name, view: page.view) }
    problems += check.problems
    for file in overrides where file.path.hasPrefix("partials/") {
      let name = String(file.path.dropLast(suffix.count))
      guard nodes[name] != nil, !check.used.contains(name) else { continue }
      problems.append(.templateUnusedPartial(name, at: SourceLocation("templates/\(file.path)")))
    }
    return (Templates(library: library, assets: assets), problems.map { showing($0, in: texts) })
  }

  /// The problem with the line of the template that it points to, the tag underlined.
  private static func showing(_ problem: Diagnostic, in texts: [String: String]) -> Diagnostic {
    guard let location = problem.location, let number = location.line, let column = location.column,
      let text = texts[location.file]
    else { return problem }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(number - 1) else { return problem }
    let tag = lines[number - 1].unicodeScalars.dropFirst(column - 1)
    let braces = tag.firstIndex(of: "}").map { tag[$0...].prefix { $0 == "}" } }
    let length = braces.map { tag.distance(from: tag.startIndex, to: $0.endIndex) } ?? tag.count
    return problem.showing(Excerpt(line: lines[number - 1], column: column, length: length))
  }

  /// The page's HTML.
  func render(_ view: some View, with template: String) -> String {
    library.render(view, withTemplate: template) ?? ""
  }

  /// Built-in files with the project's in their places. A project may add partials and assets, nothing else.
  private static func merge(
    theme: [Theme.File], overrides: [TemplateFile], problems: inout [Diagnostic]
  ) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for file in theme where !isForOthers(file.path) { files[file.path] = file.bytes }
    let known = files.keys.sorted()
    for file in overrides where !isForOthers(file.path) {
      guard files[file.path] != nil || mayBeAdded(file.path) else {
        let place = SourceLocation("templates/\(file.path)")
        problems.append(
          .templateUnknownFile(file.path, suggestion: Suggestion.didYouMean(file.path, in: known), at: place))
        continue
      }
      files[file.path] = file.bytes
    }
    return files
  }

  /// What other stages read: built-in entries of the playbook, and the messages of any language.
  private static func isForOthers(_ path: String) -> Bool {
    path.hasSuffix(".swift") || (path.hasPrefix("messages/") && path.hasSuffix(".yml"))
      || (path.hasPrefix("playbook/") && Theme.file(at: path) != nil)
  }

  private static func mayBeAdded(_ path: String) -> Bool {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    guard names.count > 1, names.allSatisfy(isPortable) else { return false }
    return names[0] == "assets" || (names[0] == "partials" && path.hasSuffix(suffix))
  }

  /// `[a-z0-9.-]+`, as every name in a site; no hidden files.
  private static func isPortable(_ name: Substring) -> Bool {
    name.first != "." && !name.isEmpty
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "."), UInt8(ascii: "-"): true
        default: false
        }
      }
  }
}

import Audit
import CommonMark

/// Reads an entry of the playbook: what it is for, and its numbered steps.
enum RemedyReader {
  /// The rules that a remedy can be for.
  static let rules = Finding.Kind.allCases.map(\.rawValue)

  /// `file` is relative to the playbook's folder. Nil when there is no step in it.
  static func read(
    _ source: SourceText, file: String, isProjects: Bool
  ) -> (value: Remedy?, diagnostics: [Diagnostic]) {
    let matter = FrontMatter(source)
    var diagnostics = matter.diagnostics
    var remedy = Remedy(file: file, title: "", text: matter.body, steps: [], isProjects: isProjects)
    if let yaml = matter.yaml {
      let (_, problems) = MappingReader.read(yaml, as: "the front matter of a remedy") { fill(&remedy, from: &$0) }
      diagnostics += problems
    }
    do throws(ParsingLimit) {
      let document = try Document(parsing: matter.body.text, firstLine: matter.body.firstLine)
      let blocks = document.blocks
      remedy.steps = steps(blocks)
      if remedy.title.isEmpty { remedy.title = title(blocks) ?? file }
    } catch {
      diagnostics.append(
        .yamlSyntax(error.summary, at: source.place(of: TextSpan(line: error.line, column: error.column))))
    }
    guard !remedy.steps.isEmpty else {
      if diagnostics.isEmpty { diagnostics.append(.remedyWithoutSteps(at: Place(file: source.file))) }
      return (nil, diagnostics)
    }
    return (remedy, diagnostics)
  }

  private static func fill(_ remedy: inout Remedy, from reader: inout MappingReader) {
    remedy.title = reader.string("title") ?? ""
    _ = reader.mapping("for") { child in
      remedy.rule = child.name("rule", among: rules)
      remedy.dimension = child.string("dimension")
      remedy.cause = child.enumeration("cause")
    }
    remedy.owner = reader.string("owner")
    if let effort = reader.scalar("effort") {
      remedy.effort = CorrectionKeys.effort(effort.text)
      if remedy.effort == nil {
        reader.report(.correctionEffort(effort.text, at: reader.source.place(of: effort.span)))
      }
    }
    remedy.measure = reader.string("measure")
    remedy.expect = reader.string("expect")
    remedy.source = reader.string("source")
  }

  /// The items of the first numbered list, each on one line.
  private static func steps(_ blocks: [Block]) -> [String] {
    guard let list = blocks.topLevel.first(where: { blocks[$0].kind == .list(ordered: true) }) else { return [] }
    return blocks.children(of: list).map { item in
      blocks[item].plainText.split(whereSeparator: \.isNewline).joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  private static func title(_ blocks: [Block]) -> String? {
    for block in blocks {
      if case .heading = block.kind { return block.plainText }
    }
    return nil
  }
}

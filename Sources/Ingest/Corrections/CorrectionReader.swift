import Audit
import CommonMark

/// What was read from a plan's file.
struct CorrectionReading {
  /// Nil where the front matter cannot be read at all.
  var correction: Correction?
  var diagnostics: [Diagnostic]
}

/// Reads correction plans: front matter, and the boxes of their steps.
enum CorrectionReader {
  /// `slug` names the plan, also for those that come after it.
  static func read(_ source: SourceText, slug: String) -> CorrectionReading {
    let matter = FrontMatter(source)
    guard matter.diagnostics.isEmpty else { return CorrectionReading(correction: nil, diagnostics: matter.diagnostics) }
    // A file without a front matter lacks what every plan has; the reader of an empty one says so.
    let yaml = matter.yaml ?? SourceText("", file: source.file)
    var plan = Correction(slug: slug, file: source.file, title: "", status: .planned, body: matter.body)
    let (status, problems) = MappingReader.read(yaml, as: "the front matter of a correction") { reader in
      let keys = CorrectionKeys(slug: slug)
      keys.read(&reader, into: &plan)
      return reader.place(ofKey: reader.has("status") ? "status" : "corrects")
    }
    guard let status else { return CorrectionReading(correction: nil, diagnostics: problems) }
    var diagnostics = problems
    do throws(ParsingLimit) {
      let steps = CorrectionSteps(try Document(parsing: plan.body.text, firstLine: plan.body.firstLine), in: source)
      (plan.steps, plan.milestones) = (steps.steps, steps.milestones)
      if plan.title.isEmpty { plan.title = steps.heading ?? "" }
      diagnostics += steps.diagnostics + check(plan, steps, at: status) + late(plan, in: source)
    } catch {
      diagnostics.append(.textLimit(error, in: source))
    }
    if plan.title.isEmpty { plan.title = ContentNames.title(ofFile: source.file) }
    return CorrectionReading(correction: plan, diagnostics: diagnostics)
  }

  /// Steps and milestones that are due after the plan is.
  private static func late(_ plan: Correction, in source: SourceText) -> [Diagnostic] {
    guard let due = plan.due else { return [] }
    let milestones = plan.milestones.filter { due < $0.due }.map { ($0.title, $0.due, $0.line) }
    let titles = milestones.map(\.0)
    let steps = plan.steps.compactMap { step -> (String, Day, Int)? in
      guard let own = step.due, due < own, let line = step.line else { return nil }
      return step.milestone.map(titles.contains) == true ? nil : (step.text, own, line)
    }
    return (milestones + steps).map { name, day, line in
      .correctionStepAfterDue(name, day, due: due, at: source.place(of: TextSpan(line: line, column: 1)))
    }
  }

  /// Whether steps and status agree.
  private static func check(_ plan: Correction, _ steps: CorrectionSteps, at status: Place) -> [Diagnostic] {
    let open = plan.steps.count { !$0.done }
    if plan.steps.isEmpty, plan.status != .accepted {
      return [.correctionNoSteps(numbered: steps.hasUnboxedList, at: status)]
    }
    if plan.status == .done, open > 0 { return [.correctionOpenSteps(open, of: plan.steps.count, at: status)] }
    if plan.status == .planned, open == 0 { return [.correctionAllDone(plan.steps.count, at: status)] }
    return []
  }
}

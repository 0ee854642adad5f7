import ArgumentParser
import Audit

/// The forms in which diagnostics can be given.
enum DiagnosticsFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, github, gitlab, sarif, junit

  func text(of diagnostics: [Diagnostic], in project: ProjectPrefix, colour: Bool) -> String {
    switch self {
    case .text: TextDiagnostics.text(of: diagnostics, in: project, colour: colour)
    case .json: JSONDiagnostics.text(of: diagnostics)
    case .github: GitHubDiagnostics.text(of: diagnostics, in: project)
    case .gitlab: GitLabDiagnostics.text(of: diagnostics, in: project)
    case .sarif: SARIFDiagnostics.text(of: diagnostics, in: project)
    case .junit: JUnitDiagnostics.text(of: diagnostics, in: project)
    }
  }
}

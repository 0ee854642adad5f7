import Audit

/// A failure that is already a diagnostic.
struct DiagnosedError: Error, Hashable {
  let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}

import Audit

/// What the stages found, and whether to go on.
struct StageLog {
  /// An error stands in the log.
  struct Stopped: Error {}

  /// Warnings are errors.
  let isStrict: Bool
  private(set) var diagnostics = DiagnosticLog()

  init(isStrict: Bool) {
    self.isStrict = isStrict
  }

  /// What a stage made, if neither an error nor, when strict, a warning stands against it.
  mutating func keep<Value>(_ value: Value?, _ found: [Diagnostic]) throws(Stopped) -> Value {
    add(found)
    guard !diagnostics.hasErrors, let value else { throw Stopped() }
    return value
  }

  /// Notes a problem that ends the command.
  mutating func stopped(by problem: Diagnostic) -> Stopped {
    add([problem])
    return Stopped()
  }

  /// Notes what does not stop the command.
  mutating func note(_ found: Diagnostic) {
    add([found])
  }

  private mutating func add(_ found: [Diagnostic]) {
    diagnostics.add(contentsOf: found.map { isStrict && $0.severity == .warning ? $0.asError : $0 })
  }
}

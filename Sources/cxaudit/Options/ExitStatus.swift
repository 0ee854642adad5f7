/// What the command tells the shell; the form of the output never changes it.
enum ExitStatus: Int32 {
  case fine = 0
  /// Errors in the inputs or the output.
  case problems = 1
  /// Options or arguments that make no sense.
  case usage = 2
  /// A bug of ours (`EX_SOFTWARE`).
  case bug = 70
}

import ArgumentParser
import Dispatch
import Foundation

/// Runs the command line and turns what it throws into the exit codes of the manual.
@main
enum Entry {
  /// Waits for the command on the main thread. An asynchronous `main` would end that thread instead, and for that the
  /// unwinder of a static binary first sorts all it knows of the program: 40 ms of a processor for nothing.
  static func main() {
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      await run()
      done.signal()
    }
    done.wait()
  }

  private static func run() async {
    if let name = CommandLine.arguments.dropFirst().first, let message = CXAudit.unknownCommand(name) {
      Console.error(message)
      exit(ExitStatus.usage.rawValue)
    }
    do {
      var command = try CXAudit.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      leave(with: error)
    }
  }

  /// Help and the version go to standard output; wrong usage exits with 2, where ArgumentParser itself has 64.
  private static func leave(with error: any Error) -> Never {
    switch CXAudit.exitCode(for: error) {
    case .success:
      CXAudit.exit(withError: error)
    case .validationFailure:
      Console.error(CXAudit.fullMessage(for: error) + "\n")
      exit(ExitStatus.usage.rawValue)
    case _:
      Console.error("cxaudit: this should not happen, please report it: \(error)\n")
      exit(ExitStatus.bug.rawValue)
    }
  }
}

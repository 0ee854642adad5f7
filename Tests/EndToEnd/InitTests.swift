import Foundation
import TestSupport
import Testing
import Yams

@Suite struct ANewProject {
  @Test func buildsAtOnceWithoutAWarning() throws {
    let folder = try Project.initial()
    let run = try Command.run(["build", "--strict"], in: folder)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(folder.exists("site/index.html"))
    #expect(folder.exists("site/deficiencies/gap.branch.responsiveness.html"))
  }

  @Test func isCheckedWithoutAWarning() throws {
    let run = try Command.run(["check", "--strict"], in: Project.initial())
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test func hidesWhatIsMadeFromVersionControl() throws {
    let folder = try Project.initial()
    _ = try Command.run(["build"], in: folder)
    let run = try Command.bash("git init -q && git status --porcelain --untracked-files=all", in: folder)
    #expect(run.status == 0)
    #expect(!run.output.contains("site/"))
    #expect(run.output.contains("content/index.md"))
  }

  @Test func neverOverwritesAFileAndNamesIt() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "a/content/index.md")
    let run = try Command.run(["init", "a"], in: folder)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(
      run.errors == """
        error: nothing was written, because this is there already: a/content/index.md [init/files-exist]
           = help: move it away or name another folder

        """)
    #expect(try folder.names() == ["a/", "a/content/", "a/content/index.md"])
    #expect(try folder.read("a/content/index.md") == "mine")
  }

  @Test func listsWhatItWroteAndSaysWhatIsNext() throws {
    let folder = try TemporaryFolder()
    let run = try Command.run(["init", "my-audit"], in: folder)
    #expect(run.output.hasPrefix("my-audit/cxaudit.yml\n"))
    #expect(run.output.hasSuffix("\n\nNext: cd my-audit && cxaudit build\n"))
    let listed = run.output.split(separator: "\n").filter { $0.hasPrefix("my-audit/") }.map(String.init)
    #expect(
      try folder.names().filter { !$0.hasSuffix("/") } == listed.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }
}

/// The publishing workflows, run as their hosts run them: every script step in order, in a clean folder.
@Suite struct Workflows {
  static let files = [".github/workflows/audit.yml", ".gitlab-ci.yml"]

  /// The steps of a workflow that are scripts.
  private func steps(of file: String, in folder: TemporaryFolder) throws -> [String] {
    let workflow = try #require(try Yams.compose(yaml: folder.read(file)))
    if let script = workflow["pages"]?["script"]?.array() { return script.compactMap(\.string) }
    let jobs = try #require(workflow["jobs"]?.mapping)
    return jobs.values.flatMap { $0["steps"]?.array() ?? [] }.compactMap { $0["run"]?.string }
  }

  @Test(arguments: files)
  func publishWithTheCommandOnThePath(_ file: String) throws {
    let folder = try Project.initial()
    let bin = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      at: bin.url.appending(path: "cxaudit"), withDestinationURL: Command.binary)
    let steps = try steps(of: file, in: folder)
    #expect(steps.count == 2)
    for step in steps {
      let run = try Command.bash(step, in: folder, environment: ["PATH": "\(bin.path("")):/usr/bin:/bin"])
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(folder.exists("public/index.html"))
  }

  @Test(arguments: files)
  func buildTheCommandFromItsSource(_ file: String) throws {
    let folder = try Project.initial()
    let source = try TemporaryFolder()
    try source.write(
      "release:\n\tmkdir -p dist && cp \"\(Command.binary.path(percentEncoded: false))\" dist/cxaudit\n", to: "Makefile"
    )
    let commit = """
      git init -q && git add . && git -c user.name=Test -c user.email=test@example.com commit -qm Source
      """
    #expect(try Command.bash(commit, in: source).status == 0)
    for step in try steps(of: file, in: folder) {
      let run = try Command.bash(
        step, in: folder, environment: ["PATH": "/usr/bin:/bin", "CXAUDIT_SOURCE": "file://\(source.path(""))"])
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(folder.exists("public/index.html"))
  }

  @Test(arguments: files)
  func sayWhatIsMissing(_ file: String) throws {
    let folder = try Project.initial()
    let step = try #require(try steps(of: file, in: folder).first)
    let run = try Command.bash(step, in: folder, environment: ["PATH": "/usr/bin:/bin", "CXAUDIT_SOURCE": ""])
    #expect(run.status == 1)
    #expect(run.errors.contains("error: cxaudit is not on the path and the variable CXAUDIT_SOURCE is empty"))
  }
}

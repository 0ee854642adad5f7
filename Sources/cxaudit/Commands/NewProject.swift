/// The files of a new project. Their texts lie in the folder NewProject as the files they are and are embedded in the binary.
enum NewProject {
  struct File {
    /// Relative to the new project.
    let path: String
    let bytes: [UInt8]
  }

  /// In the order in which somebody would read them.
  static var files: [File] {
    [
      File(path: "cxaudit.yml", bytes: PackageResources.cxaudit_yml),
      File(path: "content/index.md", bytes: PackageResources.index_md),
      File(path: "content/surveys/customers-2026-q1.csv", bytes: PackageResources.customers_csv),
      File(path: "content/surveys/customers-2026-q1.yml", bytes: PackageResources.customers_yml),
      File(path: "content/notes/branch/main-street.md", bytes: PackageResources.main_street_md),
      File(path: "content/corrections/host-at-the-door.md", bytes: PackageResources.host_at_the_door_md),
      File(path: ".gitignore", bytes: PackageResources.gitignore),
      File(path: ".github/workflows/audit.yml", bytes: PackageResources.github_yml),
      File(path: ".gitlab-ci.yml", bytes: PackageResources.gitlab_yml),
    ]
  }
}

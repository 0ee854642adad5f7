import Foundation
import PackagePlugin

/// Embeds the theme's files in the binary: every file of the target's folder but Swift sources and hidden files.
///
/// The folder is walked at each build, and every file is an input of the command, so that a changed, new or removed
/// template builds the theme again.
@main
struct EmbedTheme: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL
    let paths = try themeFiles(in: folder)
    let output = context.pluginWorkDirectoryURL.appending(path: "ThemeFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(paths.count) theme files",
        executable: try context.tool(named: "EmbedThemeTool").url,
        arguments: [folder.path(), output.path()] + paths,
        inputFiles: paths.map { folder.appending(path: $0) },
        outputFiles: [output])
    ]
  }

  /// Paths below the folder with `/` between names, in the order of their bytes.
  private func themeFiles(in folder: URL) throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
    return names.filter { name in
      guard !name.hasSuffix(".swift"), !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else {
        return false
      }
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder.appending(path: name).path(), isDirectory: &isFolder)
      return !isFolder.boolValue
    }
    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

import CommonMark
import Foundation
import Testing

@Suite struct RealNotesTests {
  /// Real notes that lie beside a checkout where the data of the project are kept.
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/data/notes/18f-foia").standardized

  private static let files: [URL] = {
    let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (found ?? []).filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
  }()

  @Test func realNotesAreRenderedWithoutLoss() throws {
    guard !Self.files.isEmpty else {
      print("skipped: no notes in \(Self.folder.path)")
      return
    }
    #expect(Self.files.count == 4)
    for file in Self.files {
      let source = try String(contentsOf: file, encoding: .utf8)
      let document = try Document(parsing: source)
      let rendering = document.html()
      let shown = counts(of: words(in: rendering.html))
      for (word, count) in counts(of: words(in: withoutNumbering(source))) {
        #expect(shown[word, default: 0] >= count, "'\(word)' of \(file.lastPathComponent)")
      }
      for remark in rendering.remarks {
        guard case .externalImage = remark else {
          Issue.record("\(remark) in \(file.lastPathComponent)")
          continue
        }
      }
      #expect(!rendering.html.contains("style=") && !rendering.html.contains("align="))
    }
  }

  private func words(in text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private func counts(of words: [String]) -> [String: Int] {
    Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// The numbers of list items become markup.
  private func withoutNumbering(_ source: String) -> String {
    source.split(separator: "\n").map { line in
      let text = line.drop { $0 == " " }
      let digits = text.prefix(while: \.isNumber)
      return !digits.isEmpty && text.dropFirst(digits.count).hasPrefix(". ")
        ? String(text.dropFirst(digits.count)) : String(line)
    }.joined(separator: "\n")
  }
}

import Audit
import CommonMark

/// Names that are made from the names of files.
enum ContentNames {
  /// A page's name for each file, `[a-z0-9-]+`: the file's own name; where several have one, the folder before it; where
  /// that does not tell them apart, a number behind, in the order of the files.
  ///
  /// `files` are relative paths in byte order; the result has their order. Points are kept where they are asked for, as in
  /// the names of plans, which are ids of deficiencies.
  static func slugs(of files: [String], keepsPoints: Bool = false) -> [String] {
    let own = files.map { slug($0, folders: 0, keepsPoints) }
    var counts: [String: Int] = [:]
    for name in own { counts[name, default: 0] += 1 }
    var taken: Set<String> = []
    return zip(files, own).map { file, name in
      let wanted = counts[name] == 1 ? name : slug(file, folders: 1, keepsPoints)
      var unique = wanted
      var number = 2
      while !taken.insert(unique).inserted || (unique != name && counts[unique] == 1) {
        unique = "\(wanted)-\(number)"
        number += 1
      }
      return unique
    }
  }

  /// A title for a file without one: `main-street.md` is "Main street".
  static func title(ofFile file: String) -> String {
    let words = stem(file).split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// A file's own name without its extension in lower case letters a–z, digits and single hyphens; may be empty.
  static func plainStem(ofFile file: String) -> String { Anchors.plainName(of: stem(file)) }

  private static func slug(_ file: String, folders: Int, _ keepsPoints: Bool) -> String {
    let folder = file.split(separator: "/").dropLast().suffix(folders)
    let parts = folder.map(String.init) + [stem(file)]
    let whole = parts.joined(separator: "-")
    let name =
      keepsPoints
      ? whole.split(separator: ".").map { Anchors.plainName(of: String($0)) }.filter { !$0.isEmpty }
        .joined(separator: ".")
      : Anchors.plainName(of: whole)
    return name.isEmpty ? String(SHA256.hexDigest(of: Array(file.utf8)).prefix(8)) : name
  }

  private static func stem(_ file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
  }
}

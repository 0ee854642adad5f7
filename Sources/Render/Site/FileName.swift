import Audit

/// Names of written files: `[a-z0-9.-]+`.
package enum FileName {
  /// Lower case, everything else a hyphen; eight hex digits of the name's SHA-256 where nothing is left.
  package static func portable(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", ".": result.unicodeScalars.append(scalar)
      case "A"..."Z": result += String(scalar).lowercased()
      default: if result.last != "-", !result.isEmpty { result += "-" }
      }
    }
    while result.last == "-" || result.last == "." { result.removeLast() }
    while result.first == "." { result.removeFirst() }
    return result.isEmpty ? String(SHA256.hexDigest(of: Array(name.utf8)).prefix(8)) : result
  }
}

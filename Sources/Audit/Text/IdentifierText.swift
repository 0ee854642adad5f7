/// What an id is called where nobody gave it a name.
package enum IdentifierText {
  /// `mobile-app` is "Mobile app": hyphens and underscores become spaces, the first letter a capital.
  package static func name(of id: String) -> String {
    let spaced = String(id.map { $0 == "-" || $0 == "_" ? " " : $0 })
    return spaced.prefix(1).uppercased() + spaced.dropFirst()
  }
}

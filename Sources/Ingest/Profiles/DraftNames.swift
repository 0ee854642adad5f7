import Audit

/// Ids for a draft: readable, well formed, each once.
struct DraftNames {
  private var taken: Set<String>

  /// `reserved` are the ids that the project has already.
  init(reserved: [String]) {
    taken = Set(reserved + Identifiers.reserved)
  }

  /// `name`, or it with the first number that makes it new.
  mutating func claim(_ name: String) -> String {
    var found = name.isEmpty ? "item" : name
    var number = 2
    while !taken.insert(found).inserted {
      found = "\(name.isEmpty ? "item" : name)-\(number)"
      number += 1
    }
    return found
  }

  func isFree(_ name: String) -> Bool { !taken.contains(name) }

  mutating func reserve(_ name: String) { taken.insert(name) }

  private static let fillers: Set<String> = [
    "the", "a", "an", "of", "to", "and", "or", "is", "are", "was", "were", "do", "does", "did", "you", "your", "our",
    "how",
    "what", "which", "with", "in", "on", "for", "about", "most", "please", "following", "have", "has", "been", "would",
    "that",
    "this", "it", "we", "i", "my", "der", "die", "das", "und", "oder", "sie", "wie", "mit", "für", "von", "den", "im",
    "in",
    "werden", "folgenden", "le", "la", "les", "de", "des", "et", "vous", "votre", "el", "los", "las", "su",
  ]

  /// The first words that say something, in lower case with hyphens, at most 40 letters.
  static func slug(_ text: String, words count: Int) -> String {
    let words = HeaderWords.words(of: text)
    let telling = words.filter { !fillers.contains($0) }
    var slug = ""
    for word in (telling.isEmpty ? words : telling).prefix(count) {
      let longer = slug.isEmpty ? word : "\(slug)-\(word)"
      if longer.count > 40, !slug.isEmpty { break }
      slug = longer
    }
    // Lower case may leave marks that stand beside a letter and are none.
    return String(slug.prefix(40).filter { Identifiers.isWellFormed(String($0)) })
  }
}

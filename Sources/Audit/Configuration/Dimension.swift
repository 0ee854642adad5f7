/// A dimension of service quality.
package struct Dimension: Hashable, Sendable {
  package var id: String
  package var name: String

  package init(id: String, name: String? = nil) {
    self.id = id
    self.name = name ?? IdentifierText.name(of: id)
  }

  /// The five of SERVQUAL (Parasuraman, Zeithaml & Berry 1988).
  package static let servqual = [
    Dimension(id: "tangibles"), Dimension(id: "reliability"), Dimension(id: "responsiveness"),
    Dimension(id: "assurance"), Dimension(id: "empathy"),
  ]

  /// Where nobody gave it a name of its own, one of the five is called as the site's language calls it.
  package mutating func nameInLanguage() {
    guard name == IdentifierText.name(of: id) else { return }
    switch id {
    case "tangibles": name = say("Tangibles")
    case "reliability": name = say("Reliability")
    case "responsiveness": name = say("Responsiveness")
    case "assurance": name = say("Assurance")
    case "empathy": name = say("Empathy")
    default: break
    }
  }
}

/// A service standard that checklists in notes are held against.
package struct Standard: Hashable, Sendable {
  package var id: String
  package var text: String
  package var touchpoint: String?
  package var dimension: String?
  /// Required share of occasions on which it is met, 0…1.
  package var target: Double

  package init(id: String, text: String, touchpoint: String?, dimension: String?, target: Double) {
    self.id = id
    self.text = text
    self.touchpoint = touchpoint
    self.dimension = dimension
    self.target = target
  }
}

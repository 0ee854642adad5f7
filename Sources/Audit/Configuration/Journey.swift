/// The customer's way through the company: phases in order, touchpoints in order.
package struct Journey: Hashable, Sendable {
  package var phases: [Phase]

  package init(phases: [Phase] = []) {
    self.phases = phases
  }

  package var touchpoints: [Touchpoint] { phases.flatMap(\.touchpoints) }

  /// The declared phases, and one of the touchpoints that only surveys and notes name.
  package func adding(_ others: [Touchpoint]) -> Journey {
    guard !others.isEmpty else { return self }
    let name = phases.isEmpty ? say("Touchpoints") : say("Other touchpoints")
    return Journey(phases: phases + [Phase(name: name, touchpoints: others)])
  }
}

/// A stretch of the journey, such as *before buying*.
package struct Phase: Hashable, Sendable {
  package var name: String
  package var touchpoints: [Touchpoint]

  package init(name: String, touchpoints: [Touchpoint]) {
    self.name = name
    self.touchpoints = touchpoints
  }
}

/// A place or channel where customers meet the company.
package struct Touchpoint: Hashable, Sendable {
  package var id: String
  package var name: String
  package var owner: String?
  /// Share of all customers who pass it, 0…1, as declared; nil when nobody declared it.
  package var volume: Double?

  package init(id: String, name: String? = nil, owner: String? = nil, volume: Double? = nil) {
    self.id = id
    self.name = name ?? IdentifierText.name(of: id)
    self.owner = owner
    self.volume = volume
  }
}

/// One trouble, or one strength, as auditors saw it: alerts with one id, or with one cell and title.
package struct ObservationGroup: Sendable {
  package struct Sighting: Sendable {
    package var note: Note
    package var observation: Observation

    package var cell: Cell {
      Cell(
        touchpoint: observation.touchpoint ?? note.touchpoint, dimension: observation.dimension ?? note.dimension)
    }
  }

  package var kind: Observation.Kind
  /// The alert's own id, if any of them has one.
  package var declaredID: String?
  /// In the order of notes and lines; never empty.
  package var sightings: [Sighting]

  init(_ first: Sighting) {
    kind = first.observation.kind
    declaredID = first.observation.id
    sightings = [first]
  }

  package var cell: Cell { sightings.lazy.map(\.cell).first { $0 != Cell() } ?? Cell() }

  /// The gravest word that an auditor gave; nil when none did.
  package var declaredClass: FindingClass? {
    sightings.compactMap(\.observation.severity).filter { $0 != .strength }.min()
  }

  /// An alert without a word is minor: somebody thought it worth an alert, nobody called it grave.
  package var findingClass: FindingClass {
    switch kind {
    case .deficiency: declaredClass ?? .minor
    case .strength: .strength
    }
  }

  /// The words of the gravest sighting, the first of them where several are as grave.
  package var title: String {
    let gravest = sightings.first { $0.observation.severity == declaredClass } ?? sightings.first
    return gravest?.observation.title ?? ""
  }

  package var cause: Cause? { sightings.lazy.compactMap(\.observation.cause).first }

  /// The notes that tell of it, each once.
  package var notes: [Note] {
    var notes: [Note] = []
    for sighting in sightings where notes.last?.file != sighting.note.file { notes.append(sighting.note) }
    return notes
  }

  /// All groups of `notes`, by their first alert.
  package static func gather(_ notes: [Note]) -> [ObservationGroup] {
    struct Key: Hashable {
      var kind: Observation.Kind
      var cell: Cell
      var title: String
    }
    struct DeclaredKey: Hashable {
      var kind: Observation.Kind
      var id: String
    }
    var groups: [ObservationGroup] = []
    var byTitle: [Key: Int] = [:]
    var byID: [DeclaredKey: Int] = [:]
    for note in notes {
      for observation in note.observations {
        let sighting = Sighting(note: note, observation: observation)
        let key = Key(kind: observation.kind, cell: sighting.cell, title: observation.title)
        let declared = observation.id.map { DeclaredKey(kind: observation.kind, id: $0) }
        // A title leads to a group unless both have ids of their own, which then differ.
        let sameTitle = byTitle[key].flatMap {
          declared == nil || groups[$0].declaredID == nil ? $0 : nil
        }
        let position = declared.flatMap { byID[$0] } ?? sameTitle ?? groups.count
        if position == groups.count {
          groups.append(ObservationGroup(sighting))
        } else {
          groups[position].sightings.append(sighting)
          groups[position].declaredID = groups[position].declaredID ?? observation.id
        }
        if byTitle[key] == nil { byTitle[key] = position }
        if let declared { byID[declared] = position }
      }
    }
    return groups
  }
}

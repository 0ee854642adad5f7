import Audit

/// Names observations: the auditor's own id, else `note.NOTE-SLUG.TITLE-SLUG`.
enum ObservationIDs {
  /// Ids are unique; where two notes would make one id, the later gets `-2`, `-3`, and declared ids are given first.
  static func assign(
    _ groups: [ObservationGroup], taken: Set<String>
  ) -> [(id: String, group: ObservationGroup)] {
    // A deficiency that declares a gap's id is going to join it, so that id is no collision.
    var used = taken
    var ids = [String?](repeating: nil, count: groups.count)
    for (index, group) in groups.enumerated() {
      guard let declared = group.declaredID else { continue }
      let joins = taken.contains(declared) && group.kind == .deficiency
      ids[index] = joins ? declared : unique(declared, &used)
    }
    return groups.enumerated().map { index, group in
      let note = group.sightings.first?.note.slug ?? ""
      return (ids[index] ?? unique("note.\(note).\(Slug.of(group.title))", &used), group)
    }
  }

  private static func unique(_ wanted: String, _ used: inout Set<String>) -> String {
    var candidate = wanted
    var number = 2
    while !used.insert(candidate).inserted {
      candidate = "\(wanted)-\(number)"
      number += 1
    }
    return candidate
  }
}

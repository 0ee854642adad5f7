/// A page of the site.
enum Page: Hashable, Sendable {
  case index, journey, register, corrections, priorities, units, waves, method, notes, scorecards, print
  case touchpoint(String)
  case dimension(String)
  case deficiency(String)
  case segment(String)
  case note(String)

  /// Folder and the name that its file should have; the sitemap makes the name portable and unique.
  var place: (folder: String, name: String) {
    switch self {
    case .index: ("", "index")
    case .journey: ("", "journey")
    case .priorities: ("", "priorities")
    case .units: ("", "units")
    case .print: ("", "print")
    case .waves: ("", "waves")
    case .method: ("", "method")
    case .register: ("deficiencies/", "index")
    case .corrections: ("corrections/", "index")
    case .notes: ("notes/", "index")
    case .scorecards: ("", "scorecards")
    case .touchpoint(let id): ("touchpoints/", id)
    case .dimension(let id): ("dimensions/", id)
    case .deficiency(let id): ("deficiencies/", id)
    case .segment(let id): ("segments/", id)
    case .note(let slug): ("notes/", slug)
    }
  }
}

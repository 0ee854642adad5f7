import Audit

/// Where in the journey an item belongs, or which side of service it is about.
extension CodebookGuesser {
  mutating func assignCells() {
    if assignServqual() { return }
    let grids = gridNames()
    let located = located()
    var touchpoints: [Int] = []
    var sides: [Int] = []
    var blocksNamed: [Int] = []
    for index in draft.items.indices {
      let item = draft.items[index]
      if located.contains(item.perception), let place = TouchpointWords.touchpoint(of: item.wording) {
        draft.items[index].touchpoint = place
        touchpoints.append(item.perception)
      } else if let side = ServiceWords.dimension(of: item.wording) {
        draft.items[index].dimension = side
        sides.append(item.perception)
      } else if let name = blockName(of: item, grids) {
        draft.items[index].dimension = name
        blocksNamed.append(item.perception)
      } else {
        draft.items[index].dimension = Self.everything
      }
    }
    if !touchpoints.isEmpty {
      say(.items, about: touchpoints, "Touchpoints of \(names(touchpoints)) are read from their words.")
    }
    if !sides.isEmpty {
      say(.items, about: sides, "Dimensions of \(names(sides)) are read from their words.")
    }
    if !blocksNamed.isEmpty {
      let found = draft.items.filter { blocksNamed.contains($0.perception) }.compactMap(\.dimension)
      let ordered = found.enumerated().filter { !found.prefix($0.offset).contains($0.element) }.map {
        "'\($0.element)'"
      }
      say(
        .items, about: blocksNamed,
        "Questions asked together share a dimension named after them: \(WordList.text(Array(ordered.prefix(8)))).")
    }
    let rest = draft.items.filter { $0.dimension == Self.everything }.map(\.perception)
    if !rest.isEmpty {
      say(
        .items, about: rest,
        "Nothing says what \(names(rest)) \(rest.count == 1 ? "is" : "are") about: "
          + "all under '\(Self.everything)' until each has its dimension or touchpoint.")
    }
  }

  /// Items whose words may name a touchpoint: where at least half of those asked together do.
  private func located() -> Set<Int> {
    var found: Set<Int> = []
    for block in Set(draft.items.map { columns[$0.perception].block }) {
      let items = draft.items.filter { columns[$0.perception].block == block }
      let named = items.filter { TouchpointWords.touchpoint(of: $0.wording) != nil }
      if named.count * 2 >= items.count { found.formUnion(items.map(\.perception)) }
    }
    return found
  }

  /// The dimension of items that nothing is known about.
  static let everything = "service"

  /// 22 pairs in the order of the instrument: 4, 5, 4, 4 and 5 questions (Parasuraman, Zeithaml & Berry 1988).
  private mutating func assignServqual() -> Bool {
    let paired = draft.items.indices.filter { draft.items[$0].expectation != nil }
    guard paired.count == 22, draft.items.count == 22 else { return false }
    let sizes = [("tangibles", 4), ("reliability", 5), ("responsiveness", 4), ("assurance", 4), ("empathy", 5)]
    var next = 0
    for (name, size) in sizes {
      for index in next..<(next + size) { draft.items[index].dimension = name }
      next += size
    }
    say(
      .items, about: draft.items.map(\.perception),
      "22 pairs are taken for SERVQUAL in its own order: 4 on tangibles, 5 on reliability, 4 on responsiveness, 4 on "
        + "assurance, 5 on empathy.")
    return true
  }

  /// A short id for each question that stands over a grid.
  private func gridNames() -> [String: String] {
    var names: [String: String] = [:]
    for item in draft.items {
      let column = columns[item.perception]
      guard let grid = Grid(column.wording) ?? Grid(column.header), names[grid.question] == nil else { continue }
      names[grid.question] = DraftNames.slug(grid.question, words: 4)
    }
    return names
  }

  private func blockName(of item: CodebookDraft.ItemDraft, _ grids: [String: String]) -> String? {
    let column = columns[item.perception]
    if let grid = Grid(column.wording) ?? Grid(column.header) {
      return grids[grid.question].flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let block = column.block, blocks[block].columns.count >= 2 else { return nil }
    let stem = blocks[block].stem.split(separator: "#").first.map(String.init) ?? ""
    let name = DraftNames.slug(stem, words: 3)
    // `perf` only tells one side of a pair from the other.
    let isPair = item.expectation != nil || item.importance != nil
    if isPair, PairRole.allCases.contains(where: { $0.words.contains(name) }) { return nil }
    return name.filter(\.isLetter).count >= 3 && name != "que" && name != "item" ? name : nil
  }
}

/// Words that name a place in the customer's journey.
enum TouchpointWords {
  private static let places: [(id: String, words: [String])] = [
    ("booking", ["booking", "buchung", "reservation", "reservierung", "réservation", "reserva"]),
    ("check-in", ["checkin", "check in", "check-in"]), ("checkout", ["checkout", "check out", "check-out", "kasse"]),
    ("boarding", ["boarding"]), ("gate", ["gate"]), ("baggage", ["baggage", "luggage", "gepäck"]),
    ("departure", ["departure", "abflug"]), ("arrival", ["arrival", "ankunft"]),
    (
      "cabin",
      ["cabin", "inflight", "in-flight", "on-board", "on board", "onboard", "seat", "seats", "leg room", "legroom"]
    ),
    ("meal", ["meal", "meals", "food", "catering", "essen"]), ("crew", ["crew", "flight attendants"]),
    ("website", ["website", "web site", "webseite", "homepage", "site web", "sitio web"]),
    ("app", ["app", "mobile app"]),
    ("phone", ["phone", "telephone", "call", "call centre", "call center", "hotline", "telefon"]),
    ("branch", ["branch", "filiale"]), ("store", ["store", "shop", "laden"]),
    ("reception", ["reception", "front desk", "rezeption"]),
    ("delivery", ["delivery", "lieferung", "livraison", "entrega"]),
    ("billing", ["billing", "invoice", "rechnung", "facture", "factura"]), ("installation", ["installation"]),
    ("support", ["support", "help desk", "helpdesk", "customer service", "kundendienst"]),
    ("training", ["training", "schulung"]),
    ("parking", ["parking", "parkplatz"]), ("room", ["room", "zimmer"]), ("restaurant", ["restaurant"]),
    ("doctor", ["doctor", "physician", "arzt"]), ("admission", ["admission"]),
  ]

  /// Nil where no word names one.
  static func touchpoint(of wording: String) -> String? {
    let words = HeaderWords.words(of: wording)
    let text = " " + words.joined(separator: " ") + " "
    return places.first { place in
      place.words.contains { text.contains(" " + $0.map { $0 == "-" ? " " : String($0) }.joined() + " ") }
    }?.id
  }
}

/// Words that name one of the five sides of service quality.
enum ServiceWords {
  private static let sides: [(id: String, words: [String])] = [
    (
      "reliability",
      [
        "on time", "punctual", "reliable", "reliability", "as promised", "accurate", "dependable", "resolved",
        "correct", "pünktlich", "zuverlässig",
      ]
    ),
    (
      "responsiveness",
      ["waiting", "wait", "prompt", "quick", "speed", "fast", "response time", "willing", "wartezeit", "schnell"]
    ),
    (
      "assurance",
      [
        "knowledge", "trust", "safe", "safety", "security", "competen", "confidence", "polite", "courte", "privacy",
        "kompeten", "sicher", "höflich",
      ]
    ),
    (
      "empathy",
      [
        "understand", "individual attention", "personal attention", "caring", "listen", "friendl", "opening hours",
        "attention to", "freundlich", "verständnis",
      ]
    ),
    (
      "tangibles",
      [
        "clean", "facilit", "equipment", "comfort", "appearance", "modern", "décor", "decor", "furniture", "sauber",
        "ausstattung",
      ]
    ),
  ]

  /// Nil where no word does.
  static func dimension(of wording: String) -> String? {
    let text = " " + HeaderWords.words(of: wording).joined(separator: " ")
    return sides.first { side in side.words.contains { text.contains(" " + $0) } }?.id
  }
}

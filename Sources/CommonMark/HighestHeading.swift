extension Document {
  /// The smallest level of its headings, 1 to 6; 1 without headings.
  package var highestHeading: Int {
    var level: Int?
    for node in root.subtree where node.kind == .heading { level = min(level ?? 6, node.headingLevel) }
    return level ?? 1
  }
}

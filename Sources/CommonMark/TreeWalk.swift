/// Visits a node and everything below it, each node twice: on the way down and on the way up.
///
/// Trees are as deep as their text pleases, so nothing here recurses.
struct TreeWalk: Sequence, IteratorProtocol {
  enum Visit {
    case enter(Node)
    case leave(Node)
  }

  private let root: Node
  private var upcoming: Visit?

  init(_ root: Node) {
    self.root = root
    upcoming = .enter(root)
  }

  mutating func next() -> Visit? {
    let current = upcoming
    switch current {
    case .enter(let node): upcoming = node.firstChild.map(Visit.enter) ?? .leave(node)
    case .leave(let node): upcoming = node == root ? nil : afterwards(node)
    case nil: return nil
    }
    return current
  }

  /// Goes on behind the node that was entered last, without visiting what is below it.
  mutating func skip(_ node: Node) {
    upcoming = node == root ? nil : afterwards(node)
  }

  private func afterwards(_ node: Node) -> Visit? {
    node.next.map(Visit.enter) ?? node.parent.map(Visit.leave)
  }
}

extension Node {
  /// The node and everything below it, in the order of the text.
  var subtree: some Sequence<Node> {
    TreeWalk(self).lazy.compactMap { visit in
      if case .enter(let node) = visit { node } else { nil }
    }
  }
}

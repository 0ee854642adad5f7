/// What a survey of staff is about where it is not about customers: an item that customers were asked, too, is what staff
/// believe of them; any other is about their own work.
extension SurveyDefinition {
  /// Sets of which no item is among `customerItems` and whose items have an expectation, a standard or a zone: the service
  /// that departments give each other.
  package func internalSets(customerItems: Set<String>) -> [ItemSet] {
    ownSets(customerItems).filter { ItemTarget(of: $0.items.map { items[$0] }) != .satisfied }
  }

  /// The other sets of which no item is among `customerItems`: how staff feel about their work.
  package func engagementSets(customerItems: Set<String>) -> [ItemSet] {
    ownSets(customerItems).filter { ItemTarget(of: $0.items.map { items[$0] }) == .satisfied }
  }

  private func ownSets(_ customerItems: Set<String>) -> [ItemSet] {
    findingSets.filter { set in !set.items.contains { customerItems.contains(items[$0].id) } }
  }
}

extension [MeasuredSurvey] {
  /// Ids of all items that customers were ever asked.
  package var customerItems: Set<String> {
    Set(filter { $0.respondents == .customers }.flatMap(\.waves).flatMap(\.definition.items).map(\.id))
  }
}

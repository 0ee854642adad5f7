/// How the population is spread over the values of a segment, as far as it is known: what answers are weighted to.
package struct RakeTarget: Hashable, Sendable {
  package struct Share: Hashable, Sendable {
    package var value: String
    /// Of the population, 0…1.
    package var share: Double

    package init(value: String, share: Double) {
      self.value = value
      self.share = share
    }
  }

  /// Index into the definition's segments.
  package var segment: Int
  /// In the order written.
  package var shares: [Share]

  package init(segment: Int, shares: [Share]) {
    self.segment = segment
    self.shares = shares
  }
}

extension RakeTarget: Codable {}
extension RakeTarget.Share: Codable {}

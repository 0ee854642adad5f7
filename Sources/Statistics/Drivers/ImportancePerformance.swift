/// Attributes by importance and performance, told apart by a cross through both.
///
/// Source: methodology 3.1; Martilla & James 1977 (J. Marketing 41(1), 77–79), who note that where the cross stands is a
/// judgement. Small moves across it change the quadrant, so each attribute has its distance I − P beside it (Bacon 2003,
/// IJMR 45(1), 55–71) and the share of jackknife replicates with the same quadrant.
///
/// Edges: without attributes there is no cross (`no_data`); without replicates no stability (`no_data`).
public struct ImportancePerformance: Sendable, Equatable {
  /// What to do with an attribute.
  public enum Quadrant: String, Sendable, CaseIterable {
    /// Important and performed below the cross.
    case concentrateHere = "concentrate-here"
    /// Important and performed well.
    case keepUp = "keep-up"
    /// Neither.
    case lowPriority = "low-priority"
    /// Performed well and of little importance.
    case possibleOverkill = "possible-overkill"
  }

  /// Where the cross stands.
  public enum Cross: Sendable, Equatable {
    /// At the mean of the attributes on either axis.
    case means
    /// At their median on either axis.
    case medians
    /// At given values, as the middle of a scale.
    case fixed(importance: Double, performance: Double)
  }

  /// Importance and performance of all attributes, in one order; finite.
  public struct Ratings: Sendable, Equatable {
    /// The importance of each attribute.
    public let importance: [Double]
    /// The performance of each attribute.
    public let performance: [Double]

    /// As many of one as of the other.
    public init(importance: [Double], performance: [Double]) {
      precondition(importance.count == performance.count, "importance and performance of every attribute")
      precondition((importance + performance).allSatisfy(\.isFinite), "finite ratings")
      (self.importance, self.performance) = (importance, performance)
    }
  }

  /// One attribute.
  public struct Attribute: Sendable, Equatable {
    /// What to do with it.
    public let quadrant: Quadrant
    /// I − P: above 0 it matters more than it delivers.
    public let distance: Double
    /// The share of replicates that put it into the same quadrant, 0 to 1.
    public let stability: Estimate
    /// Whether fewer replicates agree than the limit; nil without replicates.
    public let isBorderline: Bool?
  }

  /// Where the cross stands on the axis of importance.
  public let importanceCross: Estimate
  /// Where the cross stands on the axis of performance.
  public let performanceCross: Estimate
  /// One entry an attribute, in the given order.
  public let attributes: [Attribute]

  /// - Parameters:
  ///   - ratings: Of all rows.
  ///   - replicates: The same without each jackknife group that has rows.
  ///   - cross: Where it stands; each replicate has its own where it is computed.
  ///   - stableFrom: The share of replicates from which a quadrant is not borderline.
  public init(_ ratings: Ratings, replicates: [Ratings] = [], cross: Cross = .means, stableFrom: Double = 0.8) {
    precondition(replicates.allSatisfy { $0.importance.count == ratings.importance.count }, "the same attributes")
    let centre = ratings.centre(cross)
    importanceCross = centre.map { .value($0.importance) } ?? .unavailable(.noData)
    performanceCross = centre.map { .value($0.performance) } ?? .unavailable(.noData)
    let quadrants = ratings.quadrants(cross)
    let others = replicates.map { $0.quadrants(cross) }
    attributes = quadrants.enumerated().map { index, quadrant in
      let same = others.count { $0[index] == quadrant }
      let stability = others.isEmpty ? Estimate.unavailable(.noData) : .value(Double(same) / Double(others.count))
      return Attribute(
        quadrant: quadrant, distance: ratings.importance[index] - ratings.performance[index], stability: stability,
        isBorderline: stability.value.map { $0 < stableFrom })
    }
  }
}

extension ImportancePerformance.Ratings {
  /// Nil without attributes.
  fileprivate func centre(_ cross: ImportancePerformance.Cross) -> (importance: Double, performance: Double)? {
    guard !importance.isEmpty else { return nil }
    return switch cross {
    case .means: (meanAscending(importance), meanAscending(performance))
    case .medians: (Self.median(importance), Self.median(performance))
    case .fixed(let importance, let performance): (importance, performance)
    }
  }

  fileprivate func quadrants(_ cross: ImportancePerformance.Cross) -> [ImportancePerformance.Quadrant] {
    guard let centre = centre(cross) else { return [] }
    return zip(importance, performance).map { important, performed in
      switch (Self.reaches(important, centre.importance), Self.reaches(performed, centre.performance)) {
      case (true, false): .concentrateHere
      case (true, true): .keepUp
      case (false, false): .lowPriority
      case (false, true): .possibleOverkill
      }
    }
  }

  /// Whether a rating is at or above the cross; the rounding of a mean decides nothing.
  private static func reaches(_ rating: Double, _ cross: Double) -> Bool {
    rating >= cross - 1e-12 * max(abs(rating), abs(cross))
  }

  private static func median(_ numbers: [Double]) -> Double {
    let (sorted, middle) = (numbers.sorted(), numbers.count / 2)
    return numbers.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

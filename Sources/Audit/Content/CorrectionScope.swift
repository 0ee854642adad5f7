/// Where a correction is made, or what it is compared with.
///
/// Units and segments divide the customers, so a plan names one of the two; touchpoints divide what they are asked about.
package struct CorrectionScope: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case unit, touchpoint, segment
  }

  /// Some, by name, or all that the correction does not touch.
  package enum Members: Hashable, Sendable {
    case named([Correction.Reference])
    case others
  }

  /// By kind, in the order in which they are written; never empty.
  package var parts: [Part]

  package init(parts: [Part]) {
    self.parts = parts
  }

  package struct Part: Hashable, Sendable {
    package var kind: Kind
    package var members: Members
    /// Of the key, for diagnostics.
    package var location: SourceLocation

    package init(kind: Kind, members: Members, location: SourceLocation) {
      self.kind = kind
      self.members = members
      self.location = location
    }

    /// Empty for `others`.
    package var names: [Correction.Reference] {
      switch members {
      case .named(let names): names
      case .others: []
      }
    }
  }

  package func part(_ kind: Kind) -> Part? { parts.first { $0.kind == kind } }
}

extension Correction {
  /// What `affects` says of one kind: `unit.B003` is the unit `B003`.
  package func affected(_ kind: CorrectionScope.Kind) -> [String] {
    let prefix = kind.rawValue + "."
    return affects.filter { $0.id.hasPrefix(prefix) }.map { String($0.id.dropFirst(prefix.count)) }
  }
}

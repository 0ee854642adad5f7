import Audit

/// What a chart says about a value: by a shape, a word and a colour together, never by colour alone.
enum Mark: Hashable, Sendable, CaseIterable {
  case critical, major, minor, observation, watch, good, plain

  init(_ findingClass: FindingClass) {
    switch findingClass {
    case .critical: self = .critical
    case .major: self = .major
    case .minor: self = .minor
    case .observation: self = .observation
    case .watch: self = .watch
    case .strength: self = .good
    }
  }

  /// Colours the elements of a drawing; `site.css` holds the colours.
  var cssClass: String {
    switch self {
    case .critical: "k-critical"
    case .major: "k-major"
    case .minor: "k-minor"
    case .observation: "k-observation"
    case .watch: "k-watch"
    case .good: "k-good"
    case .plain: "k-plain"
    }
  }

  var word: String {
    switch self {
    case .critical: say("critical")
    case .major: say("major")
    case .minor: say("minor")
    case .observation: say("observation")
    case .watch: say("watch", as: "mark")
    case .good: say("good", as: "mark")
    case .plain: ""
    }
  }

  /// Outline of the shape in a square of 12 by 12, as SVG path data; nil where nothing is said.
  var outline: String? {
    switch self {
    case .critical: "M6 0.8 11.6 11H0.4z"
    case .major: "M6 0.4 11.6 6 6 11.6 0.4 6z"
    case .minor: "M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z"
    case .observation: "M1.5 1.5h9v9h-9zM3.4 3.4v5.2h5.2V3.4z"
    case .watch: "M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10zM6 3.2a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 1 1 0-5.6z"
    case .good: "M0.9 6.6 2.6 4.9 4.8 7.1 9.6 1.9 11.2 3.5 4.8 10.4z"
    case .plain: nil
    }
  }

  /// The shape as an inline picture for running HTML. The word beside it speaks; the shape is hidden from readers aloud.
  var picture: HTML {
    guard let outline else { return HTML("") }
    return HTML(
      #"<svg class="mark \#(cssClass)" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">"#
        + #"<path fill-rule="evenodd" d="\#(outline)"/></svg>"#)
  }
}

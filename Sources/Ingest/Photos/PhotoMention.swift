import Audit
import CommonMark

/// An image of a note, which is a photo if all that it needs is there.
struct PhotoMention: Sendable {
  /// As written.
  var address: String
  /// From the project's folder.
  var path: String
  var caption: String
  /// What the image's title or else the front matter says; nil where neither does.
  var people: PhotoPeople?
  /// The line of the observation's alert that the image stands in.
  var alert: Int?
  var place: Place

  /// All images of a note that name a file, in the order of the text, and what their titles say wrongly.
  static func all(
    in document: borrowing Document, of note: Note, _ source: SourceText
  ) -> (mentions: [PhotoMention], diagnostics: [Diagnostic]) {
    let lines = Set(note.observations.map(\.line))
    let alerts = document.blocks.filter(\.isAlert).filter { lines.contains($0.line) }
    var mentions: [PhotoMention] = []
    var diagnostics: [Diagnostic] = []
    for link in document.links where link.kind == .image {
      guard case .relative(let path, _, _) = link.destination else { continue }
      let length = max(1, link.address.unicodeScalars.count)
      let place = source.place(of: TextSpan(line: link.line, column: link.column, length: length))
      var people = note.people
      if let said = PhotoTitle.people(link.title) {
        people = PhotoPeople(rawValue: said)
        if people == nil {
          let choices = PhotoPeople.allCases.map(\.rawValue)
          diagnostics.append(.noteNotOneOf("people", value: said, choices: choices, at: place))
          continue
        }
      }
      mentions.append(
        PhotoMention(
          address: link.address, path: RelativePath.resolved(path, from: source.file),
          caption: link.text.trimmed, people: people,
          alert: alerts.first { $0.line <= link.line && link.line <= $0.endLine }?.line, place: place))
    }
    return (mentions, diagnostics)
  }
}

extension Block {
  fileprivate var isAlert: Bool {
    if case .alert = kind { true } else { false }
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    let words = drop(while: \.isWhitespace)
    return String(words.reversed().drop(while: \.isWhitespace).reversed())
  }
}

/// Whether a photo shows people, as its auditor says.
package enum PhotoPeople: String, CaseIterable, Hashable, Sendable {
  case nobody = "none"
  /// Nobody can be recognised.
  case masked
  /// Everybody who can be recognised agreed to be published.
  case consented
}

/// A photo as a note shows it.
package struct NotePhoto: Hashable, Sendable {
  /// File, relative to the project.
  package var path: String
  package var caption: String
  package var people: PhotoPeople
  package var line: Int
  /// The line of the alert that it stands in; nil for one that belongs to the note as a whole.
  package var alert: Int?

  package init(path: String, caption: String, people: PhotoPeople, line: Int, alert: Int? = nil) {
    self.path = path
    self.caption = caption
    self.people = people
    self.line = line
    self.alert = alert
  }
}

/// A picture file that is published, without all that is not the picture.
package struct Photo: Hashable, Sendable {
  /// File, relative to the project.
  package var path: String
  /// File, relative to the site: `photos/3f1c09a4be21-waiting-line.jpg`.
  package var address: String
  /// In pixels, upright.
  package var width: Int
  package var height: Int
  package var bytes: [UInt8]

  package init(path: String, address: String, width: Int, height: Int, bytes: [UInt8]) {
    self.path = path
    self.address = address
    self.width = width
    self.height = height
    self.bytes = bytes
  }
}

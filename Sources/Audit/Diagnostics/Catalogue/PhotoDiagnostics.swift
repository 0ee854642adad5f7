/// What can be wrong with a photo beside a note. `address` is the picture's, as the note writes it.
extension Diagnostic {
  package static func photoWithoutPeople(_ address: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "photo/people", at: place,
      "the photo '\(address)' is not published: nothing says whether people are in it",
      hint: "write people: none, masked or consented into the note's front matter, or behind this address: "
        + "(\(address) \"people: none\")")
  }

  package static func photoTwoAnswers(_ address: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "photo/two-answers", at: place,
      "the note shows the photo '\(address)' twice and says two things of the people in it", hint: "keep one of the two"
    )
  }

  package static func photoWithoutCaption(_ address: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "photo/caption", at: place, "the photo '\(address)' is not published: it has no caption",
      hint: "say between the brackets what it shows: ![Nobody at the counter](\(address))")
  }

  package static func photoMissing(_ address: String, suggestion: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "photo/no-file", at: place, "there is no photo '\(address)'; its caption stands in its place",
      hint: suggestion ?? "write its path as seen from the note's folder; capitals make a difference")
  }

  package static func photoOutside(_ address: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "photo/outside", at: place,
      "the photo '\(address)' is not published: it is hidden or lies outside of the project",
      hint: "copy it into the note's folder")
  }

  package static func photoOtherFormat(_ address: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "photo/format", at: place,
      "'\(address)' is not published: whatever its name, it is no JPEG, PNG or WebP", hint: "save it as JPEG")
  }

  /// `limit` in words, such as "larger than 16 MiB".
  package static func photoLimit(_ address: String, _ limit: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "photo/limit", at: place, "the photo '\(address)' is \(limit)",
      hint: "scale it to \(photoSide) pixels on its longer side")
  }

  /// `reason` in words, such as "the file ends before the picture does".
  package static func photoDamaged(_ address: String, _ reason: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "photo/damaged", at: place, "the photo '\(address)' cannot be published: \(reason)",
      hint: "open it in a program for pictures and save it anew as JPEG")
  }

  package static func photoHeavy(
    _ address: String, width: Int, height: Int, bytes: Int, at place: Place
  ) -> Diagnostic {
    let mebibytes = FigureText.fixed(Double(bytes) / 1_048_576, decimals: 1)
    return Diagnostic(
      .warning, "photo/heavy", at: place,
      "the photo '\(address)' has \(width) × \(height) pixels and \(mebibytes) MiB; it is published as it is",
      hint: "save it anew as a JPEG for screens (RGB), which is made smaller here")
  }

  /// More pixels than this no page shows, on the longer side.
  package static let photoSide = 2400
}

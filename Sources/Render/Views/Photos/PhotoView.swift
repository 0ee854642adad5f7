import Audit
import CommonMark

/// A photo beside what it shows, with the note that it comes from.
struct PhotoView: View {
  var src: String
  var width: String
  var height: String
  var caption: String
  var remark: String
  var source: String
  var href: String?

  static let fields: [Field<PhotoView>] = [
    .text("src", \.src), .text("width", \.width), .text("height", \.height), .text("caption", \.caption),
    .text("remark", \.remark), .text("source", \.source), .text("href", \.href),
  ]

  init(_ shown: NotePhoto, _ photo: Photo, of note: Note, on page: Page, _ context: SiteContext) {
    src = RelativePath.to(photo.address, from: context.sitemap.path(of: page) ?? "")
    width = String(photo.width)
    height = String(photo.height)
    caption = shown.caption
    remark = PhotoWords.remark(shown.people)
    source = note.title
    href = context.sitemap.link(from: page, to: .note(note.slug))
  }

  /// Photos of the notes that a finding was seen in, each once, beside those that `observations` show already.
  ///
  /// A photo inside an alert belongs to that alert alone.
  static func all(
    _ finding: Finding, beside observations: [QuoteView], on page: Page, _ context: SiteContext
  ) -> [PhotoView] {
    let sightings = finding.evidence.filter { $0.kind == .note && $0.value == nil }
    var views: [PhotoView] = []
    for file in sightings.map(\.source) {
      guard let note = context.note(atFile: file) else { continue }
      for shown in note.photos where shown.alert == nil {
        guard let photo = context.photo(shown) else { continue }
        let view = PhotoView(shown, photo, of: note, on: page, context)
        let isShown = observations.contains { $0.text.text.contains(photo.address) }
        if !isShown, !views.contains(where: { $0.src == view.src }) { views.append(view) }
      }
    }
    return views
  }
}

enum PhotoWords {
  /// What is said of the people in a photo; empty where there are none.
  static func remark(_ people: PhotoPeople) -> String {
    switch people {
    case .nobody: ""
    case .masked: say("Faces are masked.")
    case .consented: say("Shown with the consent of those in it.")
    }
  }
}

/// The picture files of the site.
enum Photographs {
  /// Each once: two files with the same bytes and name are one.
  static func files(_ project: Project) -> [SiteFile] {
    var seen: Set<String> = []
    return project.photos.filter { seen.insert($0.address).inserted }
      .map { SiteFile(path: $0.address, bytes: $0.bytes) }
  }
}

import Audit
import CommonMark
import Pictures

/// Reads the pictures that notes show: each file once, cleaned of all that is not the picture.
///
/// A photo is published only where the note gives it a caption and says whether people are in it.
struct PhotosReader {
  struct Reading {
    /// The notes with the photos that are published.
    var notes: [Note] = []
    /// In byte order of their paths.
    var photos: [Photo] = []
    var diagnostics: [Diagnostic] = []
  }

  let input: InputReader
  let walk: ProjectWalk
  let jobs: Int
  /// Files of the project that a wrong path may have meant.
  let candidates: [String]

  static let largest = 16 << 20
  static let mostPixels = 64_000_000
  /// What is larger is made smaller where that can be done.
  private static let limit = CleanPicture.Limit(side: Diagnostic.photoSide, bytes: 1 << 20)

  func read(_ readings: [NoteReading]) async -> Reading {
    var result = Reading()
    var wanted: [String: PhotoMention] = [:]
    var notes: [(note: Note, mentions: [PhotoMention])] = []
    for reading in readings {
      guard let note = reading.note else { continue }
      var mentions: [PhotoMention] = []
      for mention in Self.answered(reading.photos) {
        if let problem = obstacle(mention, after: mentions, in: note) {
          result.diagnostics.append(problem)
        } else {
          mentions.append(mention)
          if wanted[mention.path] == nil { wanted[mention.path] = mention }
        }
      }
      notes.append((note, mentions))
    }
    let files = wanted.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for outcome in await mapInOrder(files, jobs: jobs, { self.photo($0) }) {
      result.photos += [outcome.photo].compactMap(\.self)
      result.diagnostics += [outcome.problem].compactMap(\.self)
    }
    let published = Set(result.photos.map(\.path))
    result.notes = notes.map { entry in
      var note = entry.note
      note.photos = entry.mentions.filter { published.contains($0.path) }.compactMap(\.photo)
      return note
    }
    return result
  }

  /// What is said of a picture once holds wherever the note shows it.
  private static func answered(_ mentions: [PhotoMention]) -> [PhotoMention] {
    var answers: [String: PhotoPeople] = [:]
    for mention in mentions where answers[mention.path] == nil { answers[mention.path] = mention.people }
    return mentions.map { mention in
      var mention = mention
      mention.people = mention.people ?? answers[mention.path]
      return mention
    }
  }

  /// Why an image is not published, as far as the note and the folder tell.
  private func obstacle(_ mention: PhotoMention, after earlier: [PhotoMention], in note: Note) -> Diagnostic? {
    let (address, place) = (mention.address, mention.place)
    guard walk.leadsInside(mention.path) else { return .photoOutside(address, at: place) }
    guard walk.hasFile(mention.path) else {
      let names = candidates.map { RelativePath.to($0, from: note.file) }
      return .photoMissing(address, suggestion: Suggestion.didYouMean(address, in: names), at: place)
    }
    guard !mention.caption.isEmpty else { return .photoWithoutCaption(address, at: place) }
    guard let people = mention.people else { return .photoWithoutPeople(address, at: place) }
    let isContradicted = earlier.contains { $0.path == mention.path && $0.people != people }
    return isContradicted ? .photoTwoAnswers(address, at: place) : nil
  }

  private func photo(_ mention: PhotoMention) -> (photo: Photo?, problem: Diagnostic?) {
    let (address, place) = (mention.address, mention.place)
    if let size = walk.size(of: mention.path), size > Self.largest {
      return (nil, .photoLimit(address, "larger than 16 MiB", at: place))
    }
    switch input.bytes(of: mention.path) {
    case .failure(let problem): return (nil, problem.diagnostic)
    case .success(let bytes):
      do throws(PictureProblem) {
        let whole = try CleanPicture(cleaning: bytes)
        guard whole.width <= Self.mostPixels / whole.height else {
          return (nil, .photoLimit(address, "of more than 64 million pixels", at: place))
        }
        let picture = whole.smaller(than: Self.limit)
        return (
          Photo(picture, of: mention.path),
          picture.fits(Self.limit)
            ? nil
            : .photoHeavy(
              address, width: picture.width, height: picture.height, bytes: picture.bytes.count, at: place)
        )
      } catch {
        return (nil, error.diagnostic(of: address, at: place))
      }
    }
  }
}

extension PhotoMention {
  /// Nil where nothing says whether people are in it.
  fileprivate var photo: NotePhoto? {
    people.map {
      NotePhoto(path: path, caption: caption, people: $0, line: place.location.line ?? 1, alert: alert)
    }
  }
}

extension Photo {
  /// Named after what is in it, so that no two pictures meet in one name.
  fileprivate init(_ picture: CleanPicture, of path: String) {
    let name = ContentNames.plainStem(ofFile: path).prefix(60)
    let digest = SHA256.hexDigest(of: picture.bytes).prefix(12)
    let stem = name.isEmpty ? String(digest) : "\(digest)-\(name)"
    self.init(
      path: path, address: "photos/\(stem).\(picture.format.fileExtension)", width: picture.width,
      height: picture.height, bytes: picture.bytes)
  }
}

extension PictureProblem {
  fileprivate func diagnostic(of address: String, at place: Place) -> Diagnostic {
    switch self {
    case .otherFormat: .photoOtherFormat(address, at: place)
    case .cutOff: .photoDamaged(address, "the file ends before the picture does", at: place)
    case .damaged(let reason), .notShown(let reason): .photoDamaged(address, reason, at: place)
    }
  }
}

/// A picture without anything but the picture: no place, day, camera, name, preview or text is left in its bytes.
package struct CleanPicture: Sendable, Hashable {
  package let format: PictureFormat
  /// In pixels, as it is shown: a picture that is stored lying has its sides exchanged.
  package let width: Int
  package let height: Int
  package let bytes: [UInt8]

  /// Copies what the pixels and their colours need, in the file's own coding, and leaves everything else out.
  ///
  /// The way up is kept: where a picture has to be turned, a new EXIF block says so and nothing else.
  /// Whatever stands behind the picture's end is left out too. Any bytes are taken; what is no sound picture throws.
  package init(cleaning bytes: [UInt8]) throws(PictureProblem) {
    guard let format = PictureFormat(of: bytes) else { throw .otherFormat }
    let stored: StoredPicture =
      switch format {
      case .jpeg: try JPEGCleaning.clean(bytes)
      case .png: try PNGCleaning.clean(bytes)
      case .webp: try WebPCleaning.clean(bytes)
      }
    self.format = format
    width = stored.orientation.isLying ? stored.height : stored.width
    height = stored.orientation.isLying ? stored.width : stored.height
    self.bytes = stored.bytes
  }
}

/// What the formats hand back: sides as they are stored.
struct StoredPicture {
  var width: Int
  var height: Int
  var orientation: Orientation
  var bytes: [UInt8]
}

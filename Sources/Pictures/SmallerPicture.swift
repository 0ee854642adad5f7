extension CleanPicture {
  /// How large a photo may be before it is made smaller.
  package struct Limit: Sendable {
    /// Pixels of the longer side.
    package var side: Int
    package var bytes: Int

    package init(side: Int, bytes: Int) { (self.side, self.bytes) = (side, bytes) }
  }

  /// Within a limit.
  package func fits(_ limit: Limit) -> Bool { max(width, height) <= limit.side && bytes.count <= limit.bytes }

  /// The quality at which photos are written anew: what is lost cannot be seen at the size of a page.
  private static let quality = 85

  /// The photo on fewer pixels and in fewer bytes: in whole eighths of its sides, as many as the limit lets through, with its
  /// way up and the meaning of its colours.
  ///
  /// Only JPEGs are made smaller. The same picture comes back where it is within the limit, of another format, in the inks
  /// of printers, damaged in its pixels, beyond what eighths can do, or larger when written anew. The result may still be
  /// above the limit's bytes, never above its side.
  package func smaller(than limit: Limit) -> CleanPicture {
    guard format == .jpeg, !fits(limit), let decoder = JPEGDecoder(bytes), decoder.isForScreens else { return self }
    let longer = max(decoder.width, decoder.height)
    let fitting = (1...8).last { JPEGDecoder.scaled(longer, $0) <= limit.side }
    guard let eighths = fitting, let pixels = decoder.pixels(eighths: eighths),
      let written = pixels.jpeg(decoder.resampling, quality: Self.quality),
      let picture = try? CleanPicture(cleaning: JPEGCleaning.clothed(written, as: bytes)),
      picture.bytes.count < bytes.count
    else { return self }
    return picture
  }
}

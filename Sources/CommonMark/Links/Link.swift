/// A link or an image of a document, before anything is decided about it.
package struct Link: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case link
    case image
  }

  package let kind: Kind
  /// The address as written, with backslashes and entities resolved.
  package let address: String
  package let destination: Destination
  /// The words of the link, or what stands in for the image.
  package let text: String
  /// What stands in quotation marks behind the address; empty where nothing does.
  package let title: String
  /// The line of the file where the address stands, or where the link does if its address stands elsewhere; 1-based.
  package let line: Int
  /// The column there, 1-based, in Unicode scalars.
  package let column: Int
}

/// What becomes of a link or an image in a page.
package enum LinkTarget: Sendable, Hashable {
  /// The address as written.
  case asWritten
  /// Another address.
  case address(String)
  /// A picture of the site's own, with its caption; for an image only.
  case picture(Picture)
  /// No link: its words, or an image's, stand alone and are marked as such.
  case missing
}

/// What a page needs to show a picture of its site.
package struct Picture: Sendable, Hashable {
  package var address: String
  /// In pixels, upright.
  package var width: Int
  package var height: Int
  /// A sentence that stands behind the caption; empty for none.
  package var remark: String
  /// What is shown while somebody points at it; empty for nothing.
  package var title: String

  package init(address: String, width: Int, height: Int, remark: String = "", title: String = "") {
    self.address = address
    self.width = width
    self.height = height
    self.remark = remark
    self.title = title
  }
}

/// The pages that exist and their files. A page exists only where it has something to say.
struct Sitemap: Sendable {
  private let paths: [Page: String]
  /// In the order in which they were asked for.
  let pages: [Page]

  /// Gives each page a file of its own: the fixed pages theirs, then others by their ids' bytes, so that a name does not
  /// depend on the order of the input.
  init(_ pages: [Page]) {
    self.pages = pages
    let fixed: Set<Page> = [
      .index, .journey, .register, .corrections, .priorities, .units, .waves, .method, .notes, .scorecards,
      .print,
    ]
    let free = pages.filter { !fixed.contains($0) }.sorted {
      $0.place.name.utf8.lexicographicallyPrecedes($1.place.name.utf8)
    }
    var paths: [Page: String] = [:]
    var taken: Set<String> = []
    for page in fixed { taken.insert(page.place.folder + page.place.name) }
    for page in pages where fixed.contains(page) { paths[page] = page.place.folder + page.place.name + ".html" }
    for page in free {
      let (folder, name) = page.place
      let wanted = folder + FileName.portable(name)
      var path = wanted
      var number = 2
      while !taken.insert(path).inserted {
        path = "\(wanted)-\(number)"
        number += 1
      }
      paths[page] = path + ".html"
    }
    self.paths = paths
  }

  func contains(_ page: Page) -> Bool { paths[page] != nil }

  /// The page's file relative to the site; nil where there is no such page.
  func path(of page: Page) -> String? { paths[page] }

  /// A relative link from one page to another, or nil where there is no such page.
  func link(from origin: Page, to target: Page, fragment: String? = nil) -> String? {
    guard let path = paths[target] else { return nil }
    let fragment = fragment.map { "#" + $0 } ?? ""
    if origin == target, !fragment.isEmpty { return fragment }
    let (here, there) = (origin.place.folder, target.place.folder)
    let name = String(path.dropFirst(there.count))
    if here == there { return name + fragment }
    return (here.isEmpty ? "" : "../") + path + fragment
  }
}

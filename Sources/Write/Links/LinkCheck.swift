package import Audit

/// Every link of the site's pages that does not lead to a file or, in a page, to an element of the site.
///
/// Links to other places (`https:`, `mailto:`, `data:`) are not looked at. An absolute path or a folder counts as broken:
/// neither works from a disk.
///
/// - Returns: one warning for each page and target, in the order of the pages.
package func brokenLinks(in site: Site) -> [Diagnostic] {
  var pages: [String: PageReferences] = [:]
  for file in site.files where file.path.hasSuffix(".html") { pages[file.path] = PageReferences(html: file.bytes) }
  let paths = Set(site.files.map(\.path))
  var diagnostics: [Diagnostic] = []
  for file in site.files {
    guard let page = pages[file.path] else { continue }
    var seen: Set<[UInt8]> = []
    for link in page.links where seen.insert(link).inserted {
      guard case .inside(let path, let fragment) = LinkTarget(link, on: file.path) else { continue }
      let isFound: Bool
      if let path, paths.contains(path) {
        isFound = fragment.isEmpty || pages[path].map { $0.targets.contains(fragment) } ?? true
      } else {
        isFound = false
      }
      if !isFound {
        diagnostics.append(.brokenLink(String(decoding: link, as: UTF8.self), on: file.path))
      }
    }
  }
  return diagnostics
}

/// Where a link leads.
enum LinkTarget: Hashable {
  case elsewhere
  /// A path in the site, nil when it leaves it, and the element's id, empty for the whole file.
  case inside(path: String?, fragment: [UInt8])

  init(_ link: [UInt8], on page: String) {
    let specials = Array(":/?#".utf8)
    if let first = link.first(where: specials.contains), first == UInt8(ascii: ":") {
      self = .elsewhere
      return
    }
    let parts = link.split(separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? LinkTarget.percentDecoded(parts[1]) : []
    let isTop = fragment == Array("top".utf8)
    let path = LinkTarget.percentDecoded(parts[0].prefix { $0 != UInt8(ascii: "?") })
    self = .inside(
      path: LinkTarget.resolve(String(decoding: path, as: UTF8.self), on: page), fragment: isTop ? [] : fragment)
  }

  /// The path relative to the site, or nil for what is no file of it.
  private static func resolve(_ link: String, on page: String) -> String? {
    if link.isEmpty { return page }
    if link.hasPrefix("/") { return nil }
    var names = page.split(separator: "/").dropLast()
    for name in link.split(separator: "/", omittingEmptySubsequences: false) {
      switch name {
      case ".": continue
      case "..":
        guard names.popLast() != nil else { return nil }
      case _: names.append(name)
      }
    }
    return names.joined(separator: "/")
  }

  private static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var position = bytes.startIndex
    while position < bytes.endIndex {
      if bytes[position] == UInt8(ascii: "%"), position + 2 < bytes.endIndex,
        let code = UInt8(String(decoding: bytes[(position + 1)...(position + 2)], as: UTF8.self), radix: 16)
      {
        result.append(code)
        position += 3
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return result
  }
}

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Manifest {
  /// The paths that an earlier build wrote, the manifest's own among them; empty when `bytes` are no manifest of ours.
  static func outputs(listedIn bytes: [UInt8]) -> Set<FilePath> {
    guard let manifest = try? JSONDecoder().decode(Listing.self, from: Data(bytes)), manifest.schema == schema else {
      return []
    }
    return Set(manifest.outputs.map { FilePath($0.path) } + [FilePath(path)])
  }

  /// The part of a manifest that says which files are ours.
  private struct Listing: Decodable {
    var schema: String
    var outputs: [Output]

    struct Output: Decodable {
      var path: String
    }
  }
}

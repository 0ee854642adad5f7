/// The release, as `--version` and the manifest print it.
package enum Version {
  package static let current = "0.1.0"
}

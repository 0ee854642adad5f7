import Audit

extension Rule {
  /// `docs/rules.md`: every rule with what it means, what it needs and where it comes from. A test holds the file to it.
  package static var document: String {
    let head = """
      # The rules

      Every finding of an audit is made by one of these rules, in the order in which they run. The method page of a site lists
      them with what came of each, and `data/findings.json` under `rules`. How findings are graded, ordered and joined is told in
      [outputs.md](outputs.md#how-findings-come-about); what the figures mean in [methods.md](methods.md).

      This page is made from the rules themselves; a test compares them.

      """
    return head + all.map(\.section).joined()
  }

  private var section: String {
    """

    ## `\(id.rawValue)`: \(metadata.name.text)

    - **When it holds**: \(metadata.whenItHolds.text)
    - **When it does not**: \(metadata.whenItFails.text)
    - **Needs**: \(metadata.needs.text)
    - **Source**: \(metadata.source.text)

    """
  }
}

/// Maps values side by side, at most `jobs` at a time; results stand in the order of the values.
package func mapInOrder<Value: Sendable, Result: Sendable>(
  _ values: [Value], jobs: Int, _ transform: @escaping @Sendable (Value) async -> Result
) async -> [Result] {
  var results: [Result] = []
  await transformInOrder(values, jobs: jobs, transform) { results.append($0) }
  return results
}

/// Transforms values side by side, at most `jobs` at a time; each result is taken in the order of the values, as soon as
/// those before it are.
package func transformInOrder<Value: Sendable, Result: Sendable, Failure: Error>(
  _ values: [Value], jobs: Int, _ transform: @escaping @Sendable (Value) async -> Result,
  take: (Result) throws(Failure) -> Void
) async throws(Failure) {
  let outcome = await withTaskGroup(of: (Int, Result).self) { group -> Swift.Result<Void, Failure> in
    var waiting = values.indices.makeIterator()
    func begin() {
      if let index = waiting.next() { group.addTask { (index, await transform(values[index])) } }
    }
    for _ in 0..<min(max(1, jobs), values.count) { begin() }
    var early: [Int: Result] = [:]
    var next = 0
    for await (index, result) in group {
      begin()
      early[index] = result
      while let result = early.removeValue(forKey: next) {
        do throws(Failure) {
          try take(result)
        } catch {
          group.cancelAll()
          return .failure(error)
        }
        next += 1
      }
    }
    return .success(())
  }
  try outcome.get()
}

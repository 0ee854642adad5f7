/// Maps values side by side, at most `jobs` at a time; results stand in the order of the values.
func mapInOrder<Value: Sendable, Result: Sendable>(
  _ values: [Value], jobs: Int, _ transform: @escaping @Sendable (Value) async -> Result
) async -> [Result] {
  await withTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: values.count)
    for (index, value) in values.enumerated() {
      if index >= max(1, jobs), let (finished, result) = await group.next() { results[finished] = result }
      group.addTask { (index, await transform(value)) }
    }
    for await (index, result) in group { results[index] = result }
    return results.compactMap { $0 }
  }
}

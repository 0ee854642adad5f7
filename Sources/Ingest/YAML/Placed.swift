/// A value and where it was written.
struct Placed<Value: Sendable & Hashable>: Sendable, Hashable {
  var value: Value
  var span: TextSpan
}

extension MappingReader {
  mutating func placedInteger(_ key: String) -> Placed<Int>? {
    guard let scalar = scalar(key), let value = integer(scalar, of: key) else { return nil }
    return Placed(value: value, span: scalar.span)
  }
}

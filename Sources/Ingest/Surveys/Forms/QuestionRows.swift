/// Question and row of a grid, which Qualtrics joins with a hyphen.
enum QuestionRows {
  /// Tells the question of these columns, which they have in common, from their rows or choices.
  static func split(_ columns: inout [FormColumn], at indices: [Int]) {
    let texts = indices.compactMap { columns[$0].question }
    guard texts.count > 1, texts.count == indices.count, let first = texts.first else { return }
    let common = texts.dropFirst().reduce(first) { String(zip($0, $1).prefix { $0 == $1 }.map(\.0)) }
    guard let cut = boundary(in: common) else { return }
    let length = common.distance(from: common.startIndex, to: cut)
    for index in indices {
      guard let text = columns[index].question else { continue }
      let option = String(text.dropFirst(length + 1)).trimmingBlanks
      guard !option.isEmpty else { continue }
      columns[index].question = String(text.prefix(length)).trimmingBlanks
      columns[index].option = option
    }
  }

  /// The last hyphen, rather one that is not inside a word.
  private static func boundary(in text: String) -> String.Index? {
    let hyphens = text.indices.filter { text[$0] == "-" && $0 > text.startIndex }
    let between = hyphens.last { index in
      let next = text.index(after: index)
      return !(text[text.index(before: index)].isLowercase && next < text.endIndex && text[next].isLowercase)
    }
    // Rows may begin with a small letter.
    return between ?? hyphens.last
  }
}

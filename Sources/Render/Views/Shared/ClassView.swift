import Audit

/// A finding's class: shape, word and colour.
struct ClassView: View {
  var mark: HTML
  var word: String
  var cssClass: String

  static let fields: [Field<ClassView>] = [
    .html("mark", \.mark), .text("word", \.word), .text("cssClass", \.cssClass),
  ]

  init(_ findingClass: FindingClass) {
    let mark = Mark(findingClass)
    self.mark = mark.picture
    word = FindingWords.name(findingClass)
    cssClass = mark.cssClass
  }
}

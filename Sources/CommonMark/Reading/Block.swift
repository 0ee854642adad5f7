/// One block of a document: a value, free of the tree it was read from.
package struct Block: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case heading(level: Int)
    case paragraph
    case blockQuote
    case alert(Alert)
    case list(ordered: Bool)
    /// A list item; `task` is nil where it has no box.
    case item(task: TaskMark?)
    case table
    case tableRow(isHeader: Bool)
    case tableCell
    /// Fenced or indented; `info` is what stands behind the fence.
    case codeBlock(info: String)
    case htmlBlock
    case thematicBreak
    case footnote
  }

  package let kind: Kind
  /// 0 for a block of the document itself, one more for each block around it.
  package let depth: Int
  /// The line of the file where the block begins, 1-based.
  package let line: Int
  /// The column where it begins, 1-based, in Unicode scalars.
  package let column: Int
  /// The line of the file where it ends.
  package let endLine: Int
  /// The text without its marks: of headings, paragraphs and cells their own, of a list item that of the paragraph it
  /// begins with (without its box), of code and HTML as written, of all others empty. A line break stays a line break,
  /// so that line k of the text stands on line `line` + k of the file.
  package let plainText: String
  /// The positions, in the array of all blocks, of the blocks inside this one.
  package internal(set) var descendants: Range<Int>

  /// The positions of the block's lines in the document's `lines`.
  let span: Range<Int>
  /// The byte where the block begins on its first line, 0-based.
  let byte: Int
}

/// The box before a task.
package enum TaskMark: Sendable, Hashable, CaseIterable {
  case open
  case done
}

extension [Block] {
  /// The positions of the blocks directly inside the one at `position`.
  package func children(of position: Int) -> [Int] {
    var children: [Int] = []
    var next = self[position].descendants.lowerBound
    while next < self[position].descendants.upperBound {
      children.append(next)
      next = Swift.max(next + 1, self[next].descendants.upperBound)
    }
    return children
  }

  /// The positions of the blocks that are inside no other.
  package var topLevel: [Int] { indices.filter { self[$0].depth == 0 } }
}

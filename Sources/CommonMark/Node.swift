import CCMarkGFM

/// A node of a tree that a `Document` owns. It stays inside this target and never outlives its document.
@safe
struct Node: Hashable {
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  private init?(_ pointer: OpaquePointer?) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = pointer
  }

  static func == (one: Node, other: Node) -> Bool { unsafe one.pointer == other.pointer }

  func hash(into hasher: inout Hasher) { unsafe hasher.combine(pointer) }

  var parent: Node? { unsafe Node(cmark_node_parent(pointer)) }
  var firstChild: Node? { unsafe Node(cmark_node_first_child(pointer)) }
  var next: Node? { unsafe Node(cmark_node_next(pointer)) }
  var previous: Node? { unsafe Node(cmark_node_previous(pointer)) }

  /// The node's children, first to last.
  var children: some Sequence<Node> {
    sequence(state: firstChild) { node in
      defer { node = node?.next }
      return node
    }
  }

  var kind: NodeKind { unsafe NodeKind(cmark_node_get_type(pointer), name: cmark_node_get_type_string(pointer)) }

  /// The text of a text, code, code block or HTML node; the number of a footnote reference.
  var literal: String { unsafe Self.string(cmark_node_get_literal(pointer)) }
  /// Where a link or an image points, unescaped.
  var destination: String { unsafe Self.string(cmark_node_get_url(pointer)) }
  /// The title of a link or an image.
  var title: String { unsafe Self.string(cmark_node_get_title(pointer)) }
  /// What stands behind the opening fence of a code block.
  var fenceInfo: String { unsafe Self.string(cmark_node_get_fence_info(pointer)) }

  /// 1…6 for a heading.
  var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  /// The number of an ordered list's first item.
  var listStart: Int { unsafe Int(cmark_node_get_list_start(pointer)) }
  var isTightList: Bool { unsafe cmark_node_get_list_tight(pointer) != 0 }

  /// The alignment of each column of a table.
  var columnAlignments: [ColumnAlignment] {
    let count = unsafe Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let alignments = unsafe cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return unsafe UnsafeBufferPointer(start: alignments, count: count).map(ColumnAlignment.init)
  }

  // As the parser gives them: lines and columns of the text it was fed, 1-based, columns in bytes, 0 where unknown.
  var rawStartLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }
  var rawStartColumn: Int { unsafe Int(cmark_node_get_start_column(pointer)) }
  var rawEndLine: Int { unsafe Int(cmark_node_get_end_line(pointer)) }
  var rawEndColumn: Int { unsafe Int(cmark_node_get_end_column(pointer)) }

  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }
}

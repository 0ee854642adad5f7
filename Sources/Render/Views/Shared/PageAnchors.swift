import CommonMark

extension Anchors {
  /// The ids of a page whose frame has its own already.
  static var page: Anchors { Anchors(reserved: ["main", "top"]) }
}

import Audit

/// Words for a part of those who answered.
enum GroupText {
  /// What those who answered are.
  enum People {
    case customer, employee
  }

  /// `62 % of 611 customers`, of a share or a number that is said already.
  static func part(_ part: String, of count: Int, _ people: People = .customer) -> String {
    let all = FigureText.count(count)
    switch people {
    case .customer:
      return count == 1 ? say("\(part) of \(all) customer") : say("\(part) of \(all) customers")
    case .employee:
      return count == 1 ? say("\(part) of \(all) employee") : say("\(part) of \(all) employees")
    }
  }
}

import Mustache

/// What a template is filled with: finished texts, flags, and other views.
///
/// One declaration of the fields serves both the rendering, which looks a tag up by its name, and the check of the
/// templates, which compares every tag with the names that a view declares.
protocol View: MustacheParent, Sendable {
  static var fields: [Field<Self>] { get }
}

extension View {
  func child(named name: String) -> Any? {
    for field in Self.fields where field.name == name { return field.value(self) }
    return nil
  }

  static var shape: ViewShape {
    ViewShape(name: "\(Self.self)") { fields.map { ViewShape.Key(name: $0.name, kind: $0.kind) } }
  }
}

/// HTML that our own code built and escaped, for tags with three braces.
struct HTML: Hashable, Sendable {
  var text: String

  init(_ text: String) {
    self.text = text
  }
}

/// What a field holds, and so what a template may do with it.
enum FieldKind: Sendable {
  /// Escaped on its way out: `{{name}}`, or `{{#name}}…{{/name}}` where it may be absent.
  case text
  /// Inserted as it is: `{{{name}}}`.
  case html
  /// `{{#name}}…{{/name}}` or `{{^name}}…{{/name}}`.
  case flag
  /// Texts, each `{{.}}` inside `{{#name}}…{{/name}}`.
  case texts
  /// Views, one after the other inside `{{#name}}…{{/name}}`.
  case list(ViewShape)
  /// A view, or none: `{{#name}}…{{/name}}`, or `{{name.field}}`.
  case object(ViewShape)
}

/// The names that a view declares. Asked for only when needed, so that views may hold views of their own kind.
struct ViewShape: Sendable {
  struct Key: Sendable {
    let name: String
    let kind: FieldKind
  }

  let name: String
  let keys: @Sendable () -> [Key]

  func kind(of name: String) -> FieldKind? { keys().first { $0.name == name }?.kind }
}

/// A name that templates of a view may use, and how its value is read from the view.
struct Field<Root>: Sendable {
  let name: String
  let kind: FieldKind
  let value: @Sendable (Root) -> Any

  private init(_ name: String, _ kind: FieldKind, value: @escaping @Sendable (Root) -> Any) {
    self.name = name
    self.kind = kind
    self.value = value
  }

  static func text(_ name: String, _ path: any KeyPath<Root, String> & Sendable) -> Field {
    Field(name, .text) { present($0[keyPath: path]) }
  }

  static func text(_ name: String, _ path: any KeyPath<Root, String?> & Sendable) -> Field {
    Field(name, .text) { present($0[keyPath: path] ?? "") }
  }

  /// An empty text is absent, so that a template can ask for it.
  private static func present(_ text: String) -> Any { text.isEmpty ? Absent() : HTMLText.allowed(text) }

  static func html(_ name: String, _ path: any KeyPath<Root, HTML> & Sendable) -> Field {
    Field(name, .html) { $0[keyPath: path].text }
  }

  static func html(_ name: String, _ path: any KeyPath<Root, HTML?> & Sendable) -> Field {
    Field(name, .html) { $0[keyPath: path]?.text ?? Absent() as Any }
  }

  static func flag(_ name: String, _ path: any KeyPath<Root, Bool> & Sendable) -> Field {
    Field(name, .flag) { $0[keyPath: path] }
  }

  static func texts(_ name: String, _ path: any KeyPath<Root, [String]> & Sendable) -> Field {
    Field(name, .texts) { $0[keyPath: path].map(HTMLText.allowed) }
  }

  static func list<Element: View>(_ name: String, _ path: any KeyPath<Root, [Element]> & Sendable) -> Field {
    Field(name, .list(Element.shape)) { $0[keyPath: path] }
  }

  static func object<Object: View>(_ name: String, _ path: any KeyPath<Root, Object> & Sendable) -> Field {
    Field(name, .object(Object.shape)) { $0[keyPath: path] }
  }

  static func object<Object: View>(_ name: String, _ path: any KeyPath<Root, Object?> & Sendable) -> Field {
    Field(name, .object(Object.shape)) { $0[keyPath: path] ?? Absent() as Any }
  }
}

/// A value that is not there. It stops the search: a plain nil would find the same name in an enclosing view.
struct Absent: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}

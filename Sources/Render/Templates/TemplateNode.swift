/// A tag of a template where it stands, with what it encloses.
indirect enum TemplateNode: Hashable, Sendable {
  /// `{{name}}`, or unescaped `{{{name}}}` and `{{&name}}`.
  case variable(TemplateTag, isEscaped: Bool)
  /// `{{#name}}…{{/name}}`, or inverted `{{^name}}…{{/name}}`.
  case section(TemplateTag, isInverted: Bool, [TemplateNode])
  /// `{{> name}}`.
  case partial(TemplateTag)
  /// `{{< name}}…{{/name}}`: the named template with some of its blocks replaced.
  case inheritance(TemplateTag, [TemplateNode])
  /// `{{$name}}…{{/name}}`: a part that an heir may replace, or its replacement.
  case block(TemplateTag, [TemplateNode])
}

/// One tag: its name and its place.
struct TemplateTag: Hashable, Sendable {
  /// Without sigil, transforms and space.
  var name: String
  /// `{{lowercased(name)}}` applies `lowercased`; outermost first.
  var transforms: [String]
  /// As written, braces included.
  var source: String
  /// Path of the template.
  var path: String
  /// 1-based.
  var line: Int
  /// 1-based, in Unicode scalars.
  var column: Int
}

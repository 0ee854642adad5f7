import Audit
import Yams

/// What is wrong with a text that the YAML parser refuses, in our words.
struct YAMLProblem {
  let diagnostic: Diagnostic

  init(_ error: YamlError, in source: SourceText) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let found = Self.reworded(problem, context: context?.text ?? "", at: mark, in: source)
      let place = found.isAtContext ? context?.mark ?? mark : mark
      diagnostic = .yamlSyntax(found.summary, at: Self.place(place, in: source), hint: found.hint)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.first ?? ""
      let first = TextSpan(
        line: context.mark.line + source.firstLine - 1, column: context.mark.column,
        length: max(1, key.unicodeScalars.count))
      diagnostic = .yamlDuplicateKey(key, at: source.place(of: RepeatedKey.second(key, after: first, in: source)))
    case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      diagnostic = .yamlSyntax("it cannot be read as YAML", at: Place(file: source.file))
    }
  }

  private static func place(_ mark: Yams.Mark, in source: SourceText) -> Place {
    // An unclosed quote or bracket is noticed after the last line; the caret belongs on a line that exists.
    guard mark.line <= source.lines.count || source.lines.isEmpty else {
      let last = source.lines.count
      let width = source.lines[last - 1].unicodeScalars.count
      return source.place(of: TextSpan(line: last + source.firstLine - 1, column: width + 1))
    }
    return source.place(of: TextSpan(line: mark.line + source.firstLine - 1, column: mark.column))
  }

  private typealias Reworded = (summary: String, hint: String?, isAtContext: Bool)

  private static func reworded(_ problem: String, context: String, at mark: Yams.Mark, in source: SourceText)
    -> Reworded
  {
    let quote = "put the text in quotes if it contains ': ', ' #' or begins with one of []{}>|*&!%@`\"'"
    switch problem {
    case "found character that cannot start any token", "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return unexpectedCharacter(at: mark, in: source)
    case "mapping values are not allowed in this context":
      return ("unexpected ':'", "\(quote); else mend the indentation", false)
    case "could not find expected ':'":
      return ("this line has neither 'key: value' nor a place in the text above", "a ': ' is missing", true)
    case "found unexpected end of stream" where context.contains("quoted scalar"):
      return ("this quote is never closed", "close it with the same quote", true)
    case "found unexpected document indicator" where context.contains("quoted scalar"):
      return ("this quote is never closed", "close it with the same quote", true)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return ("unknown escape in a text in double quotes", "write \\\\ for a backslash, or use single quotes", false)
    case "did not find expected ',' or ']'":
      return ("a ',' or the closing ']' is missing", nil, false)
    case "did not find expected ',' or '}'":
      return ("a ',' or the closing '}' is missing", nil, false)
    case "did not find expected '-' indicator":
      return ("this does not go on with the list above", "indent it like the entries above", false)
    case "block sequence entries are not allowed in this context":
      return ("a list entry has no place here", "begin the list on a line of its own", false)
    case "did not find expected key" where context.contains("block"):
      return ("this does not go on with the keys above", "indent it like the keys above; \(quote)", false)
    case "found undefined alias", "did not find expected alphabetic or numeric character":
      return ("anchors and aliases are not supported", "put the text in quotes if it begins with '*' or '&'", false)
    case "but found another document":
      return ("a second document begins here", "keep everything in one document, without '---'", false)
    default:
      return ("this is not valid YAML (\(problem))", quote, false)
    }
  }

  private static func unexpectedCharacter(at mark: Yams.Mark, in source: SourceText) -> Reworded {
    let line = source.line(mark.line + source.firstLine - 1) ?? ""
    let rest = line.unicodeScalars.dropFirst(mark.column - 1)
    let indentation = line.unicodeScalars.prefix(mark.column)
    if rest.first == "\t" || indentation.contains("\t") {
      return ("a tab where YAML wants blanks", "indent with blanks", false)
    }
    let character = rest.first.map { String(Character($0)) } ?? ""
    return ("a text cannot begin with '\(character)' unquoted", "put the text in quotes", false)
  }
}

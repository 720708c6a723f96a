/// What one line turned out to be.
public enum ParseResult: Hashable, Sendable {
  /// Blank, or nothing but a comment.
  case nothing
  /// The line goes on: the next line is to be added after a newline, then all parsed again.
  case incomplete(Continuation)
  case command(Command)
  case failure(ParseError)

  /// Why a line goes on.
  public enum Continuation: Hashable, Sendable {
    /// It ends in a backslash.
    case backslash
    /// That quotation mark was opened and not closed.
    case quote(Character)
  }
}

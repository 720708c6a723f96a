extension StyledLine {
  /// The line broken at spaces, so that each part takes no more than that many cells where its
  /// words allow. What goes on is indented as the line is, and by two cells at least: below the
  /// text that follows a sign.
  func wrapped(to cells: Int) -> [StyledLine] {
    guard width > cells else { return [self] }
    let indent = max(2, text.prefix { $0 == " " }.count)
    let start = StyledLine(String(repeating: " ", count: indent))
    var lines: [StyledLine] = []
    var line = StyledLine()
    var isFresh = true
    for word in words {
      if !isFresh && line.width + word.width > cells {
        lines.append(line)
        line = start + word.withoutLeadingSpace
      } else {
        line += word
      }
      isFresh = line.width <= indent
    }
    return lines + [line]
  }

  /// The line's words, each with the space before it.
  private var words: [StyledLine] {
    var words: [StyledLine] = []
    var word = StyledLine()
    for piece in pieces {
      for character in piece.text {
        if character == " ", !word.isEmpty {
          words.append(word)
          word = StyledLine()
        }
        word += StyledLine(String(character), piece.ink)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  private var withoutLeadingSpace: StyledLine {
    var line = StyledLine()
    for (index, piece) in pieces.enumerated() {
      let text = index == 0 && piece.text.first == " " ? piece.text.dropFirst() : piece.text[...]
      line += StyledLine(String(text), piece.ink)
    }
    return line
  }
}

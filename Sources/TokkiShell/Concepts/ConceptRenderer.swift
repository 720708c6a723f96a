import TokkiLanguage

/// Cards of the glossary: what it is first, then each answer below its question.
extension Renderer {
  func lines(_ concept: Concept) -> [StyledLine] {
    var lines = [StyledLine(concept.title(language), .heading)]
    lines += paragraph(concept.what[language])
    lines += section(.why, paragraph(concept.why[language]))
    lines += section(.example, concept.example.map { "  " + command($0) })
    lines += section(.confusedWith, paragraph(concept.confusedWith[language]))
    lines += section(.seeAlso, list(concept.seeAlso.map { "concept \($0)" }))
    lines += section(.page, paragraph("\(concept.page) · \(concept.address)"))
    return lines
  }

  /// All terms, by their groups.
  func conceptList() -> [StyledLine] {
    var lines: [StyledLine] = []
    for group in Concept.Group.allCases {
      let names = Concept.all.filter { $0.group == group }.map { $0.title(language) }
      lines.append(StyledLine(group.title[language], .heading))
      lines += list(names)
    }
    return lines + ["", StyledLine(ConceptPhrase.overview.words[language], .quiet)]
  }

  /// Names one after the other, none of them broken.
  private func list(_ names: [String]) -> [StyledLine] {
    var rows = [""]
    for (index, name) in names.enumerated() {
      let piece = name + (index + 1 < names.count ? "," : "")
      let row = rows[rows.count - 1]
      let longer = row.isEmpty ? piece : row + " " + piece
      if DisplayWidth.of(longer) > max(20, min(style.width, 100) - 2), !row.isEmpty {
        rows.append(piece)
      } else {
        rows[rows.count - 1] = longer
      }
    }
    return rows.map { "  " + StyledLine($0) }
  }

  private func section(_ title: ConceptPhrase, _ lines: [StyledLine]) -> [StyledLine] {
    ["", speaker.say(title, .heading)] + lines
  }

  private func paragraph(_ text: String) -> [StyledLine] {
    WrappedText.lines(text, cells: max(20, min(style.width, 100) - 2)).map { "  " + StyledLine($0) }
  }
}

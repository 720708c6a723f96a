import CEditline

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The reader that a libedit callback belongs to.
func reader(of editor: OpaquePointer?) -> EditlineReader? {
  guard let editor, let client = tokki_client(editor) else { return nil }
  return Unmanaged<EditlineReader>.fromOpaque(client).takeUnretainedValue()
}

extension EditlineReader {
  func bindKeys() {
    // Keys that the terminal would make signals of are keys while a line is edited. While one is
    // evaluated, what is typed waits unseen for the next prompt, and nothing of it is lost.
    tokki_edit_mode(editor, "-isig")
    tokki_command_mode(editor, "-icanon")
    tokki_command_mode(editor, "-echo")
    tokki_add_function(editor, "tokki-clear", "Drop the line") { editor, _ in
      reader(of: editor)?.clearLine()
      return UInt8(CC_NEWLINE)
    }
    tokki_add_function(editor, "tokki-complete", "Complete the word") { editor, _ in
      reader(of: editor)?.completeWord() ?? UInt8(CC_ERROR)
    }
    tokki_add_function(editor, "tokki-suspend", "Suspend the program") { editor, _ in
      reader(of: editor)?.tellsPastes(false)
      tokki_prepare_terminal(editor, 0)
      raise(SIGTSTP)
      tokki_prepare_terminal(editor, 1)
      reader(of: editor)?.tellsPastes(true)
      return UInt8(CC_REDISPLAY)
    }
    tokki_add_function(editor, "tokki-search", "Search the history") { editor, _ in
      reader(of: editor)?.searchHistory() ?? UInt8(CC_ERROR)
    }
    for (key, command) in Self.bindings { tokki_bind(editor, key, command) }
    // Letters such as é, which libedit would take for keys pressed with Meta.
    for value in UInt8(0x80)...0xFF {
      tokki_bind(editor, String(Unicode.Scalar(value)), "ed-insert")
    }
  }

  private static let bindings = [
    ("^C", "tokki-clear"),
    ("^I", "tokki-complete"),
    ("^Z", "tokki-suspend"),
    ("^R", "tokki-search"),
    ("\\e[1~", "ed-move-to-beg"),
    ("\\e[H", "ed-move-to-beg"),
    ("\\e[3~", "ed-delete-next-char"),
    ("\\e[4~", "ed-move-to-end"),
    ("\\e[F", "ed-move-to-end"),
    ("\\e[1;5C", "em-next-word"),
    ("\\e[1;5D", "ed-prev-word"),
  ]

  /// Completes as far as all candidates agree, and lists them where that adds nothing.
  func completeWord() -> UInt8 {
    let (before, after) = line
    let completions = complete(before + after, before.utf8.count)
    guard let first = completions.candidates.first else { return UInt8(CC_REFRESH_BEEP) }
    let typed = String(decoding: before.utf8.dropFirst(completions.start), as: UTF8.self)
    if completions.candidates.count == 1 {
      let isOpen = first.hasSuffix("=") || after.hasPrefix(" ")
      return replace(typed, by: isOpen ? first : first + " ")
    }
    let common = commonPrefix(of: completions.candidates)
    if common != typed, common.hasPrefix(typed) { return replace(typed, by: common) }
    list(completions.candidates)
    return UInt8(CC_NORM)
  }

  private func replace(_ typed: String, by text: String) -> UInt8 {
    el_deletestr(editor, Int32(clamping: typed.unicodeScalars.count))
    el_insertstr(editor, text)
    return UInt8(CC_REFRESH)
  }
}

import ArgumentParser
import TokkiLanguage
import TokkiREPL

struct ManualSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page, for man.",
    discussion: "For example: tokki manual > /usr/local/share/man/man1/tokki.1")

  func run() {
    TextOutput.results.write(ManualPage(subcommands: Tokki.configuration.subcommands).text)
  }
}

/// The manual page as troff reads it, with its man macros. Source: man(7).
struct ManualPage {
  let subcommands: [any ParsableCommand.Type]

  var text: String {
    var page = [
      #".TH TOKKI 1 "" "Tokki" "User commands""#,
      ".SH NAME", #"tokki \- a sandbox for learning RabbitMQ"#,
      ".SH SYNOPSIS", #"\fBtokki\fR [\fIsubcommand\fR] [\fIoptions\fR]"#,
      ".SH DESCRIPTION", Self.plain(Tokki.configuration.discussion),
      ".SH SUBCOMMANDS", ".nf",
      Self.plain(Tokki.helpMessage(columns: Self.columns)), ".fi",
    ]
    for command in subcommands {
      let name = command.configuration.commandName ?? ""
      page += [".SS \(name)", ".nf"]
      page += [Self.plain(Tokki.helpMessage(for: command, columns: Self.columns)), ".fi"]
    }
    page += [".SH COMMANDS", "At the prompt, in scripts, lessons and transcripts:"]
    page += HelpGroup.allCases.flatMap(Self.commands)
    page += [".SH ENVIRONMENT"]
    page += Self.list([
      ("NO_COLOR", "No colour, if it is not empty."),
      ("TOKKI_HINTS", "off: what a line still takes is not shown behind it."),
      ("XDG_STATE_HOME", "Where history and progress are kept; ~/.local/state by default."),
      ("LC_ALL, LC_MESSAGES, LANG", "The language: Korean where they say so, else English."),
    ])
    page += [".SH FILES"]
    page += Self.list([
      ("~/.local/state/tokki/history", "Lines that were typed, without passwords."),
      ("~/.local/state/tokki/lessons", "Progress in the lessons."),
    ])
    page += [".SH EXIT STATUS"]
    page += Self.list([
      ("0", "All well."),
      ("1", "A check failed, an expectation did not hold, a line was refused, brokers differ."),
      ("64", "Usage."), ("65", "A file or a line that cannot be understood."),
      ("69", "A broker that cannot be reached."), ("70", "A fault of Tokki's own."),
      ("74", "Standard output that cannot be written."),
    ])
    return page.joined(separator: "\n") + "\n"
  }

  private static let columns = 76

  private static func commands(in group: HelpGroup) -> [String] {
    HelpPage(.group(group), in: .english).parts.flatMap { part in
      switch part {
      case .heading(let text): [".SS \"\(plain(text))\""]
      case .blank: [".PP"]
      case .paragraph(let text): [".PP", plain(text)]
      case .entry(let term, let meaning): [".TP", "\\fB\(plain(term))\\fR", plain(meaning)]
      case .example(let lines): [".nf"] + lines.map(plain) + [".fi"]
      }
    }
  }

  private static func list(_ entries: [(term: String, meaning: String)]) -> [String] {
    entries.flatMap { [".TP", "\\fB\(plain($0.term))\\fR", plain($0.meaning)] }
  }

  /// Text as it is: troff's own signs escaped, and no line taken for a request.
  private static func plain(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let escaped = line.replacing("\\", with: #"\e"#).replacing("-", with: #"\-"#)
      return line.hasPrefix(".") || line.hasPrefix("'") ? #"\&"# + escaped : escaped
    }.joined(separator: "\n")
  }
}

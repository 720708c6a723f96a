public import TokkiLanguage

/// Where a demo is, for the speaker: what is to be said, and what comes next.
///
/// ```
/// {"tokki":1,"place":"playing","title":TITLE,"chapter":TITLE,"chapterNumber":N,"chapterCount":N,
///  "step":N,"stepCount":N,"startedAt":MS,"notes":[TEXT…],"next":LINE}
/// ```
public struct DemoPlace: Hashable, Sendable, Codable {
  public enum State: String, Hashable, Sendable, Codable {
    case playing, held, live, over
  }

  private var tokki = 1
  public var place: State
  public var title: String
  /// Nil before the first chapter.
  public var chapter: String?
  public var chapterNumber: Int?
  public var chapterCount: Int
  /// How many steps were shown.
  public var step: Int
  public var stepCount: Int
  /// When the demo began, in milliseconds since 1970.
  public var startedAt: Int64
  public var notes: [String]
  /// The next command.
  public var next: String?

  public init(_ state: State, step: Int, in demo: Demo, startedAt: Int64) {
    place = state
    title = demo.title
    let number = demo.chapter(at: step)
    chapter = number.map { demo.chapters[$0].title }
    chapterNumber = number.map { $0 + 1 }
    chapterCount = demo.chapters.count
    self.step = step
    stepCount = demo.beats.count
    self.startedAt = startedAt
    notes = demo.notes(at: step)
    next =
      demo.beats.dropFirst(step).lazy.compactMap { beat in
        if case .command(let command) = beat.content { command.text } else { nil }
      }.first
  }

  /// On one line, without a line end.
  public var json: String {
    JSONValue.object([
      "tokki": .integer(Int64(tokki)), "place": .string(place.rawValue), "title": .string(title),
      "chapter": chapter.map(JSONValue.string),
      "chapterNumber": chapterNumber.map { .integer(Int64($0)) },
      "chapterCount": .integer(Int64(chapterCount)), "step": .integer(Int64(step)),
      "stepCount": .integer(Int64(stepCount)), "startedAt": .integer(startedAt),
      "notes": .array(notes.map(JSONValue.string)), "next": next.map(JSONValue.string),
    ]).text
  }

  /// What such a file begins with, so that no other is taken for one.
  public static let signature = "{\"tokki\":1,\"place\":"
}

extension Demo {
  /// The notes about what comes next; where there are none, the latest ones of the chapter.
  func notes(at place: Int) -> [String] {
    let here = place < beats.count ? beats[place].before.notes : ending.notes
    guard here.isEmpty else { return here }
    let start = chapter(at: place).map { chapters[$0].start } ?? 0
    return beats[..<min(place, beats.count)].dropFirst(start).last { !$0.before.notes.isEmpty }?
      .before.notes ?? []
  }
}

/// Writes what a speaker sees on a terminal of their own.
public struct DemoPlaceRenderer: Sendable {
  private let speaker: Speaker
  private let style: Style

  public init(language: Language, style: Style) {
    speaker = Speaker(language: language)
    self.style = style
  }

  /// - Parameter now: milliseconds since 1970, for the time that has passed; nil leaves that out.
  public func lines(_ place: DemoPlace, now: Int64?) -> [StyledLine] {
    var head: [StyledLine] = []
    if let number = place.chapterNumber, let title = place.chapter {
      head.append(
        speaker.say(
          DemoPhrase.chapter,
          [
            "number": "\(number)", "count": "\(place.chapterCount)",
            "title": StyledLine(title, .heading),
          ]))
    }
    head.append(
      speaker.say(
        DemoPhrase.step, ["number": "\(place.step)", "count": "\(place.stepCount)"]))
    head.append(state(place.place))
    if let now { head.append(StyledLine(Self.clock(now - place.startedAt))) }
    let dot: StyledLine = style.isUnicode ? " · " : " - "
    var lines = [StyledLine(place.title, .heading)]
    lines += head.joined(separator: dot).wrapped(to: style.width)
    lines += [StyledLine(), speaker.say(DemoPhrase.notes, .heading)]
    let prose = Prose(width: max(20, min(style.width, 96) - 2))
    let notes = place.notes.isEmpty ? [speaker.say(DemoPhrase.noNotes, .quiet)] : []
    lines += (notes + place.notes.flatMap(prose.lines)).map { "  \($0)" }
    if let next = place.next {
      lines += [StyledLine(), speaker.say(DemoPhrase.nextCommand, .heading)]
      let line: StyledLine = "  \(StyledLine("tokki> ", .prompt))\(next)"
      lines += line.wrapped(to: style.width)
    }
    return lines
  }

  /// Where there is no demo yet.
  public func waiting(path: String) -> [StyledLine] {
    speaker.say(DemoPhrase.waiting, ["path": StyledLine(path)]).wrapped(to: style.width)
  }

  private func state(_ state: DemoPlace.State) -> StyledLine {
    switch state {
    case .playing: speaker.say(DemoPhrase.playing, .good)
    case .held: speaker.say(DemoPhrase.held, .warning)
    case .live: speaker.say(DemoPhrase.answering, .warning)
    case .over: speaker.say(DemoPhrase.over, .quiet)
    }
  }

  /// Minutes and seconds.
  private static func clock(_ milliseconds: Int64) -> String {
    let seconds = max(0, milliseconds) / 1000
    return "\(seconds / 60):" + String(100 + seconds % 60).dropFirst()
  }
}

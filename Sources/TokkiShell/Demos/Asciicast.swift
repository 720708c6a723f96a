/// A demo as an asciicast, version 2: what the typed demo writes to a terminal, and when. Chapters
/// are its markers.
///
/// ```
/// {"version":2,"width":80,"height":24,"title":"Hello World","env":{"TERM":"xterm-256color"}}
/// [0.3,"m","A queue"]
/// [0.3,"o","\u001b[1m── A queue ──\u001b[0m\r\n"]
/// ```
public struct Asciicast: Hashable, Sendable {
  /// The file, line by line; the header comes first.
  public let lines: [String]

  /// - Parameter speed: 2 is twice as fast.
  public init(
    _ demo: Demo, width: Int = 80, height: Int = 24, isColoured: Bool = true, speed: Double = 1
  ) {
    let style = Style(isColoured: isColoured, width: width, wrapsSentences: true)
    let renderer = DemoRenderer(demo, style: style)
    var writer = CastWriter(renderer: renderer)
    writer.writeHeader(title: demo.title, width: width, height: height)
    let pace = DemoPace(renderer, speed: speed)
    for place in demo.beats.indices {
      writer.wait(pace.pause(demo.beats[place].before))
      writer.mark(place)
      writer.write(renderer.opening(of: place, isFirst: place == 0))
      for cue in pace.cues(of: place) {
        writer.wait(cue.delay)
        writer.write(cue.output)
      }
      writer.wait(pace.rest(after: place))
    }
    writer.wait(pace.pause(demo.ending))
    // The last picture stays a while.
    writer.write("")
    lines = writer.lines
  }

  public var text: String { lines.map { $0 + "\n" }.joined() }
}

private struct CastWriter {
  let renderer: DemoRenderer
  var lines: [String] = []
  /// Milliseconds since the beginning.
  private var now: Int64 = 0

  init(renderer: DemoRenderer) { self.renderer = renderer }

  mutating func writeHeader(title: String, width: Int, height: Int) {
    let environment = JSONValue.object([.init("TERM", "xterm-256color")])
    lines.append(
      JSONValue.object([
        .init("version", 2), .init("width", .integer(Int64(width))),
        .init("height", .integer(Int64(height))),
        .init("title", .string(VisibleText.escaped(title))),
        .init("env", environment),
      ]).text)
  }

  mutating func wait(_ delay: Int64) { now += delay }

  /// Markers for the chapters that begin with this beat.
  mutating func mark(_ place: Int) {
    for chapter in renderer.demo.chapters where chapter.start == place {
      append("m", VisibleText.escaped(chapter.title))
    }
  }

  mutating func write(_ lines: [StyledLine]) {
    if !lines.isEmpty { write(renderer.text(lines)) }
  }

  mutating func write(_ output: DemoPace.Output) { write(renderer.text(output)) }

  /// A terminal in raw mode: a line's end is written in full.
  mutating func write(_ text: String) { append("o", text.replacing("\n", with: "\r\n")) }

  private mutating func append(_ code: String, _ text: String) {
    let seconds = JSONValue.number(Double(now) / 1000)
    lines.append(JSONValue.array([seconds, .string(code), .string(text)]).text)
  }
}

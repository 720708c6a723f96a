/// What can be wrong with the files and folders of lessons.
enum FileFault: Hashable, Sendable {
  case folderUnreadable
  case noLesson
  /// A lesson without `lesson.tokki`.
  case stepsMissing
  case unreadable
  /// Bytes that are no UTF-8.
  case noText
  case outside
  case stray
  case strayFolder
  /// There is something already where a lesson was to be written.
  case taken
  case unwritable

  var isWarning: Bool {
    switch self {
    case .folderUnreadable, .noLesson, .stepsMissing, .unreadable, .noText, .taken, .unwritable:
      false
    case .outside, .stray, .strayFolder: true
    }
  }

  var words: FaultWords {
    switch self {
    case .folderUnreadable:
      FaultWords(
        "the folder cannot be read",
        "Name a lesson's folder, or a folder that holds one folder for each lesson.",
        korean: "폴더를 읽을 수 없습니다",
        "레슨 하나의 폴더나, 레슨마다 폴더가 하나씩 든 폴더를 지정하세요.")
    case .noLesson:
      FaultWords(
        "there is no lesson",
        "A lesson is a folder with lesson.tokki, en.md and clients.md; "
          + "`tokki lesson new DIR` makes one.",
        korean: "레슨이 없습니다",
        "레슨은 lesson.tokki, en.md, clients.md가 든 폴더입니다. `tokki lesson new DIR`로 만드세요.")
    case .stepsMissing:
      FaultWords(
        "there is no such file, and the lesson's steps stand in it",
        "Write it: \"step KEY\", then its goals and its solution; "
          + "`tokki lesson new DIR` makes a lesson to begin with.",
        korean: "레슨의 단계를 적는 이 파일이 없습니다",
        "\"step KEY\"를 쓰고 그 아래에 goals와 solution을 쓰세요. `tokki lesson new DIR`로 시작용 레슨을 만들 수 있습니다.")
    case .unreadable:
      FaultWords(
        "the file cannot be read", "See who may read it, and whether it is a file at all.",
        korean: "파일을 읽을 수 없습니다", "읽기 권한이 있는지, 파일이 맞는지 확인하세요.")
    case .noText:
      FaultWords(
        "the line is no UTF-8 text", "Save the file as UTF-8.",
        korean: "이 줄은 UTF-8 텍스트가 아닙니다", "파일을 UTF-8로 저장하세요.")
    case .outside:
      FaultWords(
        "the file stands outside of every lesson",
        "Move it into a lesson's folder, or take it away.",
        korean: "파일이 어느 레슨에도 들어 있지 않습니다", "레슨의 폴더로 옮기거나 치우세요.")
    case .stray:
      FaultWords(
        "a lesson has no such file",
        "Its files are lesson.tokki, clients.md, en.md, ko.md; take this one away.",
        korean: "레슨에는 이런 파일이 없습니다",
        "레슨의 파일은 lesson.tokki, clients.md, en.md, ko.md입니다. 이 파일은 치우세요.")
    case .strayFolder:
      FaultWords(
        "a lesson has no folders in it", "Take it away, or move it beside the lesson.",
        korean: "레슨 안에는 폴더가 없습니다", "치우거나 레슨 옆으로 옮기세요.")
    case .taken:
      FaultWords(
        "there is something here already, and nothing was written",
        "Name a folder that is not there yet, or an empty one.",
        korean: "이미 무언가 있어서 아무것도 쓰지 않았습니다", "아직 없는 폴더나 빈 폴더를 지정하세요.")
    case .unwritable:
      FaultWords(
        "the folder cannot be written", "See who may write there.",
        korean: "폴더에 쓸 수 없습니다", "쓰기 권한이 있는지 확인하세요.")
    }
  }
}

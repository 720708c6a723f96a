/// What can be wrong with `clients.md`.
enum ClientFault: Hashable, Sendable {
  case noLanguage
  case badHeading
  case looseText
  case beforeStep
  case openFence
  case openComment
  case noSuchStep(String)
  case emptyFence
  /// The step can be played all the same.
  case missing(step: String, language: String)
  /// None for any step.
  case noLines

  var isWarning: Bool {
    switch self {
    case .missing, .noLines: true
    case .noLanguage, .badHeading, .looseText, .beforeStep, .openFence, .openComment, .noSuchStep,
      .emptyFence:
      false
    }
  }

  var words: FaultWords {
    switch self {
    case .noLanguage:
      FaultWords(
        "a client's lines name their language", "Write \"```go\".",
        korean: "클라이언트의 코드에는 언어 이름이 있어야 합니다", "\"```go\"처럼 쓰세요.")
    case .badHeading:
      FaultWords(
        "the heading is a step's key", "Write \"## STEP\".",
        korean: "제목은 단계의 키여야 합니다", "\"## STEP\"처럼 쓰세요.")
    case .looseText:
      FaultWords(
        "the file holds headings and fenced lines only",
        "Put the sentence into the step's closing.",
        korean: "이 파일에는 제목과 코드 블록만 들어갑니다", "문장은 그 단계의 closing에 쓰세요.")
    case .beforeStep:
      FaultWords(
        "lines of a client stand before the first step", "Write \"## STEP\" above.",
        korean: "클라이언트의 코드가 첫 단계보다 앞에 있습니다", "위에 \"## STEP\"을 쓰세요.")
    case .openFence: TextFault.openFence.words
    case .openComment: TextFault.openComment.words
    case .noSuchStep(let key):
      FaultWords(
        "lesson.tokki has no step \(key)", "Take the lines away, or correct the key.",
        korean: "lesson.tokki에 \(key) 단계가 없습니다", "코드를 지우거나 키를 고치세요.")
    case .emptyFence:
      FaultWords(
        "the fence is empty", "Write the lines.",
        korean: "코드 블록이 비어 있습니다", "코드를 쓰세요.")
    case .noLines:
      FaultWords(
        "no step has the lines of a real client",
        "Write the file: \"## STEP\" for each step, and fences \"```go\" and \"```python\".",
        korean: "어느 단계에도 실제 클라이언트의 코드가 없습니다",
        "파일을 쓰세요: 단계마다 \"## STEP\", 그 아래에 \"```go\"와 \"```python\" 블록.")
    case .missing(let step, let language):
      FaultWords(
        "the step \(step) has no lines in \(language)",
        "Write a fence \"```\(language)\" under \"## \(step)\".",
        korean: "\(step) 단계에 \(language) 코드가 없습니다",
        "\"## \(step)\" 아래에 \"```\(language)\" 블록을 쓰세요.")
    }
  }
}

import Testing
import TokkiLessons

@Suite("The lessons' own sentences")
struct LessonPhraseTests {
  @Test("are there in both languages, with the same places to fill")
  func complete() {
    for phrase in everyLessonPhrase() {
      #expect(!phrase.english.isEmpty && !phrase.korean.isEmpty, "\(phrase.key)")
      #expect(places(phrase.english) == places(phrase.korean), "\(phrase.key)")
    }
  }

  private func places(_ text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
      String($0.prefix { $0 != "}" })
    }.sorted()
  }
}

import Testing
import TokkiShell

@Suite("Sentences of the interface")
struct PhraseTests {
  @Test("Every sentence is there in both languages, and names the same things")
  func complete() {
    let phrases = everyPhrase()
    #expect(phrases.count > 150)
    for phrase in phrases {
      #expect(!phrase.english.isEmpty, "\(phrase.key)")
      #expect(!phrase.korean.isEmpty, "\(phrase.key)")
      #expect(places(in: phrase.english) == places(in: phrase.korean), "\(phrase.key)")
    }
  }

  /// What stands in braces.
  private func places(in text: String) -> Set<String> {
    var places: Set<String> = []
    for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      let place = String(part.prefix { $0 != "}" })
      // A choice between words, such as has|have, is one language's own.
      if part.contains("}"), !place.contains("|") { places.insert(place) }
    }
    return places
  }
}

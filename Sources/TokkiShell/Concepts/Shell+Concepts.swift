import TokkiLanguage

extension Shell {
  /// The card of a term; all terms where none is given.
  func concept(_ term: String?) throws(Stop) -> Outcome.Part {
    guard let term else { return .concepts }
    guard let concept = Concept.find(term) else {
      throw .refused(.noSuchConcept(term, nearest: Concept.nearest(to: term)))
    }
    return .concept(concept)
  }
}

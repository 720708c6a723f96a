import TokkiLanguage

extension Concept {
  var json: JSONValue {
    .part(
      "concept",
      [
        "name": .string(name), "korean": .string(korean), "group": .string(group.rawValue),
        "synonyms": .strings(synonyms), "what": what.json, "why": why.json,
        "example": .strings(example), "confusedWith": confusedWith.json,
        "seeAlso": .strings(seeAlso), "page": .string(page), "address": .string(address),
      ])
  }

  static var listJSON: JSONValue {
    let groups = Group.allCases.map { group in
      JSONValue.object([
        "group": .string(group.rawValue),
        "terms": .strings(all.filter { $0.group == group }.map(\.name)),
      ])
    }
    return .part("concepts", ["groups": .array(groups)])
  }
}

extension Localized {
  fileprivate var json: JSONValue {
    .object([.init("en", .string(english)), .init("ko", .string(korean))])
  }
}

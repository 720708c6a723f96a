extension WrittenProgram {
  var json: JSONValue {
    .part(
      "code",
      [
        "language": .string(language.rawValue), "file": file.map(JSONValue.string),
        "text": .string(text),
      ])
  }
}

extension CodeRefusal {
  var json: JSONValue {
    func reason(
      _ reason: String, _ name: String? = nil, detail: String? = nil, known: [String] = []
    ) -> JSONValue {
      .part(
        "refusal",
        [
          "reason": .string(reason), "name": name.map(JSONValue.string),
          "detail": detail.map(JSONValue.string),
          "nearest": known.isEmpty ? nil : .strings(known),
        ])
    }
    return switch self {
    case .nothingDone: reason("nothingDone")
    case .noSuchStep(let number, _): reason("noSuchStep", "\(number)")
    case .noSuchCheckpoint(let name, let known):
      reason("noSuchCheckpoint", name, known: known)
    case .notPassed(let name): reason("notPassed", name)
    case .file(let file, .isThere): reason("fileIsThere", file)
    case .file(let file, .impossible(let why)): reason("fileImpossible", file, detail: why)
    }
  }
}

internal import FoundationEssentials

/// What the management API says of a request that it refuses: `{"error": …, "reason": …}`.
enum RefusalReason {
  private struct Answer: Decodable { var reason: Term }

  /// As a reason is an Erlang term, it may be a list, in which texts are lists of characters.
  private indirect enum Term: Decodable {
    case text(String)
    case number(Int)
    case list([Term])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = .list(try container.decode([Term].self))
      }
    }

    var description: String {
      switch self {
      case .text(let text): return text
      case .number(let number): return String(number)
      case .list(let terms):
        let letters = terms.compactMap { term -> Unicode.Scalar? in
          guard case .number(let number) = term, number >= 32, number < 127 else { return nil }
          return UnicodeScalar(number)
        }
        guard letters.isEmpty || letters.count < terms.count else {
          return String(String.UnicodeScalarView(letters))
        }
        return terms.map(\.description).joined(separator: " ")
      }
    }
  }

  /// The reason as text, without HTML's own way of writing `<`; empty where there is none. What
  /// concerns the login says nothing that the status does not.
  static func text(_ body: [UInt8], status: Int) -> String {
    guard status != 401,
      let answer = try? JSONDecoder().decode(Answer.self, from: Data(body))
    else { return "" }
    return answer.reason.description
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}

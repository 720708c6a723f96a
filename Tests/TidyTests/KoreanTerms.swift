import Testing

/// One Korean name for a thing, in all that a user reads.
enum KoreanTerms {
  /// What is not said, each with what is said instead. The names by which `concept` finds a card
  /// may be any.
  static let variants: [(variant: String, term: String)] = [
    ("커넥션", "연결"), ("버추얼 호스트", "가상 호스트"), ("교환기", "익스체인지"),
    ("다이렉트 익스체인지", "direct 익스체인지"), ("팬아웃 익스체인지", "fanout 익스체인지"),
    ("토픽 익스체인지", "topic 익스체인지"), ("헤더 익스체인지", "headers 익스체인지"),
    ("얼터네이트", "대체 익스체인지"), ("대기열", "큐"), ("classic 큐", "클래식 큐"),
    ("quorum 큐", "쿼럼 큐"), ("자동 삭제", "auto-delete"), ("배타적", "exclusive"),
    ("데드레터", "데드 레터"), ("유효 기간", "TTL"), ("최대 길이", "길이 제한"),
    ("한도", "제한"), ("영속", "persistent"), ("지속성", "persistent"),
    ("프로퍼티", "속성"), ("인수", "인자"), ("파라미터", "인자"), ("바디", "본문"),
    ("발행 확인", "퍼블리셔 컨펌"), ("퍼블리셔 확인", "퍼블리셔 컨펌"), ("발행자", "발행하는 쪽"),
    ("소비자", "컨슈머"), ("선반입", "프리페치"), ("전달 태그", "딜리버리 태그"),
    ("딜리버리 리밋", "전달 횟수 제한"), ("독약", "포이즌"), ("재전달", "redelivered"),
    ("단일 활성", "single active consumer"), ("상관 id", "correlation id"),
    ("답 큐", "응답 큐"), ("거부", "거절"), ("ack 했", "ack했"),
    ("ack 합니다", "ack합니다"), ("ack 할", "ack할"), ("ack 하세요", "ack하세요"),
    ("오퍼레이터", "운영자"), ("암호", "비밀번호"), ("수업", "레슨"), ("낱말", "단어"),
    ("까닭", "이유"), ("당신", "여러분"),
  ]

  static func violations(in text: String, path: String) -> [Violation] {
    var isSynonym = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
      number, line -> [Violation] in
      if line.contains("also: [") { isSynonym = true }
      defer { if isSynonym, line.hasSuffix("],") { isSynonym = false } }
      return isSynonym ? [] : words(in: String(line), place: "\(path):\(number + 1)")
    }
  }

  private static func words(in line: String, place: String) -> [Violation] {
    variants.compactMap { variant, term in
      let found = line.ranges(of: variant).contains { range in
        // 제한도 is no 한도: what goes before it would have to end.
        guard let before = line[..<range.lowerBound].unicodeScalars.last else { return true }
        return !(0xAC00...0xD7A3).contains(before.value)
      }
      return found ? Violation(place: place, rule: "\(variant) is \(term) elsewhere") : nil
    }
  }
}

extension TidyTests {
  @Test("a thing has one Korean name in all that a user reads")
  func koreanTerms() {
    let read =
      SourceTree.paths(below: "Sources").filter { $0.hasSuffix(".swift") }
      + (SourceTree.paths(below: "lessons") + SourceTree.paths(below: "transcripts")).filter {
        $0.hasSuffix(".md")
      } + ["README.md"]
    let korean = read.filter { path in
      SourceTree.text(of: path).unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
    }
    #expect(korean.count > 60)
    for path in korean {
      #expect(KoreanTerms.violations(in: SourceTree.text(of: path), path: path) == [])
    }
  }

  @Test("a planted variant is found, a synonym and a longer word are none")
  func plantedVariants() {
    let text = """
      Localized("a", "커넥션을 엽니다.")
      also: ["connections", "커넥션"],
      "개수 제한도 있습니다."
      also: [
        "커넥션",
      ],
      "quorum 큐"
      """
    #expect(KoreanTerms.violations(in: text, path: "a").map(\.place) == ["a:1", "a:7"])
  }
}

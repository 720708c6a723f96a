extension ObjectForm {
  /// What has happened, in the trace's words.
  static let history: [ObjectForm] = [
    event(
      .published, "[by CLIENT] [to EXCHANGE]",
      [
        .byClient, PredicateForm("to", .text(.exchange), .exchange), .quality(.mandatory),
        .quality(.routed), .quality(.routed, isNegated: true, "unroutable"),
      ] + PredicateForm.message,
      Localized("messages published", "발행된 메시지")),
    event(
      .delivered, "[to CLIENT] [from QUEUE]",
      [.toClient, .fromQueue, .tag, .quality(.redelivered)] + PredicateForm.message,
      Localized("deliveries to consumers and answers to get", "컨슈머나 get으로 전달된 메시지")),
    event(
      .acked, "[by CLIENT] [from QUEUE]",
      [.byClient, .fromQueue, .quality(.redelivered)] + PredicateForm.message,
      Localized("deliveries acknowledged", "ack된 전달")),
    event(
      .rejected, "[by CLIENT] [from QUEUE]",
      [
        .byClient, .fromQueue, .quality(.requeued),
        .quality(.requeued, isNegated: true, "discarded"),
      ] + PredicateForm.message,
      Localized("deliveries rejected (nack or reject)", "거절된 전달 (nack이나 reject)")),
    event(
      .requeued, "[to QUEUE]",
      [PredicateForm("to", .text(.queue), .queue)] + PredicateForm.message,
      Localized("messages put back in their queue", "큐로 되돌아간 메시지")),
    event(
      .removed, "[from QUEUE] [reason REASON]", [.fromQueue, .reason] + PredicateForm.message,
      Localized(
        "messages gone without an ack: expired, maxlen, purged …",
        "ack 없이 사라진 메시지: expired, maxlen, purged …")),
    event(
      .deadLettered, "[from QUEUE] [to EXCHANGE] [reason REASON]",
      [.fromQueue, PredicateForm("to", .text(.exchange), .exchange), .reason]
        + PredicateForm.message,
      Localized("messages sent to a dead-letter exchange", "데드 레터 익스체인지로 간 메시지")),
    event(
      .returned, "[to CLIENT]", [.toClient, .measure(.code)] + PredicateForm.message,
      Localized("mandatory messages that came back", "돌아온 mandatory 메시지")),
    event(
      .confirmed, "[to CLIENT]", [.toClient] + PredicateForm.message,
      Localized("publishes that the broker acked", "브로커가 ack한 발행")),
    event(
      .refused, "[to CLIENT]", [.toClient] + PredicateForm.message,
      Localized("publishes that the broker nacked", "브로커가 nack한 발행")),
    ObjectForm(
      word: .closed, usage: "[CODE] [\"PART OF THE TEXT\"] [by CLIENT]",
      predicates: [
        .byClient, .measure(.code), PredicateForm("text", .text(.text), .text), .measure(.count),
      ],
      plainNumber: .code, plainText: .text, isHistory: true,
      meaning: Localized(
        "channels or connections that the broker closed with an error",
        "브로커가 오류로 닫은 채널이나 연결")),
  ]

  private static func event(
    _ word: Word, _ usage: String, _ predicates: [PredicateForm], _ meaning: Localized
  ) -> ObjectForm {
    var seen: Set<String> = []
    let all = predicates.filter { seen.insert($0.word).inserted } + [.measure(.count)]
    return ObjectForm(
      word: word, usage: usage, predicates: all, plainNumber: .count, plainText: .body,
      isHistory: true, meaning: meaning)
  }
}

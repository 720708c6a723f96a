import TokkiLanguage

/// Answers about consumers and their deliveries.
enum ConsumerPhrase: String, Phrase {
  case consuming, manualAck, autoAck, worker, workerDots, autoWorker, autoWorkerDots, replies,
    prefetch, cancelled
  case recovered, prefetchSet, prefetchSetGlobal, consumerCancelled, settledOne, settledMany
  case backToQueue, notRequeued

  var words: Localized {
    switch self {
    case .consuming:
      Localized("{client} {consumes|consume} {queue}", "{client} 컨슈머가 {queue} 큐를 구독합니다")
    case .manualAck: Localized("manual ack: {command} when done", "수동 ack: 끝나면 {command}")
    case .autoAck:
      Localized("auto ack: delivered is done", "자동 ack: 전달되는 순간 완료로 간주")
    case .worker: Localized("works {time} a message, then acks", "메시지마다 {time} 작업 후 ack")
    case .workerDots:
      Localized("works a second for each dot, then acks", "점 하나에 1초씩 작업 후 ack")
    case .autoWorker: Localized("works {time} a message", "메시지마다 {time} 작업")
    case .autoWorkerDots: Localized("works a second for each dot", "점 하나에 1초씩 작업")
    case .replies: Localized("replies with {reply}", "{reply}로 응답")
    case .prefetch: Localized("prefetch {count}", "prefetch {count}")
    case .cancelled: Localized("{client} cancelled consumer {tag}", "{client}: 컨슈머 {tag} 취소")
    case .recovered:
      Localized(
        "{client} {recovers: its|recover: your} unacked messages go back",
        "{client}: unacked 메시지를 큐로 되돌립니다")
    case .prefetchSet:
      Localized(
        "{client}: prefetch {count} for consumers from now on",
        "{client}: 이후 시작하는 컨슈머마다 prefetch {count}")
    case .prefetchSetGlobal:
      Localized(
        "{client}: prefetch {count} for the whole channel", "{client}: 채널 전체에 prefetch {count}")
    case .consumerCancelled:
      Localized(
        "{client}: the broker cancelled consumer {tag}, its queue is gone",
        "{client}: 큐가 사라져 브로커가 컨슈머 {tag}를 취소했습니다")
    case .settledOne: Localized("{client} {verb} {body}", "{client} {verb} {body}")
    case .settledMany:
      Localized("{client} {verb} {count} messages", "{client} {verb} 메시지 {count}개")
    case .backToQueue: Localized("back to the queue", "큐로 되돌림")
    case .notRequeued: Localized("not requeued", "큐로 되돌리지 않음")
    }
  }
}

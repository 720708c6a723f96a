import TokkiLanguage

/// About real brokers: coming to one, what it cannot do, where the shell knows from.
enum BrokerPhrase: String, Phrase {
  case connected, wayBack, left, withManagement, fromRun, fromManagement, heldBack, busyFor
  case needsSimulator, insteadOfAdvance, insteadOfRestart, insteadOfHistory, insteadOfExplain
  case insteadOfTrace
  case insteadOfMessages, unreachable, refused, loginAdvice, virtualHostAdvice, untrusted
  case trustAdvice, notAMQP, portAdvice, noFinder, onRealBroker, onSimulator, needsManagement
  case needsPassword, givenUp, closing, farewell

  var words: Localized {
    switch self {
    case .connected: Localized("connected to a real broker: {uri}", "실제 브로커에 연결됨: {uri}")
    case .wayBack:
      Localized(
        "Commands go there from now on; the simulation waits as it is: {command} comes back.",
        "이제부터 명령은 그 브로커로 갑니다. 시뮬레이션은 그대로 기다리며 {command} 하면 돌아옵니다.")
    case .left:
      Localized("left {uri}: back on the simulation, as it was", "{uri} 연결을 끝내고 시뮬레이션으로 돌아왔습니다")
    case .withManagement: Localized("management API", "관리 API")
    case .fromRun:
      Localized(
        "(of this run; the broker may have more)",
        "(이번 실행의 것; 브로커에는 더 있을 수 있습니다)")
    case .fromManagement:
      Localized(
        "(from the broker's management API: the whole virtual host)",
        "(브로커의 관리 API에서 읽은 가상 호스트 전체)")
    case .heldBack: Localized("held back until {command}", "{command}까지 보류됨")
    case .busyFor: Localized("busy for {time}", "{time} 동안 작업")
    case .needsSimulator:
      Localized(
        "only the simulated broker can do that; this is a real one",
        "시뮬레이션 브로커만 할 수 있는 일입니다. 지금은 실제 브로커입니다")
    case .insteadOfAdvance:
      Localized(
        "Time passes by itself here: work and TTLs take as long as they say. `expect` waits for "
          + "what is to come.",
        "여기서는 시간이 저절로 흐릅니다. 작업과 TTL은 정해진 만큼 걸리고, `expect`는 그 결과를 기다립니다.")
    case .insteadOfRestart:
      Localized(
        "Restart it where it runs; a client connects again with its next command. `disconnect` "
          + "comes back to a broker that restarts at a word.",
        "브로커가 실행되는 곳에서 다시 시작하세요. 클라이언트는 다음 명령에서 다시 연결합니다. `disconnect` 하면 말 "
          + "한마디로 다시 시작하는 브로커로 돌아갑니다.")
    case .insteadOfHistory:
      Localized(
        "What was done stays done: delete or purge it. `disconnect` comes back to where undo "
          + "works.",
        "한 일은 되돌아가지 않습니다. 직접 삭제하거나 비우세요. `disconnect` 하면 되돌리기가 있는 곳으로 갑니다.")
    case .insteadOfExplain:
      Localized(
        "A real broker does not tell its ways: publish with --mandatory to hear of what reached no "
          + "queue, or `disconnect` and explain it on the simulation.",
        "실제 브로커는 경로를 알려 주지 않습니다. --mandatory로 발행하면 도착하지 못한 메시지가 돌아옵니다. "
          + "`disconnect` 하고 시뮬레이션에서 explain 할 수도 있습니다.")
    case .insteadOfTrace:
      Localized(
        "A real broker does not tell a message's way. `timeline` shows what this run's clients "
          + "got, `sequence` the methods that they exchanged with it.",
        "실제 브로커는 메시지가 지나온 길을 알려 주지 않습니다. `timeline`은 이번 실행의 클라이언트가 받은 것을, "
          + "`sequence`는 브로커와 주고받은 메서드를 보여 줍니다.")
    case .insteadOfMessages:
      Localized(
        "A real broker shows a message only by handing it out: `get QUEUE`, and `nack` gives it "
          + "back.",
        "실제 브로커는 메시지를 꺼내 줄 때만 보여 줍니다. `get 큐이름`으로 받고 `nack`으로 되돌리세요.")
    case .unreachable:
      Localized("the broker cannot be reached: {reason}", "브로커에 연결할 수 없습니다: {reason}")
    case .refused:
      Localized("the broker refused the connection: {text}", "브로커가 연결을 거부했습니다: {text}")
    case .loginAdvice:
      Localized(
        "User or password are wrong, or this user may not come from here (guest only from the "
          + "broker's own machine).",
        "사용자나 암호가 틀렸거나, 이 사용자는 여기서 접속할 수 없습니다 (guest는 브로커와 같은 컴퓨터에서만 가능).")
    case .virtualHostAdvice:
      Localized(
        "The path of a URI names the virtual host: /staging; / alone is the default one.",
        "URI의 경로가 가상 호스트입니다: /staging. /만 쓰면 기본 가상 호스트입니다.")
    case .untrusted:
      Localized("the certificate was refused: {reason}", "인증서가 거부되었습니다: {reason}")
    case .trustAdvice:
      Localized(
        "An authority of your own is named in the URI: ?cacertfile=FILE.",
        "자체 인증 기관은 URI에 지정합니다: ?cacertfile=파일.")
    case .notAMQP:
      Localized("that is no AMQP 0-9-1 broker: {reason}", "AMQP 0-9-1 브로커가 아닙니다: {reason}")
    case .portAdvice:
      Localized(
        "RabbitMQ listens at port 5672, with TLS at 5671; 15672 is its management UI.",
        "RabbitMQ의 포트는 5672, TLS는 5671입니다. 15672는 관리 UI입니다.")
    case .noFinder:
      Localized("no real broker can be reached from here", "여기서는 실제 브로커에 연결할 수 없습니다")
    case .onRealBroker:
      Localized("{uri} is connected already", "이미 {uri}에 연결되어 있습니다")
    case .onSimulator:
      Localized(
        "this is the simulated broker; there is nothing to leave",
        "지금은 시뮬레이션 브로커입니다. 끝낼 연결이 없습니다")
    case .needsManagement:
      Localized(
        "that takes the broker's management API, which does not answer, or does not allow it",
        "브로커의 관리 API가 필요한데, 응답이 없거나 허용되지 않습니다")
    case .needsPassword:
      Localized(
        "a real broker asks for the password of user {user}", "실제 브로커에는 사용자 {user}의 암호가 필요합니다")
    case .givenUp: Localized("given up, as you asked", "요청대로 그만두었습니다")
    case .farewell:
      Localized(
        "{clients} finishes what is in hand; Ctrl-C leaves at once",
        "{clients}: 하던 일을 마치는 중입니다. Ctrl-C를 누르면 바로 끝납니다")
    case .closing: Localized("{client} is being closed", "{client} 연결을 닫는 중입니다")
    }
  }
}

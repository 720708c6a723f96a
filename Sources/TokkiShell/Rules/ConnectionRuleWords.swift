import TokkiBroker

extension RuleWords {
  static let connections: [RuleName: RuleWords] = [
    .protocolVersion: RuleWords(
      (
        "A connection begins with the protocol header AMQP 0-9-1; any other is answered with the "
          + "version that the broker speaks, and closed.",
        "연결은 AMQP 0-9-1 프로토콜 헤더로 시작합니다. 다른 헤더에는 브로커가 쓰는 버전을 알려 주고 연결을 닫습니다."
      ),
      cure: (
        "Use an AMQP 0-9-1 client, and the port for it: 5672, or 5671 with TLS.",
        "AMQP 0-9-1 클라이언트로 알맞은 포트(5672, TLS는 5671)에 연결하세요."
      ),
      try: "help connect"),
    .unusableLogin: RuleWords(
      (
        "The client logs in by a mechanism that the broker offers, with a response in that "
          + "mechanism's form. Otherwise the socket is closed without a word.",
        "클라이언트는 브로커가 제공하는 인증 방식과 그 형식에 맞는 응답으로 로그인해야 합니다. 아니면 아무 말 없이 소켓이 닫힙니다."
      ),
      cure: (
        "Use PLAIN, which every broker offers; the broker's log says what it could not use.",
        "어느 브로커에나 있는 PLAIN을 쓰세요. 무엇이 잘못되었는지는 브로커 로그에 있습니다."
      ),
      try: "help connect"),
    .loginRefused: RuleWords(
      (
        "The user's name and password must be right, and guest may come from the broker's own "
          + "machine only. The text does not say which it was; the broker's log does.",
        "사용자 이름과 비밀번호가 맞아야 하며, guest는 브로커와 같은 컴퓨터에서만 로그인할 수 있습니다. 어느 쪽인지는 브로커 로그에만 있습니다."
      ),
      cure: (
        "Check the password; from another machine use a user of your own instead of guest.",
        "비밀번호를 확인하세요. 다른 컴퓨터에서는 guest 대신 새 사용자를 쓰세요."
      ),
      try: "list users", "help connect"),
    .loginRefusedInSilence: RuleWords(
      (
        "A client that does not announce the capability authentication_failure_close is not told "
          + "that its login was refused: the socket is just closed.",
        "authentication_failure_close 기능을 알리지 않은 클라이언트는 로그인이 거절되어도 이유를 듣지 못하고 소켓만 닫힙니다."
      ),
      cure: (
        "Check user and password; the broker's log says what was wrong.",
        "사용자와 비밀번호를 확인하세요. 이유는 브로커 로그에 있습니다."
      ),
      try: "help connect"),
    .handshakeTimeout: RuleWords(
      (
        "The opening of a connection must not take longer than the broker's handshake timeout, "
          + "10 seconds by default.",
        "연결을 여는 과정은 브로커의 handshake timeout(기본 10초) 안에 끝나야 합니다."
      ),
      cure: (
        "See what holds the client up: a name that resolves slowly, a proxy, a debugger.",
        "느린 이름 조회, 프록시, 디버거처럼 클라이언트를 멈추게 하는 것을 찾아보세요."
      ),
      try: "status"),
    .negotiation: RuleWords(
      (
        "What the client asks for in tune-ok must not exceed the broker's frame-max and "
          + "channel-max, and a frame-max is 4096 at least.",
        "클라이언트가 tune-ok로 요구하는 값은 브로커의 frame-max와 channel-max를 넘을 수 없고, frame-max는 4096 이상이어야 합니다."
      ),
      cure: (
        "Take the broker's own values, or smaller ones.", "브로커가 제안한 값이나 더 작은 값을 쓰세요."
      ),
      try: "list connections"),
    .noVirtualHost: RuleWords(
      (
        "A virtual host must be added before a connection opens it.",
        "가상 호스트는 연결하기 전에 추가해야 합니다."
      ),
      cure: (
        "Add it, or open one that is there. In a URI the virtual host / is written %2F.",
        "가상 호스트를 추가하거나 이미 있는 것을 여세요. URI에서 / 가상 호스트는 %2F로 씁니다."
      ),
      try: "list vhosts", "add vhost <vhost>"),
    .virtualHostRefused: RuleWords(
      (
        "A user enters the virtual hosts in which it was given permissions, and no others.",
        "사용자는 권한을 받은 가상 호스트에만 들어갈 수 있습니다."
      ),
      cure: (
        "Give the user permissions there: set permissions USER .* .* .* --vhost VHOST.",
        "그 가상 호스트의 권한을 사용자에게 주세요: set permissions USER .* .* .* --vhost VHOST."
      ),
      try: "set permissions <user> .* .* .* --vhost <vhost>", "list permissions"),
    .connectionLimit: RuleWords(
      (
        "An operator may limit how many connections a virtual host or a user has.",
        "운영자는 가상 호스트나 사용자의 연결 수를 제한할 수 있습니다."
      ),
      cure: (
        "Close connections that nobody needs, or have the limit raised: set vhost limits, set user "
          + "limits.",
        "쓰지 않는 연결을 닫거나 제한을 올리세요: set vhost limits, set user limits."
      ),
      try: "list limits", "list connections"),
    .nodeConnectionLimit: RuleWords(
      (
        "connection_max in the broker's configuration limits the connections of a node.",
        "브로커 설정의 connection_max가 노드의 연결 수를 제한합니다."
      ),
      cure: (
        "Close connections that nobody needs, or have the limit raised.",
        "쓰지 않는 연결을 닫거나 제한을 올리세요."
      ),
      try: "list connections"),
    .virtualHostDown: RuleWords(
      (
        "A virtual host whose processes have failed takes no connections and keeps none.",
        "프로세스가 멈춘 가상 호스트에는 연결할 수 없고, 있던 연결도 닫힙니다."
      ),
      cure: (
        "Have an operator restart it: rabbitmqctl restart_vhost.",
        "운영자가 rabbitmqctl restart_vhost로 다시 시작해야 합니다."
      ),
      try: "list vhosts"),
    .unexpectedMethod: RuleWords(
      (
        "On channel 0 a connection takes the methods of its own class, each in its turn; all "
          + "others belong to other channels.",
        "채널 0에서는 connection 클래스의 메서드만 정해진 순서대로 받습니다. 다른 메서드는 다른 채널의 것입니다."
      ),
      cure: (
        "It is an error of the client library: the channel number or the order is wrong.",
        "클라이언트 라이브러리의 오류입니다. 채널 번호나 순서가 잘못되었습니다."
      ),
      try: "list channels"),
    .connectionForced: RuleWords(
      ("An operator closed the connection.", "운영자가 연결을 닫았습니다."),
      cure: (
        "The words are the operator's. Clients should wait a moment, then connect again.",
        "문구는 운영자가 쓴 것입니다. 클라이언트는 잠시 기다렸다가 다시 연결하는 것이 좋습니다."
      ),
      try: "list connections"),
    .brokerShutdown: RuleWords(
      (
        "A broker that stops closes every connection first.",
        "브로커는 멈추기 전에 모든 연결을 닫습니다."
      ),
      cure: (
        "Clients should connect again; what is durable is there after the restart.",
        "클라이언트는 다시 연결해야 합니다. durable인 것은 재시작 뒤에도 남아 있습니다."
      ),
      try: "list connections"),
    .virtualHostDeleted: RuleWords(
      (
        "Who deletes a virtual host deletes all that is in it, and closes its connections.",
        "가상 호스트를 삭제하면 그 안의 모든 것이 사라지고 연결도 닫힙니다."
      ),
      cure: (
        "Add it anew and declare what was in it, or open another one.",
        "다시 추가해서 필요한 것을 선언하거나 다른 가상 호스트를 여세요."
      ),
      try: "list vhosts"),
    .userDeleted: RuleWords(
      (
        "A user that is deleted loses its connections.", "사용자를 삭제하면 그 사용자의 연결이 닫힙니다."
      ),
      cure: (
        "Connect as another user, or have this one added again.",
        "다른 사용자로 연결하거나 그 사용자를 다시 추가하세요."
      ),
      try: "list connections"),
    .maintenance: RuleWords(
      (
        "A node in maintenance mode closes its connections and takes no new ones.",
        "유지보수 모드인 노드는 연결을 닫고 새 연결을 받지 않습니다."
      ),
      cure: (
        "Connect to another node of the cluster.", "클러스터의 다른 노드에 연결하세요."
      ),
      try: "list connections"),
    .heartbeatTimeout: RuleWords(
      (
        "Who has agreed to heartbeats sends something within each interval; after two silent ones "
          + "the socket is closed without a word.",
        "하트비트를 쓰기로 했으면 간격마다 무엇이든 보내야 합니다. 두 간격 동안 조용하면 아무 말 없이 소켓이 닫힙니다."
      ),
      cure: (
        "Do not block the thread that serves the connection; an interval of 5 to 20 seconds suits "
          + "most.",
        "연결을 처리하는 스레드를 막지 마세요. 간격은 5~20초가 무난합니다."
      ),
      try: "list connections"),
    .secretRefused: RuleWords(
      (
        "A new secret must please each authentication backend that the user comes from.",
        "새 비밀은 사용자를 확인한 모든 인증 백엔드가 받아들여야 합니다."
      ),
      cure: (
        "Get a token that is valid, and with the same rights.", "같은 권한을 가진 유효한 토큰을 받으세요."
      ),
      try: "list connections"),
    .faultInBroker: RuleWords(
      (
        "Something in the broker failed with which it did not reckon; its log says what.",
        "브로커 안에서 예상하지 못한 오류가 났습니다. 내용은 브로커 로그에 있습니다."
      ),
      cure: (
        "Look into the log. Arguments of a strange type or form are the usual cause.",
        "로그를 보세요. 타입이나 형식이 이상한 인자가 흔한 원인입니다."
      ),
      try: "help queue.declare"),
  ]
}

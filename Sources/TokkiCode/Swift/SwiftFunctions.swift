/// What Swift programs have behind `main`: only what they use.
extension SwiftWriter {
  mutating func helpers() {
    if text.lines.contains(where: { $0.contains("properties: properties {") }) { properties() }
    if features.failsAnswering || features.failsSilently { errors() }
    if features.waits || features.works { time() }
    if features.receives { receivers() }
    if features.works { workers() }
    if features.replies.contains(.fib) { fibonacci() }
    if features.takes || features.findsNothing { getting() }
    if features.returns { returning() }
    if features.flushes { flushing() }
    if features.confirms {
      helper(
        "Tells where RabbitMQ did not take a message.", "RabbitMQ가 메시지를 받지 못하면 알립니다.",
        """
        func showConfirm(_ isTaken: Bool) {
          if !isTaken { print("RabbitMQ did not take the message") }
        }
        """)
    }
    if text.lines.contains(where: { $0.contains("Failed(") }) {
      text.add(
        """

        struct Failed: Error, CustomStringConvertible {
          let description: String
          init(_ description: String) { self.description = description }
        }
        """)
    }
  }

  private mutating func helper(_ english: String, _ korean: String, _ code: String) {
    text.space()
    comment(english, korean)
    text.add(code)
  }

  private mutating func properties() {
    helper(
      "The properties of a message.", "메시지의 속성입니다.",
      """
      func properties(_ set: (inout BasicProperties) -> Void) -> BasicProperties {
        var properties = BasicProperties()
        set(&properties)
        return properties
      }
      """)
  }

  private mutating func errors() {
    helper(
      "RabbitMQ refuses with that code what is done in the block, or closes the channel after it.",
      "블록 안의 일을 RabbitMQ가 그 코드로 거절하거나, 그 뒤에 채널을 닫습니다.",
      """
      @MainActor func expectError(
        _ code: UInt16, _ closings: AsyncStream<AMQPFailure>? = nil, _ action: () async throws \
      -> Void
      ) async throws {
        do {
          try await action()
          if let closings { for await failure in closings { throw failure } }
        } catch let failure as AMQPFailure {
          switch failure {
          case .channelClosed(let reason), .connectionClosed(let reason):
            guard reason.code == code else { throw failure }
            return print("as expected: \\(failure)")
          default: throw failure
          }
        }
        throw Failed("expected \\(code)")
      }
      """)
  }

  private mutating func time() {
    helper(
      "Lets time pass, scaled by TIME_SCALE.", "TIME_SCALE을 곱한 시간만큼 기다립니다.",
      """
      func wait(_ duration: Duration) async throws {
        let scale = Double(ProcessInfo.processInfo.environment["TIME_SCALE"] ?? "1") ?? 1
        try await Task.sleep(for: duration * scale)
      }
      """)
  }

  private mutating func receivers() {
    helper(
      "Keeps what it received, to acknowledge it later.",
      "나중에 ack할 수 있게 받은 메시지를 보관합니다.",
      """
      final class Receiver {
        let name: String
        private var iterator: Deliveries.AsyncIterator
        private(set) var received: [ReceivedMessage] = []

        init(_ name: String, _ deliveries: Deliveries) {
          self.name = name
          iterator = deliveries.makeAsyncIterator()
        }

        func receive(_ count: Int) async throws {
          for _ in 0..<count {
            var iterator = iterator
            guard let message = try await iterator.next() else { throw Failed("\\(name): it is \
      over") }
            self.iterator = iterator
            print("[\\(name)] received \\(String(decoding: message.body, as: UTF8.self))")
            received.append(message)
          }
        }
      }
      """)
  }

  private mutating func workers() {
    helper(
      "Takes messages one after the other and acknowledges each when it is done.",
      "메시지를 하나씩 처리하고, 끝나면 ack합니다.",
      """
      final class Worker {
        private var done: AsyncStream<Void>.AsyncIterator
        private var finished = 0

        init(
          _ name: String, _ channel: AMQPChannel, _ deliveries: Deliveries, noAck: Bool, \
      replies: Bool,
          work: @escaping @Sendable ([UInt8]) async throws -> [UInt8]
        ) {
          let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
          done = stream.makeAsyncIterator()
          Task {
            for try await message in deliveries {
              print("[\\(name)] works on \\(String(decoding: message.body, as: UTF8.self))")
              let answer = try? await work(message.body)
              if let answer, replies, let replyTo = message.properties.replyTo {
                var properties = BasicProperties()
                properties.correlationID = message.properties.correlationID
                let reply = Content(properties: properties, body: answer)
                try await channel.publish(reply, routingKey: replyTo)
              }
              let isDone = answer != nil && (!replies || message.properties.replyTo != nil)
              if !noAck, isDone { try await message.acknowledge() }
              if !noAck, !isDone { try await message.reject(requeue: false) }
              continuation.yield()
            }
          }
        }

        func finish(_ count: Int) async {
          var done = done
          while finished < count {
            _ = await done.next()
            finished += 1
          }
          self.done = done
        }
      }
      """)
  }

  private mutating func fibonacci() {
    helper(
      "What the RPC server computes.", "RPC 서버가 하는 계산입니다.",
      """
      func fib(_ body: [UInt8]) throws -> Int {
        guard let number = Int(String(decoding: body, as: UTF8.self)), (0...92).contains(number) \
      else {
          throw Failed("no number")
        }
        var (a, b) = (0, 1)
        for _ in 0..<number { (a, b) = (b, a &+ b) }
        return a
      }
      """)
  }

  private mutating func getting() {
    if features.takes {
      helper(
        "Takes one message; one that is still on its way is waited for.",
        "메시지 하나를 꺼냅니다. 아직 오는 중이면 기다립니다.",
        """
        func get(
          _ channel: AMQPChannel, _ queue: String, noAck: Bool = false
        ) async throws -> ReceivedMessage {
          for _ in 0..<50 {
            if let message = try await channel.get(queue, noAck: noAck) {
              print("\\(queue): got \\(String(decoding: message.body, as: UTF8.self))")
              return message
            }
            try await Task.sleep(for: .milliseconds(100))
          }
          throw Failed("\\(queue) is empty")
        }
        """)
    }
    guard features.findsNothing else { return }
    helper(
      "Asks an empty queue for a message.", "빈 큐에서 꺼내 봅니다.",
      """
      func getNothing(_ channel: AMQPChannel, _ queue: String, noAck: Bool = false) async throws {
        let message = try await channel.get(queue, noAck: noAck)
        print(message == nil ? "\\(queue) is empty" : "\\(queue): a message, which was not \
      expected")
      }
      """)
  }

  private mutating func returning() {
    helper(
      "Mandatory messages that no queue took.", "어느 큐도 받지 않은 mandatory 메시지입니다.",
      """
      func showReturned(_ returns: inout AsyncStream<ReturnedMessage>.Iterator, _ count: Int) \
      async {
        for _ in 0..<count {
          guard let message = await returns.next() else { return }
          let body = String(decoding: message.content.body, as: UTF8.self)
          print("returned: \\(message.replyCode) \\(message.replyText) \\(body)")
        }
      }
      """)
  }

  private mutating func flushing() {
    helper(
      "Waits until RabbitMQ has heard all that was sent on the channel: it answers in order.",
      "채널로 보낸 것을 RabbitMQ가 모두 받을 때까지 기다립니다. RabbitMQ는 순서대로 답합니다.",
      """
      func flush(_ channel: AMQPChannel) async throws {
        try await channel.checkExchange("amq.direct")
      }
      """)
  }
}

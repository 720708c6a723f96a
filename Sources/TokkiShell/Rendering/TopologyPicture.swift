import AMQPModel
import TokkiBroker

/// The topology as a picture: exchanges, binding keys, queues, consumers, from left to right.
///
/// ```
/// logs (fanout) ─┬─────────▶ audit    1 ready
///                └─────────▶ console  0 ready, 1 unacked ──▶ w1  prefetch 1
/// ```
///
/// Where the screen is too narrow for that, the same goes downwards as a tree.
extension Renderer {
  public func picture(_ topology: Topology) -> [StyledLine] {
    let blocks = PictureReader(topology: topology, renderer: self).blocks()
    let source = topology.source.map { [sourceLine($0)] } ?? []
    guard !blocks.isEmpty else {
      return wrapped([
        speaker.say(LookPhrase.nothingYet, ["command": command("declare queue hello")])
      ]) + source
    }
    let wide = WidePicture(blocks: blocks, renderer: self).lines()
    if wide.allSatisfy({ $0.width <= style.width }) { return wide + source }
    return TallPicture(blocks: blocks, renderer: self).lines() + source
  }
}

/// One exchange with what it leads to.
struct PictureBlock {
  /// One binding.
  struct Branch {
    var key: StyledLine
    var target: PictureTarget
  }

  var label: StyledLine
  var branches: [Branch]
  /// Such as where unroutable messages go.
  var footer: [StyledLine]
}

/// A queue with its consumers, or an exchange that is drawn in a block of its own.
struct PictureTarget {
  var name: StyledLine
  var state: StyledLine?
  var consumers: [StyledLine] = []
  /// Such as where dead letters go.
  var footer: [StyledLine] = []
}

/// From the broker's state to the blocks of a picture, each queue drawn in full once.
struct PictureReader {
  let topology: Topology
  let renderer: Renderer

  private var host: VirtualHostSnapshot { topology.virtualHost }

  func blocks() -> [PictureBlock] {
    var drawn: [String] = []
    var blocks: [PictureBlock] = []
    if let block = defaultBlock(&drawn) { blocks.append(block) }
    for exchange in host.exchanges where isShown(exchange) {
      blocks.append(block(exchange, &drawn))
    }
    return blocks
  }

  /// What RabbitMQ itself declared is shown where somebody uses it.
  private func isShown(_ exchange: ExchangeSnapshot) -> Bool {
    guard exchange.isPredeclared else { return true }
    return host.bindings.contains { $0.source == exchange.name }
  }

  /// Queues that only their name leads to.
  private func defaultBlock(_ drawn: inout [String]) -> PictureBlock? {
    let bound = host.bindings.compactMap { binding -> String? in
      guard case .queue(let name) = binding.destination else { return nil }
      return name
    }
    let queues = host.queues.filter { !bound.contains($0.name) }
    guard !queues.isEmpty else { return nil }
    var branches: [PictureBlock.Branch] = []
    for queue in queues {
      branches.append(
        PictureBlock.Branch(
          key: StyledLine(), target: target(queue.name, &drawn)))
    }
    let label = renderer.speaker.say(LookPhrase.byName, .quiet)
    return PictureBlock(label: label, branches: branches, footer: [])
  }

  private func block(_ exchange: ExchangeSnapshot, _ drawn: inout [String]) -> PictureBlock {
    let label = renderer.exchange(exchange.name) + StyledLine(" (\(exchange.type))", .quiet)
    var branches: [PictureBlock.Branch] = []
    for binding in host.bindings where binding.source == exchange.name {
      let target: PictureTarget
      switch binding.destination {
      case .queue(let name): target = self.target(name, &drawn)
      case .exchange(let name): target = PictureTarget(name: renderer.exchange(name))
      }
      branches.append(PictureBlock.Branch(key: keyLabel(of: binding, exchange), target: target))
    }
    var footer: [StyledLine] = []
    let alternate =
      exchange.arguments["alternate-exchange"]
      ?? exchange.effectivePolicyDefinition["alternate-exchange"]
    if let alternate = alternate?.text {
      footer.append(edge(LookPhrase.alternate, to: renderer.exchange(alternate)))
    }
    return PictureBlock(label: label, branches: branches, footer: footer)
  }

  private func keyLabel(of binding: BindingSnapshot, _ exchange: ExchangeSnapshot) -> StyledLine {
    var parts: [StyledLine] = []
    if !binding.key.isEmpty || (exchange.type != "fanout" && exchange.type != "headers") {
      parts.append(renderer.key(binding.key))
    }
    if !binding.arguments.isEmpty { parts.append(StyledLine(FieldText.of(binding.arguments))) }
    return parts.joined(separator: " ")
  }

  private func target(_ name: String, _ drawn: inout [String]) -> PictureTarget {
    var target = PictureTarget(name: renderer.queue(name))
    guard let queue = host.queue(name) else { return target }
    if drawn.contains(name) {
      target.state = renderer.speaker.say(LookPhrase.seeAbove, .quiet)
      return target
    }
    drawn.append(name)
    let numbers =
      topology.counted?.first { ExactName($0.name) == ExactName(name) } ?? CountedQueue(queue)
    var counts = [
      renderer.speaker.say(LookPhrase.ready, ["count": renderer.number(numbers.readyCount)])
    ]
    if let unacked = numbers.unackedCount, unacked > 0 {
      counts.append(renderer.speaker.say(LookPhrase.unacked, ["count": "\(unacked)"]))
    }
    target.state = counts.joined(separator: ", ")
    // The broker keeps its consumers in the order of dispatch, which turns with each delivery.
    target.consumers =
      queue.consumers.sorted { ($0.channel, $0.tag) < ($1.channel, $1.tag) }.map(consumer)
    let policies = queue.effectivePolicyDefinition
    let deadLetters = queue.arguments["x-dead-letter-exchange"] ?? policies["dead-letter-exchange"]
    if let exchange = deadLetters?.text {
      let key =
        (queue.arguments["x-dead-letter-routing-key"] ?? policies["dead-letter-routing-key"])?.text
      let end = renderer.line(
        renderer.exchange(exchange), deadLetterKey(key, to: exchange).map { [$0] } ?? [])
      target.footer.append(edge(LookPhrase.deadLetter, to: end))
    }
    return target
  }

  /// With which key; to the default exchange it decides everything.
  private func deadLetterKey(_ key: String?, to exchange: String) -> StyledLine? {
    if let key { return renderer.speaker.say(MessagePhrase.key, ["key": renderer.key(key)]) }
    return exchange.isEmpty ? renderer.speaker.say(LookPhrase.ownKey) : nil
  }

  private func consumer(_ consumer: ConsumerSnapshot) -> StyledLine {
    let connection = topology.connections.first { $0.id == consumer.channel.connection }
    var line = renderer.client(connection?.name ?? consumer.tag)
    var details: [StyledLine] = []
    if consumer.prefetchCount > 0 {
      details.append(
        renderer.speaker.say(LookPhrase.prefetch, ["count": "\(consumer.prefetchCount)"]))
    }
    if consumer.noAck { details.append(renderer.speaker.say(MessagePhrase.autoAck)) }
    if !consumer.isActive { details.append(renderer.speaker.say(LookPhrase.waiting)) }
    if !details.isEmpty { line += "  " + details.joined(separator: ", ").inked(.quiet) }
    return line
  }

  private func edge(_ phrase: LookPhrase, to end: StyledLine) -> StyledLine {
    let dash = StyledLine(renderer.glyphs.dashed + renderer.glyphs.dashed, .quiet)
    let head = StyledLine(renderer.glyphs.dashed + renderer.glyphs.head, .quiet)
    return dash + " " + renderer.speaker.say(phrase, .quiet) + " " + head + " " + end
  }
}

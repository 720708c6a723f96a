internal import AMQPModel
internal import DequeModule

/// A consumer's pair of hands: takes deliveries in order, one at a time, each for as long as the
/// plan says. It knows no clock; whoever owns it asks for the deadline and says what time it is.
struct Worker: Hashable, Sendable {
  let plan: WorkPlan
  private(set) var current: Delivery?
  /// When the current delivery will be done, in milliseconds.
  private(set) var until: Int64 = 0
  private var waiting: Deque<Delivery> = []

  init(plan: WorkPlan) { self.plan = plan }

  var isIdle: Bool { current == nil }

  var hasNothingWaiting: Bool { waiting.isEmpty }

  /// What it has in hand and before it.
  var unfinishedCount: Int { waiting.count + (current == nil ? 0 : 1) }

  var deadline: Int64? { current == nil ? nil : until }

  mutating func take(_ delivery: Delivery) { waiting.append(delivery) }

  /// Starts on the next delivery if the hands are free; returns it.
  mutating func start(at now: Int64) -> Delivery? {
    guard current == nil, let next = waiting.popFirst() else { return nil }
    current = next
    let (sum, overflow) = now.addingReportingOverflow(max(0, plan.milliseconds(for: next)))
    until = overflow ? .max : sum
    return next
  }

  /// The delivery whose time has come leaves the hands.
  mutating func finish(at now: Int64) -> Delivery? {
    guard let done = current, until <= now else { return nil }
    current = nil
    return done
  }

  /// Takes out what nobody has begun to work on.
  mutating func giveUpWaiting() -> [Delivery] {
    defer { waiting.removeAll() }
    return Array(waiting)
  }

  /// Forgets everything: the deliveries went back to the queue.
  mutating func clear() {
    current = nil
    waiting.removeAll()
  }
}

extension WorkPlan {
  /// How long the delivery keeps a worker busy, in milliseconds.
  func milliseconds(for delivery: Delivery) -> Int64 {
    switch duration {
    case .dots:
      Int64(clamping: delivery.content.body.count { $0 == UInt8(ascii: ".") }) &* 1000
    case .fixed(let milliseconds): milliseconds
    }
  }
}

extension WorkPlan.Reply {
  /// The reply's content; throws where the request cannot be answered.
  func answer(to request: Content) throws(WorkImpossible) -> Content {
    var properties = BasicProperties()
    properties.correlationID = request.properties.correlationID
    switch self {
    case .echo: return Content(properties: properties, body: request.body)
    case .upper:
      let text = String(decoding: request.body, as: UTF8.self)
      return Content(properties: properties, text: text.uppercased())
    case .fib:
      let text = String(decoding: request.body, as: UTF8.self)
      guard let number = Int(text), (0...92).contains(number) else {
        throw WorkImpossible(failure: .noNumber)
      }
      return Content(properties: properties, text: String(fibonacci(number)))
    }
  }
}

/// Thrown by a reply that cannot be made.
struct WorkImpossible: Error { let failure: WorkFailure }

/// fib(0) = 0, fib(1) = 1; up to 92 the result fits in 64 bits.
private func fibonacci(_ number: Int) -> Int64 {
  var pair: (Int64, Int64) = (0, 1)
  for _ in 0..<number { pair = (pair.1, pair.0 &+ pair.1) }
  return pair.0
}

import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("Server-made names") struct NameSourceTests {
  @Test("A name is the prefix and 22 URL-safe characters") func shape() {
    var names = NameSource(seed: 7)
    let name = names.name("amq.gen")
    #expect(name.wholeMatch(of: /amq\.gen-[A-Za-z0-9_-]{22}/) != nil)
    let other = names.name("amq.gen")
    #expect(other != name)
  }

  @Test("The same seed gives the same names, another seed others") func seeds() {
    var first = NameSource(seed: 1)
    var second = NameSource(seed: 1)
    var third = NameSource(seed: 2)
    let made = [first.name("amq.ctag"), second.name("amq.ctag"), third.name("amq.ctag")]
    #expect(made[0] == made[1])
    #expect(made[0] != made[2])
  }

  @Test("A queue without a name gets one, which the channel remembers") func queue() {
    var peers = Peers()
    let channel = peers.join()
    let answer = peers.ask(.queueDeclare(QueueDeclare()), on: channel).first ?? ""
    #expect(answer.hasPrefix("queue.declare-ok amq.gen-"))
    #expect(peers.ask(.basicGet(BasicGet()), on: channel) == ["basic.get-empty"])
  }
}

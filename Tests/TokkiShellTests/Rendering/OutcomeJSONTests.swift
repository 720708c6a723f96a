import Testing
import TokkiShell

@Suite("Outcomes as JSON")
struct OutcomeJSONTests {
  @Test("One line an outcome, members in their order")
  func lines() async {
    let session = Session(isJSON: true)
    await session.run("declare queue q")
    #expect(
      await session.run("publish \"\" q \"한\\u{1B}\" --priority 3") == #"""
        {"tokki":1,"line":"publish \"\" q \"한\\u{1B}\" --priority 3",\#
        "status":"done","at":0,"parts":[\#
        {"part":"published","client":"you","exchange":"","routingKey":"q",\#
        "mandatory":false,"count":1,\#
        "message":{"body":"한\u001b","properties":{"priority":3}},\#
        "route":{"hops":[{"exchange":"","type":"direct","routingKey":"q","attempts":[\#
        {"binding":{"source":"","destination":"q","destinationType":"queue","bindingKey":"q"},\#
        "matched":true,"reason":"keysEqual"}]}],"queues":["q"]},\#
        "stops":[{"queue":"q","consumers":[],"ready":1}]}]}
        """#)
    #expect(
      await session.run("get p") == #"""
        {"tokki":1,"line":"get p","status":"exception","at":0,"parts":[{"part":"exception",\#
        "client":"you","channel":1,"code":404,"text":"NOT_FOUND - no queue 'p' in vhost '/'",\#
        "method":"basic.get","closes":"channel","rule":"noQueue","object":"p",\#
        "try":"declare queue p"}]}
        """#)
    #expect(
      await session.run("expect queue q ready 2") == #"""
        {"tokki":1,"line":"expect queue q ready 2","status":"unmet","at":0,"parts":[\#
        {"part":"verdict","expectation":"queue q ready 2","judgement":"unmet",\#
        "difference":{"found":1},"sentence":"ready: 1"}]}
        """#)
  }

  @Test("Every outcome is one line")
  func single() async {
    let session = Session(isJSON: true)
    for line in Rehearsal.lines {
      #expect(!(await session.run(line)).contains("\n"), "\(line)")
    }
  }
}

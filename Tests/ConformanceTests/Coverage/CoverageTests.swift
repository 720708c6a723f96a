import AMQPModel
import Foundation
import Testing
import TokkiBroker

@Suite("The catalogue of rules and the recordings cover each other")
struct CoverageTests {
  let coverage: Coverage
  var witnesses: [RuleReply: [RuleName: [Coverage.Witness]]] { coverage.witnesses }

  init() throws { coverage = try Coverage.current.get() }

  @Test("each rule is in the catalogue once, each of its replies belongs to it alone")
  func catalogue() {
    #expect(ExceptionRule.all.map(\.name).count == RuleName.allCases.count)
    #expect(Set(ExceptionRule.all.map(\.name)) == Set(RuleName.allCases))
    var replies: Set<String> = []
    for rule in ExceptionRule.all {
      #expect(!rule.replies.isEmpty)
      #expect(rule.methods.allSatisfy { Method(name: $0) != nil || $0 == "basic.credit" })
      for reply in rule.replies where reply.form != .hangUp {
        #expect(replies.insert("\(reply.version ?? "") \(reply.words)").inserted, "\(reply.words)")
      }
    }
  }

  @Test("every text with which a broker refused something fits one rule best")
  func texts() {
    var known: Set<CoveredScenario.Refusal> = []
    for scenario in coverage.scenarios {
      for (version, heard) in scenario.heard {
        for refusal in heard.refusals where refusal.by.hasSuffix(".close") {
          if refusal.code == 200 || !known.insert(refusal).inserted { continue }
          let found = ExceptionRule.findings(code: refusal.code, text: refusal.text)
          let best = found.filter { $0.fit == found.first?.fit }
          #expect(best.count == 1, "\(version) \(scenario.file) \(scenario.name): \(refusal)")
        }
      }
    }
  }

  @Test("a rule lists every method that a recording shows it with")
  func methods() {
    for (_, rules) in witnesses {
      for (name, found) in rules {
        guard let rule = ExceptionRule.named(name) else { continue }
        for witness in found where !witness.method.isEmpty && !rule.methods.isEmpty {
          #expect(
            rule.methods.contains(witness.method),
            "\(name) \(witness.method): \(coverage.scenarios[witness.scenario].name)")
        }
      }
    }
  }

  @Test("every reply of every rule is heard in a scenario, or listed with a reason")
  func replies() {
    for rule in ExceptionRule.all where rule.name != .notSimulated {
      for reply in rule.replies {
        let versions = Set((witnesses[reply]?[rule.name] ?? []).map(\.version))
        for version in CoveredScenario.versions {
          let isSaid = (reply.version ?? version) == version
          let reason = isSaid ? coverage.exemptions.reason(rule.name, reply, version: version) : nil
          #expect(
            versions.contains(version) == (isSaid && reason == nil),
            "\(version) \(rule.name): \(reply.words) \(reason ?? "")")
        }
      }
    }
  }

  @Test("each method that can meet a rule meets it in a scenario")
  func pairs() {
    for rule in ExceptionRule.all where rule.name != .notSimulated {
      let found = rule.replies.flatMap { witnesses[$0]?[rule.name] ?? [] }
      if found.isEmpty { continue }
      for method in rule.methods {
        #expect(
          found.contains { $0.method == method || $0.method.isEmpty }, "\(rule.name) \(method)")
      }
    }
  }

  @Test("every method is sent or got in a scenario, or listed with a reason")
  func speakers() {
    for method in Method.all {
      for speaker in Speaker.of(method.name) {
        let isSaid = !coverage.scenarios(with: method.name, from: speaker).isEmpty
        let reason = coverage.exemptions.reason(method: method.name, speaker)
        #expect(isSaid == (reason == nil), "\(method.name) from the \(speaker)")
      }
    }
  }

  @Test("every extension has a scenario, or is listed with a reason")
  func extensions() {
    for known in Extension.all {
      let reason = coverage.exemptions.reason(extension: known.title)
      #expect(coverage.scenarios(about: known).isEmpty == (reason != nil), "\(known.title)")
    }
  }

  @Test("COVERAGE.md says what is covered; COVERAGE=write writes it")
  func page() throws {
    let file = ConformanceFiles.folder.appending(path: "COVERAGE.md")
    let table = CoverageTable(coverage: coverage).text
    if ProcessInfo.processInfo.environment["COVERAGE"] == "write" {
      try table.write(to: file, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(
      written == table,
      "out of date; COVERAGE=write swift test --filter CoverageTests writes it anew")
  }
}

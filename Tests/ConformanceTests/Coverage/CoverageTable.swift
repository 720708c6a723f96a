import AMQPModel
import TokkiBroker

/// COVERAGE.md: method × rule × scenario, for people.
struct CoverageTable {
  let coverage: Coverage

  var text: String {
    (introduction + methods + withoutMethod + extensions + reasons + otherwise)
      .joined(separator: "\n") + "\n"
  }

  private var introduction: [String] {
    let texts = ExceptionRule.all.filter { $0.name != .notSimulated }.flatMap(\.replies)
    return """
      # What the scenarios cover

      Every method of AMQP 0-9-1, every rule of RabbitMQ that it can meet, and the scenarios that
      prove it: \(coverage.scenarios.count) scenarios, \(Method.all.count) methods, \
      \(RuleName.allCases.count - 1) rules with \(texts.count) replies, \
      \(Extension.all.count) extensions.
      A scenario counts for a rule where RabbitMQ's recorded answer has the rule's text; ✓ is heard
      from that version, – is never said by it, · is not proven, and why not. The catalogue is
      `Sources/TokkiBroker/Exceptions`; what stands in `<…>` is a hole in the text.

      This page is written by `COVERAGE=write swift test --filter CoverageTests`, and a test
      compares it.
      """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  // MARK: - Methods

  private var methods: [String] {
    var lines: [String] = []
    var className = ""
    for method in Method.all {
      let name = method.name
      let ofClass = String(name.prefix { $0 != "." })
      if ofClass != className {
        className = ofClass
        lines += ["", "## \(className)"]
      }
      lines += ["", "### \(name)", ""]
      for speaker in Speaker.of(name) { lines.append(sentence(name, speaker)) }
      lines += table(rules(of: name))
    }
    return lines
  }

  private func sentence(_ method: String, _ speaker: Speaker) -> String {
    let found = coverage.scenarios(with: method, from: speaker)
    let verb = speaker == .client ? "A client sends it" : "A client gets it"
    if found.isEmpty {
      let reason = coverage.exemptions.reason(method: method, speaker) ?? ""
      return "\(verb) in no scenario: \(reason)."
    }
    return "\(verb) in \(count(found.count, "scenario")): \(links(found, limit: 2))."
  }

  private func rules(of method: String) -> [Row] {
    ExceptionRule.all.flatMap { rule in
      guard rule.methods.contains(method) else { return [Row]() }
      return rule.replies.compactMap { reply in
        let found = (coverage.witnesses[reply]?[rule.name] ?? []).filter {
          $0.method == method || $0.method.isEmpty
        }
        let isProvenElsewhere = found.isEmpty && coverage.witnesses[reply]?[rule.name] != nil
        return isProvenElsewhere ? nil : Row(rule: rule, reply: reply, found: found)
      }
    }
  }

  private var withoutMethod: [String] {
    let rows = ExceptionRule.all.filter { $0.methods.isEmpty && $0.name != .notSimulated }.flatMap {
      rule in
      rule.replies.map { reply in
        Row(rule: rule, reply: reply, found: coverage.witnesses[reply]?[rule.name] ?? [])
      }
    }
    return ["", "## Rules of no single method"] + table(rows)
  }

  // MARK: - Rows

  private struct Row {
    var rule: ExceptionRule
    var reply: RuleReply
    var found: [Coverage.Witness]
  }

  private func table(_ rows: [Row]) -> [String] {
    if rows.isEmpty { return [] }
    return ["", "| rule | reply | 4.0 | 3.10 | scenarios |", "|---|---|---|---|---|"]
      + rows.map { row in
        let columns = CoveredScenario.versions.map { version in
          if row.found.contains(where: { $0.version == version }) { return "✓" }
          return (row.reply.version ?? version) == version ? "·" : "–"
        }
        let places = row.found.map(\.scenario).reduce(into: [Int]()) { places, place in
          if places.last != place && !places.contains(place) { places.append(place) }
        }
        let why = coverage.exemptions.reason(row.rule.name, row.reply).map { "*\($0)*" }
        let cells =
          [
            row.rule.name.rawValue,
            "`\(row.reply.code.map { "\($0.rawValue) " } ?? "")\(row.reply.words)`",
          ] + columns + [places.isEmpty ? why ?? "" : links(places, limit: 3)]
        return "| " + cells.joined(separator: " | ") + " |"
      }
  }

  private func links(_ places: [Int], limit: Int) -> String {
    let shown = places.prefix(limit).map { place in
      "[\(coverage.scenarios[place].name)](\(coverage.scenarios[place].file))"
    }
    let more = places.count > limit ? ", and \(places.count - limit) more" : ""
    return shown.joined(separator: ", ") + more
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  // MARK: - Extensions and reasons

  private var extensions: [String] {
    ["", "## Extensions", "", "| extension | scenarios |", "|---|---|"]
      + Extension.all.map { known in
        let found = coverage.scenarios(about: known)
        let title = "[\(known.title)](https://www.rabbitmq.com/docs/\(known.page))"
        let places =
          found.isEmpty
          ? "*\(coverage.exemptions.reason(extension: known.title) ?? "")*"
          : "\(found.count): \(links(found, limit: 2))"
        return "| \(title) | \(places) |"
      }
  }

  private var otherwise: [String] {
    [
      "", "## What the simulation answers otherwise", "", "| scenario | versions | why |",
      "|---|---|---|",
    ]
      + coverage.known.map { entry in
        let place = coverage.scenarios.firstIndex {
          $0.concept == entry.concept && $0.name == entry.name
        }
        return "| \(place.map { links([$0], limit: 1) } ?? entry.name) | "
          + "\(entry.versions.joined(separator: ", ")) | \(entry.reason) |"
      }
  }

  private var reasons: [String] {
    ["", "## What no scenario provokes", "", "| rule | reply | why |", "|---|---|---|"]
      + coverage.exemptions.unprovoked.map { entry in
        let reply = (entry.text.map { "`\($0)`" } ?? "") + (entry.version.map { "in \($0)" } ?? "")
        return "| \(entry.rule.rawValue) | \(reply) | \(entry.reason) |"
      }
  }
}

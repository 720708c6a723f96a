/// Outcomes as JSON: one line an outcome, version 1 of the schema.
///
/// ```
/// {"tokki":1,"line":LINE,"status":STATUS,"at":MS,"parts":[PART…]}
/// ```
///
/// `status` is one of `Outcome.Status`; `at` is virtual time in milliseconds and is left out on a
/// real broker. Every part has a `part` that names its kind:
///
/// - `queueDeclared`: queue, type, durable, exclusive, autoDelete, passive, arguments, isNew,
///   messageCount, consumerCount, policies
/// - `exchangeDeclared`: exchange, type, durable, autoDelete, internal, passive, arguments, isNew
/// - `queueDeleted`, `exchangeDeleted`, `purged`: queue or exchange, messageCount, wasThere
/// - `bound`, `unbound`: binding, isNew, wasThere
/// - `consuming`: client, consumerTag, queue, noAck, prefetch, work, reply
/// - `got`: client, queue, deliveryTag, redelivered, exchange, routingKey, messageCount, noAck,
///   message
/// - `nothingToGet`: queue
/// - `settled`: client, verb, deliveryTag, multiple, requeue, bodies, heldBack
/// - `killed`: client, lost (how many messages)
/// - `published`: client, exchange, routingKey, mandatory, count, unroutable,
///   heldBack, nearest, message, route, stops
/// - `delivered`, `workStarted`, `workFinished`, `workFailed`: at, client, channel, queue,
///   delivery, workUntil or acknowledged or reason
/// - `returned`, `confirmed`, `consumerCancelled`, `closed`, `lost`, `flow`, `blocked`,
///   `unblocked`, `sent`: at, client, channel, and what it says
/// - `moved`: at, queue, kind, reason, exchange, routingKey, queues, count, bodies
/// - `exception`: client, channel, code, text, method, closes, rule, object, nearest,
///   try
/// - `refusal`: reason, and the names that it is about
/// - `parseError`: problem, advice, from, to (offsets into the line's UTF-8)
/// - `listing`: of, rows, source
/// - `topology`: at, virtualHost, exchanges, queues, bindings, connections, source
/// - `diagram`: format, text, source
/// - `timeline`: from, to, queues (queue, ready (at, count), left (at, message, body, reason,
///   deadLettered), consumers (client, consumerTag, deliveries (message, body, channel,
///   consumerTag, deliveryTag, redelivered, deliveredAt,
///   workFrom, workTo, endedAt, ending, beyondDeliveryLimit))), source
/// - `life`: message, client, mandatory, content, routing (at, exchange, routingKey, route, visits
///   (queue, steps, now, deadLettered: again such routings), refused), omitted, places, returned,
///   confirmed
/// - `sequence`: omitted, passages (at, client, channel, to, method, arguments, message; or
///   connected, or lost)
/// - `watchStarted`: command; `watchEnded`, `watching`: commands; `watched`: command, shows
///   (a part)
/// - `explanation`: exchange, routingKey, past, route
/// - `error`: code, name, closes, text, happened, client, channel, method, facts (what the text
///   says, by name), words (that were searched), rules (rule, means, wayOut, replies, methods,
///   guide, section, address, origin), try
/// - `verdict`: expectation, judgement, difference, sentence
/// - `concept`: name, korean, group, synonyms, what, why, example, confusedWith, seeAlso, page,
///   address; texts as `{"en":TEXT,"ko":TEXT}`; `concepts`: the groups with their terms
/// - `code`: language, file (where it was written to), text
/// - `status`: profile, seed, at, broker, virtualHost, clients
/// - `policySet`: policy, virtualHost, wasThere, governed
/// - `policyCleared`: name, kind, virtualHost, governed
/// - `permissionsSet`, `topicPermissionsSet`: permissions, virtualHost, wasThere; `limitsSet`:
///   virtualHost or user, limits
/// - `brokerConnected`, `brokerLeft`: broker
/// - `comparison`: broker, equal, lines, differences (number, line, subject, simulated, real),
///   omissions (number, line, reason, time)
/// - `undone`, `redone`, `help`: lines
/// - the other answers by their name in `Answer`: client, queue, name … as they say
///
/// On a real broker a listing, a topology and a status speak of it: `source` is `run` where they
/// hold what this run declared, `management` where they hold the whole; `broker` is uri (without
/// password), product, version, tls, management. Its queues have the numbers that it tells. What
/// came without a command has an empty `line`.
///
/// A message is `{"body":TEXT}` or, where the body is no UTF-8, `{"bodyHex":HEX}`, with the
/// properties that it has under `properties`. Members that have no value are left out. Members
/// stand in the order given here, always.
public enum OutcomeJSON {
  /// The outcome on one line, without a line end.
  public static func text(_ outcome: Outcome) -> String { value(outcome).text }

  public static func value(_ outcome: Outcome) -> JSONValue {
    .object([
      "tokki": 1, "line": .string(outcome.line), "status": .string(outcome.status.rawValue),
      "at": outcome.at.map(JSONValue.integer), "parts": .array(outcome.parts.map(\.json)),
    ])
  }
}

extension Outcome.Part {
  var json: JSONValue {
    switch self {
    case .answer(let answer): answer.json
    case .published(let answer): answer.json
    case .happened(let happening): happening.json
    case .moved(let movement): movement.json
    case .exception(let exception): exception.json
    case .refusal(let refusal): refusal.json
    case .parseError(let error): error.json
    case .listing(let listing): listing.json
    case .picture(let topology): topology.json
    case .diagram(let topology, let format): topology.json(as: format)
    case .timeline(let timeline): timeline.json
    case .life(let life): life.json
    case .sequence(let sequence): sequence.json
    case .watch(let answer): answer.json
    case .explanation(let explanation): explanation.json
    case .errorExplanation(let explanation): explanation.json
    case .verdict(let verdict): verdict.json
    case .overview(let overview): overview.json
    case .code(let program): program.json
    case .concept(let concept): concept.json
    case .concepts: Concept.listJSON
    case .comparison(let report): report.json
    case .help(let topic): topic.json
    }
  }
}

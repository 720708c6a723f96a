/// Every option of every command. A name means the same thing wherever it is taken.
public enum OptionName: String, Hashable, Sendable, CaseIterable {
  // Who
  case client = "--as"
  case channel = "--channel"

  // Declaring
  case durable = "--durable"
  case exclusive = "--exclusive"
  case autoDelete = "--auto-delete"
  case isInternal = "--internal"
  case passive = "--passive"
  case type = "--type"
  case messageTTL = "--message-ttl"
  case expires = "--expires"
  case maxLength = "--max-length"
  case maxLengthBytes = "--max-length-bytes"
  case overflow = "--overflow"
  case deadLetterExchange = "--dead-letter-exchange"
  case deadLetterRoutingKey = "--dead-letter-routing-key"
  case deadLetterStrategy = "--dead-letter-strategy"
  case maxPriority = "--max-priority"
  case deliveryLimit = "--delivery-limit"
  case singleActiveConsumer = "--single-active-consumer"
  case alternateExchange = "--alternate-exchange"
  case argument = "--arg"
  case ifUnused = "--if-unused"
  case ifEmpty = "--if-empty"

  // Binding and publishing
  case match = "--match"
  case header = "--header"
  case persistent = "--persistent"
  case mandatory = "--mandatory"
  case immediate = "--immediate"
  case deliveryMode = "--delivery-mode"
  case priority = "--priority"
  case expiration = "--expiration"
  case correlationID = "--correlation-id"
  case replyTo = "--reply-to"
  case messageID = "--message-id"
  case contentType = "--content-type"
  case contentEncoding = "--content-encoding"
  case timestamp = "--timestamp"
  case userID = "--user-id"
  case appID = "--app-id"
  case cc = "--cc"
  case bcc = "--bcc"
  case times = "--repeat"

  // Lessons
  case builtIn = "--built-in"

  // Consuming and acknowledging
  case autoAck = "--auto-ack"
  case noAck = "--no-ack"
  case noLocal = "--no-local"
  case prefetch = "--prefetch"
  case tag = "--tag"
  case work = "--work"
  case reply = "--reply"
  case multiple = "--multiple"
  case requeue = "--requeue"
  case discard = "--discard"
  case noRequeue = "--no-requeue"
  case global = "--global"
  case size = "--size"

  // Operating
  case applyTo = "--apply-to"
  case tags = "--tags"
  case maxConnections = "--max-connections"
  case maxChannels = "--max-channels"
  case maxQueues = "--max-queues"

  // Seeing
  case from = "--from"
  case to = "--to"
  case last = "--last"
  case mermaid = "--mermaid"
  case dot = "--dot"

  // The rest
  case virtualHost = "--vhost"
  case user = "--user"
  case password = "--password"
  case yes = "--yes"
}

/// The names of the rules in the catalogue.
public enum RuleName: String, Hashable, Sendable, CaseIterable {
  // The handshake
  case protocolVersion, unusableLogin, loginRefused, loginRefusedInSilence, handshakeTimeout
  case negotiation, noVirtualHost, virtualHostRefused, connectionLimit, nodeConnectionLimit
  case virtualHostDown

  // The connection
  case unexpectedMethod, connectionForced, brokerShutdown, virtualHostDeleted, userDeleted
  case maintenance, heartbeatTimeout, secretRefused, faultInBroker

  // Frames and what is in them
  case brokenFrame, frameTooLarge, unexpectedFrame, contentExpected, undecodable

  // Channels
  case channelNotOpen, channelOpenTwice, channelLimit, userChannelLimit, nodeChannelLimit
  case unimplementedMethod, flowStopped, channelMode, notTransactional, commandDuringCommit
  case failedCommit

  // Exchanges
  case noExchange, unknownExchangeType, defaultExchange, reservedName, systemExchange
  case inequivalentArgument, exchangeInUse, exchangeArgumentType

  // Bindings
  case headersBinding, localRandomBinding

  // Queues
  case noQueue, noLastQueue, queueDown, exclusiveQueue, queueInUse, queueNotEmpty
  case conditionalDelete, serverNamedQueue, quorumProperty, queueLimit, clusterQueueLimit
  case queueStoreFault, queueTypeDisabled, deprecatedFeature

  // Their arguments
  case argumentType, argumentRange, argumentValue, deadLetterKeyAlone, foreignArgument

  // Consumers and what they get
  case exclusiveConsumer, reusedConsumerTag, consumerLimit, globalPrefetch, prefetchSize
  case singleActiveGet, unknownDeliveryTag, recoverInPlace, acknowledgementTimeout
  case replyConsumer, creditForNobody, consumerFault

  // Publishing
  case internalExchange, immediate, messageTooLarge, invalidExpiration, invalidMessage
  case invalidUserID, noReplyConsumer, unroutable, noConsumers, publishRefused
  case publishFault

  // Permissions
  case accessRefused, topicAccessRefused, accessFault

  // Streams
  case streamConsumer, streamMethod, streamArgument, streamReplica, streamFault

  /// What this simulation, and no RabbitMQ, refuses.
  case notSimulated
}

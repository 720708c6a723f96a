/// A page of RabbitMQ's documentation, and the section in it.
public struct Guide: Hashable, Sendable {
  public let page: String
  public let section: String?
  private let path: String

  private init(_ page: String, _ section: String? = nil, at path: String) {
    self.page = page
    self.section = section
    self.path = path
  }

  public var address: String { "https://www.rabbitmq.com/" + path }

  static let accessControl = Guide(
    "Authentication, Authorisation, Access Control", "Authorisation: How Permissions Work",
    at: "docs/access-control#authorisation")
  static let authenticationFailure = Guide(
    "Authentication Failure Notifications", at: "docs/auth-notification")
  static let authenticationMechanisms = Guide(
    "Authentication, Authorisation, Access Control", "Authentication Mechanisms",
    at: "docs/access-control#mechanisms")
  static let acknowledgementTimeout = Guide(
    "Consumers", "Delivery Acknowledgement Timeout", at: "docs/consumers#acknowledgement-timeout")
  static let acknowledgements = Guide(
    "Consumer Acknowledgements and Publisher Confirms", "(Consumer) Delivery Acknowledgements",
    at: "docs/confirms#consumer-acknowledgements")
  static let alternateExchanges = Guide("Alternate Exchanges", at: "docs/ae")
  static let channelErrors = Guide(
    "Channels", "Channels and Error Handling", at: "docs/channels#error-handling")
  static let channelLifecycle = Guide(
    "Channels", "Channel Lifecycle", at: "docs/channels#lifecycle")
  static let channelLimit = Guide(
    "Channels", "Maximum Number of Channels per Connection", at: "docs/channels#channel-max")
  static let classicQueues = Guide("Classic Queues", at: "docs/classic-queues")
  static let clustering = Guide(
    "Clustering Guide", "Clustering and Clients", at: "docs/clustering#clustering-and-clients")
  static let configuration = Guide(
    "Configuration", "Configuration File(s)", at: "docs/configure#configuration-files")
  static let confirms = Guide(
    "Consumer Acknowledgements and Publisher Confirms", "Publisher Confirms",
    at: "docs/confirms#publisher-confirms")
  static let connectionErrors = Guide(
    "Connections", "Error Handling and Protocol Exceptions", at: "docs/connections#error-handling")
  static let consumers = Guide("Consumers", at: "docs/consumers")
  static let consumerTags = Guide("Consumers", "Consumer Tags", at: "docs/consumers#consumer-tags")
  static let consumerPriorities = Guide("Consumer Priorities", at: "docs/consumer-priority")
  static let deadLetters = Guide("Dead Letter Exchanges", at: "docs/dlx")
  static let deprecated = Guide("Deprecated Features", at: "docs/deprecated-features")
  static let directReply = Guide("Direct Reply-To", at: "docs/direct-reply-to")
  static let errata = Guide("AMQP 0-9-1 Errata", at: "amqp-0-9-1-errata")
  static let exchanges = Guide("Exchanges", at: "docs/exchanges")
  static let exchangeTypes = Guide("Exchanges", "Exchange Types", at: "docs/exchanges#types")
  static let exclusiveConsumers = Guide(
    "Consumers", "Exclusivity", at: "docs/consumers#exclusivity")
  static let exclusiveQueues = Guide(
    "Queues", "Exclusive (Client Connection-Specific) Queues", at: "docs/queues#exclusive-queues")
  static let featureFlags = Guide("Feature Flags", at: "docs/feature-flags")
  static let heartbeats = Guide(
    "Detecting Dead TCP Connections with Heartbeats and TCP Keepalives",
    "Heartbeat Timeout Value", at: "docs/heartbeats#heartbeats-timeout")
  static let headersExchange = Guide("Exchanges", "Exchange Types", at: "docs/exchanges#types")
  static let lengthLimit = Guide(
    "Queue Length Limit", "Queue Overflow Behaviour", at: "docs/maxlength#overflow-behaviour")
  static let localRandom = Guide("Local Random Exchange", at: "docs/local-random-exchange")
  static let loopbackUsers = Guide(
    "Authentication, Authorisation, Access Control",
    "\"guest\" user can only connect from localhost", at: "docs/access-control#loopback-users")
  static let maintenance = Guide(
    "Upgrading RabbitMQ", "Maintenance Mode", at: "docs/upgrade#maintenance-mode")
  static let messageTTL = Guide(
    "Time-To-Live and Expiration", "Per-Message TTL in Publishers",
    at: "docs/ttl#per-message-ttl-in-publishers")
  static let optionalArguments = Guide(
    "Queues", "Optional Arguments", at: "docs/queues#optional-arguments")
  static let prefetch = Guide("Consumer Prefetch", at: "docs/consumer-prefetch")
  static let propertyEquivalence = Guide(
    "Queues", "Declaration and Property Equivalence", at: "docs/queues#property-equivalence")
  static let publishers = Guide("Publishers", at: "docs/publishers")
  static let queueNames = Guide("Queues", "Queue Names", at: "docs/queues#names")
  static let queues = Guide("Queues", at: "docs/queues")
  static let quorumQueues = Guide("Quorum Queues", at: "docs/quorum-queues")
  static let reference = Guide("AMQP 0-9-1 Complete Reference Guide", at: "amqp-0-9-1-reference")
  static let senderSelected = Guide("Sender-selected Distribution", at: "docs/sender-selected")
  static let serverNames = Guide(
    "Queues", "Server-named Queues", at: "docs/queues#server-named-queues")
  static let singleActive = Guide(
    "Consumers", "Single Active Consumer", at: "docs/consumers#single-active-consumer")
  static let compliance = Guide("Compatibility and Conformance", at: "docs/specification")
  static let streams = Guide("Streams and Superstreams", at: "docs/streams")
  static let topicAccess = Guide(
    "Authentication, Authorisation, Access Control", "Topic Authorisation",
    at: "docs/access-control#topic-authorisation")
  static let transactions = Guide("Broker Semantics", at: "docs/semantics")
  static let unroutable = Guide(
    "Publishers", "Unroutable Message Handling", at: "docs/publishers#unroutable")
  static let userID = Guide("Validated User-ID", at: "docs/validated-user-id")
  static let userLimits = Guide("Per-user Resource Limits", at: "docs/user-limits")
  static let virtualHostLimits = Guide("Virtual Hosts", "Limits", at: "docs/vhosts#limits")
  static let virtualHosts = Guide(
    "Virtual Hosts", "Virtual Hosts and Client Connections", at: "docs/vhosts#client-connections")
}

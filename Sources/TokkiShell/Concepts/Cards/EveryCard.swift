extension Concept {
  /// In no order.
  static let everyCard: [Concept] = [
    .brokerCard, .connectionCard, .channelCard, .virtualHostCard, .policyCard, .exchangeCard,
    .directCard, .fanoutCard, .topicCard, .headersCard, .defaultExchangeCard,
    .alternateExchangeCard, .bindingCard, .bindingKeyCard, .queueCard, .classicQueueCard,
    .quorumQueueCard, .streamCard, .durableCard, .exclusiveCard, .autoDeleteCard,
    .serverNamedQueueCard, .ttlCard, .lengthLimitCard, .dlxCard, .messageCard, .routingKeyCard,
    .propertiesCard, .headerCard, .persistentCard, .mandatoryCard, .confirmCard, .transactionCard,
    .priorityCard, .consumerCard, .consumerTagCard, .deliveryTagCard, .ackCard, .nackCard,
    .rejectCard, .requeueCard, .redeliveredCard, .unackedCard, .autoAckCard, .prefetchCard,
    .consumerPriorityCard, .sacCard, .deliveryLimitCard, .competingConsumersCard, .pubsubCard,
    .rpcCard, .replyToCard, .correlationIdCard, .atLeastOnceCard, .idempotencyCard,
    .backpressureCard, .virtualTimeCard, .undoCard, .kafkaCard, .grpcCard,
  ]
}

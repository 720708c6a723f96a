import MethodJSON

extension SequenceGenerator {
  typealias WeightedMaker = (weight: Int, make: @Sendable (inout SequenceGenerator) -> JSON?)

  /// What a sequence begins with.
  static let openings: [WeightedMaker] = [
    (30, { $0.declareQueue() }), (15, { $0.declareExchange() }), (30, { $0.bindQueue() }),
    (20, { $0.consume() }), (10, { $0.publish() }), (4, { $0.confirm() }), (4, { $0.prefetch() }),
  ]

  /// What a sequence is made of, and how often.
  static let makers: [WeightedMaker] = [
    (40, { $0.publish() }), (16, { $0.consume() }), (40, { $0.settle() }), (8, { $0.get() }),
    (5, { $0.declareQueue() }), (2, { $0.redeclareQueue() }), (1, { $0.redeclareOtherwise() }),
    (2, { $0.lookAtQueue() }), (2, { $0.deleteQueue() }), (2, { $0.purgeQueue() }),
    (5, { $0.declareExchange() }), (1, { $0.redeclareExchange() }), (1, { $0.deleteExchange() }),
    (8, { $0.bindQueue() }), (3, { $0.bindExchange() }), (2, { $0.unbind() }),
    (4, { $0.cancel() }), (4, { $0.prefetch() }), (2, { $0.recover() }),
    (1, { $0.consumeReplies() }),
    (3, { $0.confirm() }), (2, { $0.transact() }), (8, { $0.endTransaction() }),
    (2, { $0.closeChannel() }), (1, { $0.closeConnection() }), (2, { $0.drop() }),
    (1, { $0.connect() }), (4, { $0.mistake() }),
  ]
}

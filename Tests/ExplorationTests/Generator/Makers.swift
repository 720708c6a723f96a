import MethodJSON

extension SequenceGenerator {
  typealias Maker = @Sendable (inout SequenceGenerator) -> JSON?

  /// What a sequence is made of, and how often.
  static let makers: [(weight: Int, make: Maker)] = [
    (30, { $0.publish() }), (14, { $0.consume() }), (24, { $0.settle() }), (10, { $0.get() }),
    (5, { $0.declareQueue() }), (2, { $0.redeclareQueue() }), (1, { $0.redeclareOtherwise() }),
    (2, { $0.lookAtQueue() }), (2, { $0.deleteQueue() }), (2, { $0.purgeQueue() }),
    (5, { $0.declareExchange() }), (1, { $0.redeclareExchange() }), (1, { $0.deleteExchange() }),
    (8, { $0.bindQueue() }), (3, { $0.bindExchange() }), (2, { $0.unbind() }),
    (4, { $0.cancel() }), (4, { $0.prefetch() }), (2, { $0.recover() }),
    (1, { $0.consumeReplies() }),
    (3, { $0.confirm() }), (1, { $0.transact() }), (4, { $0.endTransaction() }),
    (2, { $0.closeChannel() }), (1, { $0.closeConnection() }), (2, { $0.drop() }),
    (1, { $0.connect() }), (5, { $0.mistake() }),
  ]
}

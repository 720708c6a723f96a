extension Method {
  /// Visits the arguments in wire order; what the visitor changes is kept.
  public mutating func visit<Visitor: ArgumentVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    switch self {
    case .connectionStart(var arguments):
      try arguments.visit(&visitor)
      self = .connectionStart(arguments)
    case .connectionStartOk(var arguments):
      try arguments.visit(&visitor)
      self = .connectionStartOk(arguments)
    case .connectionSecure(var arguments):
      try arguments.visit(&visitor)
      self = .connectionSecure(arguments)
    case .connectionSecureOk(var arguments):
      try arguments.visit(&visitor)
      self = .connectionSecureOk(arguments)
    case .connectionTune(var arguments):
      try arguments.visit(&visitor)
      self = .connectionTune(arguments)
    case .connectionTuneOk(var arguments):
      try arguments.visit(&visitor)
      self = .connectionTuneOk(arguments)
    case .connectionOpen(var arguments):
      try arguments.visit(&visitor)
      self = .connectionOpen(arguments)
    case .connectionOpenOk(var arguments):
      try arguments.visit(&visitor)
      self = .connectionOpenOk(arguments)
    case .connectionClose(var arguments):
      try arguments.visit(&visitor)
      self = .connectionClose(arguments)
    case .connectionCloseOk(var arguments):
      try arguments.visit(&visitor)
      self = .connectionCloseOk(arguments)
    case .connectionBlocked(var arguments):
      try arguments.visit(&visitor)
      self = .connectionBlocked(arguments)
    case .connectionUnblocked(var arguments):
      try arguments.visit(&visitor)
      self = .connectionUnblocked(arguments)
    case .connectionUpdateSecret(var arguments):
      try arguments.visit(&visitor)
      self = .connectionUpdateSecret(arguments)
    case .connectionUpdateSecretOk(var arguments):
      try arguments.visit(&visitor)
      self = .connectionUpdateSecretOk(arguments)
    case .channelOpen(var arguments):
      try arguments.visit(&visitor)
      self = .channelOpen(arguments)
    case .channelOpenOk(var arguments):
      try arguments.visit(&visitor)
      self = .channelOpenOk(arguments)
    case .channelFlow(var arguments):
      try arguments.visit(&visitor)
      self = .channelFlow(arguments)
    case .channelFlowOk(var arguments):
      try arguments.visit(&visitor)
      self = .channelFlowOk(arguments)
    case .channelClose(var arguments):
      try arguments.visit(&visitor)
      self = .channelClose(arguments)
    case .channelCloseOk(var arguments):
      try arguments.visit(&visitor)
      self = .channelCloseOk(arguments)
    case .accessRequest(var arguments):
      try arguments.visit(&visitor)
      self = .accessRequest(arguments)
    case .accessRequestOk(var arguments):
      try arguments.visit(&visitor)
      self = .accessRequestOk(arguments)
    case .exchangeDeclare(var arguments):
      try arguments.visit(&visitor)
      self = .exchangeDeclare(arguments)
    case .exchangeDeclareOk(var arguments):
      try arguments.visit(&visitor)
      self = .exchangeDeclareOk(arguments)
    case .exchangeDelete(var arguments):
      try arguments.visit(&visitor)
      self = .exchangeDelete(arguments)
    case .exchangeDeleteOk(var arguments):
      try arguments.visit(&visitor)
      self = .exchangeDeleteOk(arguments)
    case .exchangeBind(var arguments):
      try arguments.visit(&visitor)
      self = .exchangeBind(arguments)
    case .exchangeBindOk(var arguments):
      try arguments.visit(&visitor)
      self = .exchangeBindOk(arguments)
    case .exchangeUnbind(var arguments):
      try arguments.visit(&visitor)
      self = .exchangeUnbind(arguments)
    case .exchangeUnbindOk(var arguments):
      try arguments.visit(&visitor)
      self = .exchangeUnbindOk(arguments)
    case .queueDeclare(var arguments):
      try arguments.visit(&visitor)
      self = .queueDeclare(arguments)
    case .queueDeclareOk(var arguments):
      try arguments.visit(&visitor)
      self = .queueDeclareOk(arguments)
    case .queueBind(var arguments):
      try arguments.visit(&visitor)
      self = .queueBind(arguments)
    case .queueBindOk(var arguments):
      try arguments.visit(&visitor)
      self = .queueBindOk(arguments)
    case .queuePurge(var arguments):
      try arguments.visit(&visitor)
      self = .queuePurge(arguments)
    case .queuePurgeOk(var arguments):
      try arguments.visit(&visitor)
      self = .queuePurgeOk(arguments)
    case .queueDelete(var arguments):
      try arguments.visit(&visitor)
      self = .queueDelete(arguments)
    case .queueDeleteOk(var arguments):
      try arguments.visit(&visitor)
      self = .queueDeleteOk(arguments)
    case .queueUnbind(var arguments):
      try arguments.visit(&visitor)
      self = .queueUnbind(arguments)
    case .queueUnbindOk(var arguments):
      try arguments.visit(&visitor)
      self = .queueUnbindOk(arguments)
    case .basicQos(var arguments):
      try arguments.visit(&visitor)
      self = .basicQos(arguments)
    case .basicQosOk(var arguments):
      try arguments.visit(&visitor)
      self = .basicQosOk(arguments)
    case .basicConsume(var arguments):
      try arguments.visit(&visitor)
      self = .basicConsume(arguments)
    case .basicConsumeOk(var arguments):
      try arguments.visit(&visitor)
      self = .basicConsumeOk(arguments)
    case .basicCancel(var arguments):
      try arguments.visit(&visitor)
      self = .basicCancel(arguments)
    case .basicCancelOk(var arguments):
      try arguments.visit(&visitor)
      self = .basicCancelOk(arguments)
    case .basicPublish(var arguments):
      try arguments.visit(&visitor)
      self = .basicPublish(arguments)
    case .basicReturn(var arguments):
      try arguments.visit(&visitor)
      self = .basicReturn(arguments)
    case .basicDeliver(var arguments):
      try arguments.visit(&visitor)
      self = .basicDeliver(arguments)
    case .basicGet(var arguments):
      try arguments.visit(&visitor)
      self = .basicGet(arguments)
    case .basicGetOk(var arguments):
      try arguments.visit(&visitor)
      self = .basicGetOk(arguments)
    case .basicGetEmpty(var arguments):
      try arguments.visit(&visitor)
      self = .basicGetEmpty(arguments)
    case .basicAck(var arguments):
      try arguments.visit(&visitor)
      self = .basicAck(arguments)
    case .basicReject(var arguments):
      try arguments.visit(&visitor)
      self = .basicReject(arguments)
    case .basicRecoverAsync(var arguments):
      try arguments.visit(&visitor)
      self = .basicRecoverAsync(arguments)
    case .basicRecover(var arguments):
      try arguments.visit(&visitor)
      self = .basicRecover(arguments)
    case .basicRecoverOk(var arguments):
      try arguments.visit(&visitor)
      self = .basicRecoverOk(arguments)
    case .basicNack(var arguments):
      try arguments.visit(&visitor)
      self = .basicNack(arguments)
    case .txSelect(var arguments):
      try arguments.visit(&visitor)
      self = .txSelect(arguments)
    case .txSelectOk(var arguments):
      try arguments.visit(&visitor)
      self = .txSelectOk(arguments)
    case .txCommit(var arguments):
      try arguments.visit(&visitor)
      self = .txCommit(arguments)
    case .txCommitOk(var arguments):
      try arguments.visit(&visitor)
      self = .txCommitOk(arguments)
    case .txRollback(var arguments):
      try arguments.visit(&visitor)
      self = .txRollback(arguments)
    case .txRollbackOk(var arguments):
      try arguments.visit(&visitor)
      self = .txRollbackOk(arguments)
    case .confirmSelect(var arguments):
      try arguments.visit(&visitor)
      self = .confirmSelect(arguments)
    case .confirmSelectOk(var arguments):
      try arguments.visit(&visitor)
      self = .confirmSelectOk(arguments)
    }
  }
}

/// One AMQP 0-9-1 method with its arguments, as RabbitMQ speaks it. What goes into the broker and
/// what comes out of it, in process and on the wire alike.
public enum Method: Hashable, Sendable {
  case connectionStart(ConnectionStart)
  case connectionStartOk(ConnectionStartOk)
  case connectionSecure(ConnectionSecure)
  case connectionSecureOk(ConnectionSecureOk)
  case connectionTune(ConnectionTune)
  case connectionTuneOk(ConnectionTuneOk)
  case connectionOpen(ConnectionOpen)
  case connectionOpenOk(ConnectionOpenOk)
  case connectionClose(ConnectionClose)
  case connectionCloseOk(ConnectionCloseOk)
  case connectionBlocked(ConnectionBlocked)
  case connectionUnblocked(ConnectionUnblocked)
  case connectionUpdateSecret(ConnectionUpdateSecret)
  case connectionUpdateSecretOk(ConnectionUpdateSecretOk)
  case channelOpen(ChannelOpen)
  case channelOpenOk(ChannelOpenOk)
  case channelFlow(ChannelFlow)
  case channelFlowOk(ChannelFlowOk)
  case channelClose(ChannelClose)
  case channelCloseOk(ChannelCloseOk)
  case accessRequest(AccessRequest)
  case accessRequestOk(AccessRequestOk)
  case exchangeDeclare(ExchangeDeclare)
  case exchangeDeclareOk(ExchangeDeclareOk)
  case exchangeDelete(ExchangeDelete)
  case exchangeDeleteOk(ExchangeDeleteOk)
  case exchangeBind(ExchangeBind)
  case exchangeBindOk(ExchangeBindOk)
  case exchangeUnbind(ExchangeUnbind)
  case exchangeUnbindOk(ExchangeUnbindOk)
  case queueDeclare(QueueDeclare)
  case queueDeclareOk(QueueDeclareOk)
  case queueBind(QueueBind)
  case queueBindOk(QueueBindOk)
  case queuePurge(QueuePurge)
  case queuePurgeOk(QueuePurgeOk)
  case queueDelete(QueueDelete)
  case queueDeleteOk(QueueDeleteOk)
  case queueUnbind(QueueUnbind)
  case queueUnbindOk(QueueUnbindOk)
  case basicQos(BasicQos)
  case basicQosOk(BasicQosOk)
  case basicConsume(BasicConsume)
  case basicConsumeOk(BasicConsumeOk)
  case basicCancel(BasicCancel)
  case basicCancelOk(BasicCancelOk)
  case basicPublish(BasicPublish)
  case basicReturn(BasicReturn)
  case basicDeliver(BasicDeliver)
  case basicGet(BasicGet)
  case basicGetOk(BasicGetOk)
  case basicGetEmpty(BasicGetEmpty)
  case basicAck(BasicAck)
  case basicReject(BasicReject)
  case basicRecoverAsync(BasicRecoverAsync)
  case basicRecover(BasicRecover)
  case basicRecoverOk(BasicRecoverOk)
  case basicNack(BasicNack)
  case txSelect(TxSelect)
  case txSelectOk(TxSelectOk)
  case txCommit(TxCommit)
  case txCommitOk(TxCommitOk)
  case txRollback(TxRollback)
  case txRollbackOk(TxRollbackOk)
  case confirmSelect(ConfirmSelect)
  case confirmSelectOk(ConfirmSelectOk)

  /// The arguments of whichever method this is.
  public var arguments: any MethodArguments {
    switch self {
    case .connectionStart(let arguments): arguments
    case .connectionStartOk(let arguments): arguments
    case .connectionSecure(let arguments): arguments
    case .connectionSecureOk(let arguments): arguments
    case .connectionTune(let arguments): arguments
    case .connectionTuneOk(let arguments): arguments
    case .connectionOpen(let arguments): arguments
    case .connectionOpenOk(let arguments): arguments
    case .connectionClose(let arguments): arguments
    case .connectionCloseOk(let arguments): arguments
    case .connectionBlocked(let arguments): arguments
    case .connectionUnblocked(let arguments): arguments
    case .connectionUpdateSecret(let arguments): arguments
    case .connectionUpdateSecretOk(let arguments): arguments
    case .channelOpen(let arguments): arguments
    case .channelOpenOk(let arguments): arguments
    case .channelFlow(let arguments): arguments
    case .channelFlowOk(let arguments): arguments
    case .channelClose(let arguments): arguments
    case .channelCloseOk(let arguments): arguments
    case .accessRequest(let arguments): arguments
    case .accessRequestOk(let arguments): arguments
    case .exchangeDeclare(let arguments): arguments
    case .exchangeDeclareOk(let arguments): arguments
    case .exchangeDelete(let arguments): arguments
    case .exchangeDeleteOk(let arguments): arguments
    case .exchangeBind(let arguments): arguments
    case .exchangeBindOk(let arguments): arguments
    case .exchangeUnbind(let arguments): arguments
    case .exchangeUnbindOk(let arguments): arguments
    case .queueDeclare(let arguments): arguments
    case .queueDeclareOk(let arguments): arguments
    case .queueBind(let arguments): arguments
    case .queueBindOk(let arguments): arguments
    case .queuePurge(let arguments): arguments
    case .queuePurgeOk(let arguments): arguments
    case .queueDelete(let arguments): arguments
    case .queueDeleteOk(let arguments): arguments
    case .queueUnbind(let arguments): arguments
    case .queueUnbindOk(let arguments): arguments
    case .basicQos(let arguments): arguments
    case .basicQosOk(let arguments): arguments
    case .basicConsume(let arguments): arguments
    case .basicConsumeOk(let arguments): arguments
    case .basicCancel(let arguments): arguments
    case .basicCancelOk(let arguments): arguments
    case .basicPublish(let arguments): arguments
    case .basicReturn(let arguments): arguments
    case .basicDeliver(let arguments): arguments
    case .basicGet(let arguments): arguments
    case .basicGetOk(let arguments): arguments
    case .basicGetEmpty(let arguments): arguments
    case .basicAck(let arguments): arguments
    case .basicReject(let arguments): arguments
    case .basicRecoverAsync(let arguments): arguments
    case .basicRecover(let arguments): arguments
    case .basicRecoverOk(let arguments): arguments
    case .basicNack(let arguments): arguments
    case .txSelect(let arguments): arguments
    case .txSelectOk(let arguments): arguments
    case .txCommit(let arguments): arguments
    case .txCommitOk(let arguments): arguments
    case .txRollback(let arguments): arguments
    case .txRollbackOk(let arguments): arguments
    case .confirmSelect(let arguments): arguments
    case .confirmSelectOk(let arguments): arguments
    }
  }

  /// The numbers that stand for the method on the wire.
  public var id: MethodID { type(of: arguments).id }

  /// The name in the specification, such as `queue.declare`.
  public var name: String { type(of: arguments).name }
}

extension Method {
  /// A method of that name with the default arguments, or nil where AMQP 0-9-1 has none.
  public init?(name: String) {
    guard let method = Method.all.first(where: { $0.name == name }) else { return nil }
    self = method
  }

  /// A method of that id with the default arguments, or nil where AMQP 0-9-1 has none.
  public init?(id: MethodID) {
    guard let method = Method.byID[id] else { return nil }
    self = method
  }

  private static let byID = Dictionary(
    all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// Every method once, with its default arguments, in the order of the specification.
  public static let all: [Method] = [
    .connectionStart(ConnectionStart()),
    .connectionStartOk(ConnectionStartOk()),
    .connectionSecure(ConnectionSecure()),
    .connectionSecureOk(ConnectionSecureOk()),
    .connectionTune(ConnectionTune()),
    .connectionTuneOk(ConnectionTuneOk()),
    .connectionOpen(ConnectionOpen()),
    .connectionOpenOk(ConnectionOpenOk()),
    .connectionClose(ConnectionClose()),
    .connectionCloseOk(ConnectionCloseOk()),
    .connectionBlocked(ConnectionBlocked()),
    .connectionUnblocked(ConnectionUnblocked()),
    .connectionUpdateSecret(ConnectionUpdateSecret()),
    .connectionUpdateSecretOk(ConnectionUpdateSecretOk()),
    .channelOpen(ChannelOpen()),
    .channelOpenOk(ChannelOpenOk()),
    .channelFlow(ChannelFlow()),
    .channelFlowOk(ChannelFlowOk()),
    .channelClose(ChannelClose()),
    .channelCloseOk(ChannelCloseOk()),
    .accessRequest(AccessRequest()),
    .accessRequestOk(AccessRequestOk()),
    .exchangeDeclare(ExchangeDeclare()),
    .exchangeDeclareOk(ExchangeDeclareOk()),
    .exchangeDelete(ExchangeDelete()),
    .exchangeDeleteOk(ExchangeDeleteOk()),
    .exchangeBind(ExchangeBind()),
    .exchangeBindOk(ExchangeBindOk()),
    .exchangeUnbind(ExchangeUnbind()),
    .exchangeUnbindOk(ExchangeUnbindOk()),
    .queueDeclare(QueueDeclare()),
    .queueDeclareOk(QueueDeclareOk()),
    .queueBind(QueueBind()),
    .queueBindOk(QueueBindOk()),
    .queuePurge(QueuePurge()),
    .queuePurgeOk(QueuePurgeOk()),
    .queueDelete(QueueDelete()),
    .queueDeleteOk(QueueDeleteOk()),
    .queueUnbind(QueueUnbind()),
    .queueUnbindOk(QueueUnbindOk()),
    .basicQos(BasicQos()),
    .basicQosOk(BasicQosOk()),
    .basicConsume(BasicConsume()),
    .basicConsumeOk(BasicConsumeOk()),
    .basicCancel(BasicCancel()),
    .basicCancelOk(BasicCancelOk()),
    .basicPublish(BasicPublish()),
    .basicReturn(BasicReturn()),
    .basicDeliver(BasicDeliver()),
    .basicGet(BasicGet()),
    .basicGetOk(BasicGetOk()),
    .basicGetEmpty(BasicGetEmpty()),
    .basicAck(BasicAck()),
    .basicReject(BasicReject()),
    .basicRecoverAsync(BasicRecoverAsync()),
    .basicRecover(BasicRecover()),
    .basicRecoverOk(BasicRecoverOk()),
    .basicNack(BasicNack()),
    .txSelect(TxSelect()),
    .txSelectOk(TxSelectOk()),
    .txCommit(TxCommit()),
    .txCommitOk(TxCommitOk()),
    .txRollback(TxRollback()),
    .txRollbackOk(TxRollbackOk()),
    .confirmSelect(ConfirmSelect()),
    .confirmSelectOk(ConfirmSelectOk()),
  ]
}

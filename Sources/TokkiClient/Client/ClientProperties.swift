public import AMQPModel

extension ClientName {
  /// What a client of that name says of itself as it connects: it understands RabbitMQ's
  /// extensions. In process and over a network alike.
  public var clientProperties: FieldTable {
    [
      "product": "Tokki",
      "connection_name": .string(text),
      "capabilities": .table([
        "publisher_confirms": true, "exchange_exchange_bindings": true, "basic.nack": true,
        "consumer_cancel_notify": true, "connection.blocked": true,
        "authentication_failure_close": true,
      ]),
    ]
  }
}

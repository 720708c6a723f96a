"""Tutorials 4 and 5, routing and topics: routing.py URI emit-TYPE KEY MESSAGE | receive-TYPE KEY...; TYPE is direct
or topic, and KEY a severity (direct), a routing key or a binding key (topic)."""
import functools

import tutorial


def emit(exchange_type, channel, key, message):
    exchange = f"{exchange_type}_logs"
    channel.exchange_declare(exchange=exchange, exchange_type=exchange_type)
    channel.basic_publish(exchange=exchange, routing_key=key, body=message)
    print(f" [x] Sent {key}:{message}")


def receive(exchange_type, channel, *keys):
    exchange = f"{exchange_type}_logs"
    channel.exchange_declare(exchange=exchange, exchange_type=exchange_type)
    queue = channel.queue_declare(queue="", exclusive=True).method.queue
    for key in keys:
        channel.queue_bind(exchange=exchange, queue=queue, routing_key=key)

    def received(channel, method, properties, body):
        print(f" [x] {method.routing_key}:{body.decode()}")

    channel.basic_consume(queue=queue, on_message_callback=received, auto_ack=True)
    print(" [*] Waiting for logs")
    channel.start_consuming()


tutorial.run(**{f"{part.__name__}-{exchange_type}": functools.partial(part, exchange_type)
                for part in (emit, receive) for exchange_type in ("direct", "topic")})

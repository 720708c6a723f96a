"""Tutorial 3, publish and subscribe: logs.py URI emit MESSAGE | receive"""
import tutorial


def emit(channel, message):
    channel.exchange_declare(exchange="logs", exchange_type="fanout")
    channel.basic_publish(exchange="logs", routing_key="", body=message)
    print(f" [x] Sent {message}")


def receive(channel):
    channel.exchange_declare(exchange="logs", exchange_type="fanout")
    queue = channel.queue_declare(queue="", exclusive=True).method.queue
    channel.queue_bind(exchange="logs", queue=queue)

    def received(channel, method, properties, body):
        print(f" [x] {body.decode()}")

    channel.basic_consume(queue=queue, on_message_callback=received, auto_ack=True)
    print(" [*] Waiting for logs")
    channel.start_consuming()


tutorial.run(emit=emit, receive=receive)

"""Tutorial 1, "Hello World!": hello.py URI send | receive"""
import tutorial


def declare(channel):
    channel.queue_declare(queue="hello", durable=True, arguments={"x-queue-type": "quorum"})


def send(channel):
    declare(channel)
    channel.basic_publish(exchange="", routing_key="hello", body="Hello World!")
    print(" [x] Sent Hello World!")


def receive(channel):
    declare(channel)

    def received(channel, method, properties, body):
        print(f" [x] Received {body.decode()}")

    channel.basic_consume(queue="hello", on_message_callback=received, auto_ack=True)
    print(" [*] Waiting for messages")
    channel.start_consuming()


tutorial.run(send=send, receive=receive)

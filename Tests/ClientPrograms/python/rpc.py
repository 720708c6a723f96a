"""Tutorial 6, remote procedure call: rpc.py URI server | client NUMBER"""
import uuid

import pika

import tutorial


def fibonacci(number):
    last, following = 0, 1
    for _ in range(number):
        last, following = following, last + following
    return last


def server(channel):
    channel.queue_declare(queue="rpc_queue", durable=True, arguments={"x-queue-type": "quorum"})

    def requested(channel, method, properties, body):
        print(f" [.] fib({int(body)})")
        answer = pika.BasicProperties(correlation_id=properties.correlation_id)
        channel.basic_publish(exchange="", routing_key=properties.reply_to, properties=answer,
                              body=str(fibonacci(int(body))))
        channel.basic_ack(delivery_tag=method.delivery_tag)

    channel.basic_qos(prefetch_count=1)
    channel.basic_consume(queue="rpc_queue", on_message_callback=requested)
    print(" [x] Awaiting RPC requests")
    channel.start_consuming()


def client(channel, number):
    answers = {}

    def answered(channel, method, properties, body):
        answers[properties.correlation_id] = body

    queue = channel.queue_declare(queue="", exclusive=True).method.queue
    channel.basic_consume(queue=queue, on_message_callback=answered, auto_ack=True)
    print(f" [x] Requesting fib({number})")
    request = pika.BasicProperties(reply_to=queue, correlation_id=str(uuid.uuid4()))
    channel.basic_publish(exchange="", routing_key="rpc_queue", properties=request, body=number)
    while request.correlation_id not in answers:
        channel.connection.process_data_events(time_limit=None)
    print(f" [.] Got {int(answers[request.correlation_id])}")


tutorial.run(server=server, client=client)

"""Tutorial 2, work queues: tasks.py URI new TASK | worker"""
import time

import pika

import tutorial


def declare(channel):
    channel.queue_declare(queue="task_queue", durable=True, arguments={"x-queue-type": "quorum"})


def new(channel, task):
    declare(channel)
    persistent = pika.BasicProperties(delivery_mode=2)
    channel.basic_publish(exchange="", routing_key="task_queue", body=task, properties=persistent)
    print(f" [x] Sent {task}")


def worker(channel):
    """Works a second for each dot of a task, then acknowledges it."""
    declare(channel)

    def received(channel, method, properties, body):
        print(f" [x] Received {body.decode()}")
        time.sleep(body.count(b"."))
        print(" [x] Done")
        channel.basic_ack(delivery_tag=method.delivery_tag)

    channel.basic_qos(prefetch_count=1)
    channel.basic_consume(queue="task_queue", on_message_callback=received)
    print(" [*] Waiting for messages")
    channel.start_consuming()


tutorial.run(new=new, worker=worker)

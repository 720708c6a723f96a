"""A connection that agrees on a heartbeat of a second: heartbeat.py URI hold | idle

hold keeps the first message of a queue without acknowledging it; idle says nothing for four seconds but heartbeats, and
must be connected still."""
import sys

import pika

uri, part = sys.argv[1:]
parameters = pika.URLParameters(uri)
parameters.heartbeat = 1
connection = pika.BlockingConnection(parameters)
channel = connection.channel()
channel.queue_declare("interop", durable=True)
if part == "hold":
    channel.basic_qos(prefetch_count=1)
    channel.basic_consume("interop", lambda channel, method, properties, body: print(
        f"holds {body.decode()}{' (again)' if method.redelivered else ''}"))
    print("ready")
    channel.start_consuming()
else:
    connection.sleep(4)
    channel.queue_declare("interop", passive=True)
    print("still connected")
connection.close()

"""Deletes what scenes declared: tidy.py URI queue:NAME... exchange:NAME..."""
import sys

import pika

connection = pika.BlockingConnection(pika.URLParameters(sys.argv[1]))
channel = connection.channel()
for thing in sys.argv[2:]:
    kind, name = thing.split(":", 1)
    if kind == "queue":
        channel.queue_delete(name)
    else:
        channel.exchange_delete(name)
connection.close()

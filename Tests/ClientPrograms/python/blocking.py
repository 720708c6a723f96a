"""What every client does in its way, with pika's BlockingConnection: blocking.py URI"""
import sys

import pika

HEADERS = {"text": "토끼", "number": 42, "flag": True, "list": [1, "two"], "table": {"inner": {"key": "value"}}}


def declare(channel):
    channel.confirm_delivery()
    channel.exchange_declare("interop", exchange_type="direct", durable=True)
    channel.queue_declare("interop", durable=True)
    channel.queue_bind("interop", "interop", routing_key="task")
    print("declared and bound")


def publish(channel):
    for number in range(1, 6):
        channel.basic_publish("interop", "task", str(number), pika.BasicProperties(delivery_mode=2))
    print("5 messages confirmed")
    try:
        channel.basic_publish("interop", "nobody", "lost", mandatory=True)
    except pika.exceptions.UnroutableError as refusal:
        returned = refusal.messages[0].method
        print(f"returned: {returned.reply_code} {returned.reply_text} {returned.routing_key}")


def get_and_put_back(channel):
    method, _, body = channel.basic_get("interop")
    print(f"got {body.decode()}, {method.message_count} left")
    channel.basic_reject(method.delivery_tag, requeue=True)


def consume(channel):
    channel.basic_qos(prefetch_count=2)
    deliveries = channel.consume("interop")
    taken = [next(deliveries) for _ in range(2)]
    ready = channel.queue_declare("interop", passive=True).method.message_count
    print(f"2 in hand, {ready} ready")
    channel.basic_ack(taken[-1][0].delivery_tag, multiple=True)
    for _ in range(3):
        taken.append(next(deliveries))
        channel.basic_ack(taken[-1][0].delivery_tag)
    channel.cancel()
    print("consumed", *(f"{body.decode()}{' (again)' if method.redelivered else ''}" for method, _, body in taken))


def keep_whole(channel):
    sent = pika.BasicProperties(content_type="text/plain", headers=HEADERS, message_id="m-1", timestamp=1700000000)
    body = b"tokki" * 60000
    channel.basic_publish("interop", "task", body, sent)
    _, properties, received = channel.basic_get("interop", auto_ack=True)
    print(f"{len(received)} bytes came back {'whole' if received == body else 'broken'}")
    print("properties came back" if properties == sent else f"other properties came back: {properties}")


def survive_refusal(connection, channel):
    doomed = connection.channel()
    try:
        doomed.queue_declare("interop.missing", passive=True)
    except pika.exceptions.ChannelClosedByBroker as refusal:
        print(f"refused: {refusal.reply_code} {refusal.reply_text}")
    ready = channel.queue_declare("interop", passive=True).method.message_count
    print(f"still there: {ready} ready")


def be_cancelled(connection, channel):
    cancelled = []
    other = connection.channel()
    other.add_on_cancel_callback(cancelled.append)
    other.basic_consume("interop", lambda *_: None)
    channel.queue_delete("interop")
    while not cancelled:
        connection.process_data_events(time_limit=None)
    print("consumer cancelled by the broker")


connection = pika.BlockingConnection(pika.URLParameters(sys.argv[1]))
channel = connection.channel()
print("connected")
declare(channel)
publish(channel)
get_and_put_back(channel)
consume(channel)
keep_whole(channel)
survive_refusal(connection, channel)
be_cancelled(connection, channel)
channel.exchange_delete("interop")
channel.close()
connection.close()
print("closed")

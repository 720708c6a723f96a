"""What every client does in its way, with pika's SelectConnection: selecting.py URI

The steps are a generator: each yields what takes a callback, and goes on when that is called."""
import collections
import sys

import pika

HEADERS = {"text": "토끼", "number": 42, "flag": True, "list": [1, "two"], "table": {"inner": {"key": "value"}}}


class Arrivals:
    """What comes from the broker, one thing at a time."""

    def __init__(self):
        self.waiting = None
        self.arrived = collections.deque()

    def add(self, *arrival):
        self.arrived.append(arrival)
        self._hand_over()

    def take(self, callback):
        self.waiting = callback
        self._hand_over()

    def _hand_over(self):
        if self.waiting and self.arrived:
            callback, self.waiting = self.waiting, None
            callback(*self.arrived.popleft())


def declare(channel, confirms):
    yield lambda done: channel.confirm_delivery(confirms.add, done)
    yield lambda done: channel.exchange_declare("interop", exchange_type="direct", durable=True, callback=done)
    yield lambda done: channel.queue_declare("interop", durable=True, callback=done)
    yield lambda done: channel.queue_bind("interop", "interop", routing_key="task", callback=done)
    print("declared and bound")


def await_confirm(confirms, tag):
    confirmed = 0
    while confirmed < tag:
        frame, = yield confirms.take
        if not isinstance(frame.method, pika.spec.Basic.Ack):
            raise SystemExit(f"a message was refused: {frame}")
        confirmed = frame.method.delivery_tag if frame.method.multiple else confirmed + 1


def publish(channel, confirms):
    for number in range(1, 6):
        channel.basic_publish("interop", "task", str(number), pika.BasicProperties(delivery_mode=2))
    yield from await_confirm(confirms, 5)
    print("5 messages confirmed")
    returns = Arrivals()
    channel.add_on_return_callback(returns.add)
    channel.basic_publish("interop", "nobody", "lost", mandatory=True)
    _, returned, _, _ = yield returns.take
    print(f"returned: {returned.reply_code} {returned.reply_text} {returned.routing_key}")
    yield confirms.take


def get_and_put_back(channel):
    _, method, _, body = yield lambda done: channel.basic_get("interop", done)
    print(f"got {body.decode()}, {method.message_count} left")
    channel.basic_reject(method.delivery_tag, requeue=True)


def consume(channel):
    yield lambda done: channel.basic_qos(prefetch_count=2, callback=done)
    deliveries, taken = Arrivals(), []
    tag = channel.basic_consume("interop", deliveries.add)
    for number in range(1, 6):
        _, method, _, body = yield deliveries.take
        taken.append(f"{body.decode()}{' (again)' if method.redelivered else ''}")
        if number == 2:
            declared, = yield lambda done: channel.queue_declare("interop", passive=True, callback=done)
            print(f"2 in hand, {declared.method.message_count} ready")
        if number >= 2:
            channel.basic_ack(method.delivery_tag, multiple=True)
    yield lambda done: channel.basic_cancel(tag, done)
    print("consumed", *taken)


def keep_whole(channel, confirms):
    sent = pika.BasicProperties(content_type="text/plain", headers=HEADERS, message_id="m-1", timestamp=1700000000)
    body = b"tokki" * 60000
    channel.basic_publish("interop", "task", body, sent)
    yield confirms.take
    _, _, properties, received = yield lambda done: channel.basic_get("interop", done, auto_ack=True)
    print(f"{len(received)} bytes came back {'whole' if received == body else 'broken'}")
    print("properties came back" if properties == sent else f"other properties came back: {properties}")


def survive_refusal(connection, channel):
    doomed, = yield lambda done: connection.channel(on_open_callback=done)
    closes = Arrivals()
    doomed.add_on_close_callback(closes.add)
    doomed.queue_declare("interop.missing", passive=True)
    _, refusal = yield closes.take
    print(f"refused: {refusal.reply_code} {refusal.reply_text}")
    declared, = yield lambda done: channel.queue_declare("interop", passive=True, callback=done)
    print(f"still there: {declared.method.message_count} ready")


def be_cancelled(connection, channel):
    other, = yield lambda done: connection.channel(on_open_callback=done)
    cancels = Arrivals()
    other.add_on_cancel_callback(cancels.add)
    yield lambda done: other.basic_consume("interop", lambda *_: None, callback=done)
    channel.queue_delete("interop")
    yield cancels.take
    print("consumer cancelled by the broker")


def steps(connection):
    channel, = yield lambda done: connection.channel(on_open_callback=done)
    print("connected")
    confirms = Arrivals()
    yield from declare(channel, confirms)
    yield from publish(channel, confirms)
    yield from get_and_put_back(channel)
    yield from consume(channel)
    yield from keep_whole(channel, confirms)
    yield from survive_refusal(connection, channel)
    yield from be_cancelled(connection, channel)
    yield lambda done: channel.exchange_delete("interop", callback=done)
    connection.close()


def start(connection):
    script = steps(connection)

    def go_on(*answers):
        connection.ioloop.add_callback_threadsafe(lambda: step(answers))

    def step(answers):
        try:
            script.send(answers)(go_on)
        except StopIteration:
            pass

    connection.ioloop.add_callback_threadsafe(lambda: next(script)(go_on))


def ended(connection, reason):
    print("closed" if isinstance(reason, pika.exceptions.ConnectionClosedByClient) else repr(reason))
    connection.ioloop.stop()


connection = pika.SelectConnection(
    pika.URLParameters(sys.argv[1]), on_open_callback=start, on_close_callback=ended,
    on_open_error_callback=lambda connection, error: sys.exit(repr(error)))
connection.ioloop.start()

"""What every client does in its way, with aio-pika: aio.py URI"""
import asyncio
import datetime
import sys

import aio_pika

HEADERS = {"text": "토끼", "number": 42, "flag": True, "list": [1, "two"], "table": {"inner": {"key": "value"}}}


async def publish(exchange):
    for number in range(1, 6):
        message = aio_pika.Message(str(number).encode(), delivery_mode=aio_pika.DeliveryMode.PERSISTENT)
        await exchange.publish(message, "task")
    print("5 messages confirmed")
    returned = await exchange.publish(aio_pika.Message(b"lost"), "nobody", mandatory=True)
    method = returned.delivery
    print(f"returned: {method.reply_code} {method.reply_text} {method.routing_key}")


async def get_and_put_back(queue):
    message = await queue.get()
    print(f"got {message.body.decode()}, {message.message_count} left")
    await message.reject(requeue=True)


async def consume(channel, queue):
    await channel.set_qos(prefetch_count=2)
    taken = []
    async with queue.iterator() as deliveries:
        async for message in deliveries:
            taken.append(f"{message.body.decode()}{' (again)' if message.redelivered else ''}")
            if len(taken) == 2:
                declared = await channel.declare_queue("interop", passive=True)
                print(f"2 in hand, {declared.declaration_result.message_count} ready")
            if len(taken) >= 2:
                await message.ack(multiple=True)
            if len(taken) == 5:
                break
    print("consumed", *taken)


async def keep_whole(exchange, queue):
    body = b"tokki" * 60000
    sent = aio_pika.Message(body, content_type="text/plain", headers=HEADERS, message_id="m-1", timestamp=1700000000)
    await exchange.publish(sent, "task")
    received = await queue.get(no_ack=True)
    print(f"{len(received.body)} bytes came back {'whole' if received.body == body else 'broken'}")
    found = received.content_type, received.headers, received.message_id, received.timestamp
    time = datetime.datetime.fromtimestamp(1700000000, tz=datetime.timezone.utc)
    same = found == ("text/plain", HEADERS, "m-1", time)
    print("properties came back" if same else f"other properties came back: {found}")


async def survive_refusal(connection, channel):
    doomed = await connection.channel()
    try:
        await doomed.declare_queue("interop.missing", passive=True)
    except aio_pika.exceptions.ChannelNotFoundEntity as refusal:
        print(f"refused: 404 {refusal}")
    declared = await channel.declare_queue("interop", passive=True)
    print(f"still there: {declared.declaration_result.message_count} ready")


async def be_cancelled(connection, queue):
    """The layer below, aiormq, tells of it, and logs a warning."""
    other = await connection.channel()
    consumed = await other.get_queue("interop")
    await consumed.consume(lambda message: None)
    cancelled = asyncio.Event()
    underlay = await other.get_underlay_channel()
    underlay.on_consumer_cancel_callbacks.add(lambda frame: cancelled.set())
    await queue.delete(if_unused=False, if_empty=False)
    await cancelled.wait()
    print("consumer cancelled by the broker")


async def main():
    connection = await aio_pika.connect(sys.argv[1])
    channel = await connection.channel(publisher_confirms=True, on_return_raises=False)
    print("connected")
    exchange = await channel.declare_exchange("interop", "direct", durable=True)
    queue = await channel.declare_queue("interop", durable=True)
    await queue.bind(exchange, "task")
    print("declared and bound")
    await publish(exchange)
    await get_and_put_back(queue)
    await consume(channel, queue)
    await keep_whole(exchange, queue)
    await survive_refusal(connection, channel)
    await be_cancelled(connection, queue)
    await exchange.delete()
    await channel.close()
    await connection.close()
    print("closed")


asyncio.run(main())

"""What a client says when the broker closes its connection: refused.py URI blocking|selecting|aio

Either the broker refuses to open it, or it closes it because a prefetch size is not implemented."""
import asyncio
import sys

import aio_pika
import pika


def blocking(uri):
    try:
        connection = pika.BlockingConnection(pika.URLParameters(uri))
        connection.channel().basic_qos(prefetch_size=10)
    except pika.exceptions.AMQPError as refusal:
        print(f"{type(refusal).__name__}: {refusal}")


def selecting(uri):
    def ended(connection, reason):
        print(f"{type(reason).__name__}: {reason}")
        connection.ioloop.stop()

    def opened(connection):
        connection.channel(on_open_callback=lambda channel: channel.basic_qos(prefetch_size=10))

    connection = pika.SelectConnection(pika.URLParameters(uri), on_open_callback=opened,
                                       on_open_error_callback=ended, on_close_callback=ended)
    connection.ioloop.start()


def aio(uri):
    async def main():
        try:
            connection = await aio_pika.connect(uri)
            channel = await connection.channel()
            await channel.set_qos(prefetch_size=10)
        except aio_pika.exceptions.AMQPError as refusal:
            print(f"{type(refusal).__name__}: {refusal}")

    asyncio.run(main())


uri, client = sys.argv[1:]
{"blocking": blocking, "selecting": selecting, "aio": aio}[client](uri)

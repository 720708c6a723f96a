"""Tutorial 7, publisher confirms: confirms.py URI publish COUNT"""
import tutorial


def publish(channel, count):
    """A blocking connection waits for each confirm: a message that the broker refused would be an exception."""
    channel.confirm_delivery()
    queue = channel.queue_declare(queue="", exclusive=True).method.queue
    for number in range(int(count)):
        channel.basic_publish(exchange="", routing_key=queue, body=str(number))
    print(f" [x] {count} messages confirmed one by one")
    ready = channel.queue_declare(queue=queue, passive=True).method.message_count
    print(f" [x] {ready} messages in the queue")


tutorial.run(publish=publish)

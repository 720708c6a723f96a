"""What the tutorials' programs share: PROGRAM.py URI PART [WORD...] runs one part over a blocking connection."""
import os
import sys

import pika


def run(**parts):
    """Receivers run until they are interrupted, and leave as the tutorials' do: without closing their connection."""
    uri, part, *words = sys.argv[1:]
    connection = pika.BlockingConnection(pika.URLParameters(uri))
    try:
        parts[part](connection.channel(), *words)
    except KeyboardInterrupt:
        print("Interrupted", flush=True)
        os._exit(0)
    connection.close()

#!/usr/bin/env python3
"""Asks a real RabbitMQ which bindings of a topic exchange and of a headers exchange take which messages.

    match.py --broker amqp://guest:guest@127.0.0.1:5672 --version 4.0 [--check]

Every binding gets a queue of its own; every message is published once; the queues that got it are read back. The
answers go to topic-matching.json and headers-matching.json in Recordings/VERSION; with --check they are compared with
those, and the exit status is 1 when they differ. A file holds the bindings, the messages (routing keys, or headers),
and for every message the indices of the bindings that took it.
"""
import argparse
import json
import sys
import unicodedata
import urllib.parse

import record

NFC, NFD = (unicodedata.normalize(form, "한글") for form in ("NFC", "NFD"))
LONG = "k" * 255
DEEP = ".".join("a" * 128)

TOPIC_BINDINGS = [
    "", "#", "#.#", "#.#.#", "*", "*.*", "*.*.*", "*.#", "#.*", "*.#.*", "#.*.#", "#.*.*", "*.*.#", ".", "..", "...",
    "a", "A", "a.", ".a", "a..", "..a", "a..b", "a.b", "a.b.c", "b.a", "a.*", "*.a", "*.b", "a.#", "#.a", "#.b",
    "a.*.b", "a.#.b", "a.*.#", "a.#.*", "#.a.#", "a.#.#.b", "a.#.#", "#.#.a", "*.a.#", "#.a.*", "a.#.b.#", "#.a.#.b",
    "a.#.c", "*.b.*", "a.*.c", "*.*.c", "a.b.#", "#.b.c", ".*", "*.", "*..*", ".#", "#.", "#..#", "a.*.", "a#", "#a",
    "a*", "*a", "a.b#", "a.*b", "**", "##", "*#", "#*", "a.**", "a.##", " ", "a b", "가.*", "가.#", "*.나", NFC, NFD,
    NFC + ".*", NFD + ".#", "a.B", "*.orange.*", "*.*.rabbit", "lazy.#", "kern.*", "*.critical", "#.error", "0.*",
    LONG, DEEP, "-._", "é", "e\u0301", "🐇.#", "a.#.a", "a.*.a", "*.*.*.*", "#.a.b.#", "a.a.#", "#.a.a",
]
TOPIC_KEYS = [
    "", ".", "..", "...", "a", "A", "b", "c", "a.", ".a", "a..", "..a", "a..b", "a.b", "b.a", "a.b.c", "a.a", "a.a.a",
    "a.a.b", "a.c.b", "a.c.d.b", "a.b.b", "b.a.b", "b.a.c", "x.a.y", "x.a.y.b", "a.x.b.y", "b.b", "b.b.b", "a.b.c.d",
    "c.b.a", "a.x.c", "a.b.a", "a...b", ".a.", ".b", "b.", "#", "*", "#.#", "*.*", "a.#", "a.*", "*.a", "#.a", "a#",
    "#a", "a*", "*a", "a.b#", "a.xb", "**", "##", "x", "x.y", "x.y.z", " ", "a b", "a. b", "가", "가.나", "가.나.다",
    "나.가", NFC, NFD, NFC + ".a", NFD + ".a", "a.B", "A.b", "quick.orange.rabbit", "lazy.orange.elephant",
    "quick.orange.fox", "lazy.brown.fox", "lazy", "orange", "quick.orange.new.rabbit", "lazy.orange.new.rabbit",
    "kern.critical", "kern", "cron.critical", "app.db.error", "error", "0.1", LONG, DEEP, "-._", "é", "e\u0301",
    "🐇", "🐇.당근", "a.a.a.a", "x.a.b.y",
]

EVERY_TYPE = {
    "int8 1": {"$type": "int8", "value": 1}, "uint8 1": {"$type": "uint8", "value": 1},
    "int16 1": {"$type": "int16", "value": 1}, "uint16 1": {"$type": "uint16", "value": 1}, "int32 1": 1,
    "uint32 1": {"$type": "uint32", "value": 1}, "int64 1": {"$type": "int64", "value": 1},
    "float 1": {"$type": "float", "value": 1.0}, "double 1": 1.0, "text 1": "1", "true": True, "false": False,
    "int32 0": 0, "void": None, "empty text": "", "text": "text", "Text": "Text", "text NFC": NFC, "text NFD": NFD,
    "bytes text": {"$type": "byte-array", "value": "text"}, "timestamp 1": {"$type": "timestamp", "value": 1},
    "decimal 1": {"$type": "decimal", "scale": 0, "value": 1},
    "decimal 1.0": {"$type": "decimal", "scale": 1, "value": 10}, "double 1.5": 1.5,
    "float 1.5": {"$type": "float", "value": 1.5}, "empty table": {}, "table": {"k": 1},
    "table of int64": {"k": {"$type": "int64", "value": 1}}, "table of two": {"k": 1, "l": 2},
    "table of two the other way": {"l": 2, "k": 1}, "empty array": [], "array": [1, 2], "array the other way": [2, 1],
    "array of int64": [{"$type": "int64", "value": 1}, {"$type": "int64", "value": 2}], "array of text": ["1", "2"],
    "large": 2**40, "negative": -1, "int64 negative": {"$type": "int64", "value": -1},
    "uint32 large": {"$type": "uint32", "value": 4000000000},
    "int64 large": {"$type": "int64", "value": 4000000000},
}
HEADERS_BINDINGS = [{"h": value} for value in EVERY_TYPE.values()] + [
    {"x-match": match, **arguments}
    for match in ("all", "any", "all-with-x", "any-with-x")
    for arguments in ({}, {"h": 1}, {"h": None}, {"h": 1, "g": 2}, {"h": 1, "g": None}, {"x-h": 1}, {"x-h": 1, "h": 1},
                      {"x-h": None}, {"x-h": 1, "x-g": 2}, {"h": 1, "g": 2, "f": "three"}, {"X-h": 1}, {"x": 1}, {"H": 1})
] + [{}, {"x-match": "any", "": 1}, {"": 1}, {"한글": "값"}, {"x-death": None}, {"x-match": "all-with-x", "x-match ": 1}]
HEADERS_MESSAGES = [None, {}] + [{"h": value} for value in EVERY_TYPE.values()] + [
    {"g": 2}, {"h": 1, "g": 2}, {"h": 1, "g": 3}, {"h": 2, "g": 2}, {"h": 2}, {"h": 1, "g": 2, "f": "three"},
    {"h": 1, "g": 2, "f": "four", "e": 5}, {"f": "three"}, {"x-h": 1}, {"x-h": 2}, {"x-h": 1, "h": 1}, {"x-h": 1, "h": 2},
    {"x-h": 1, "x-g": 2}, {"x-g": 2}, {"x-h": 2, "x-g": 2}, {"X-h": 1}, {"x": 1}, {"H": 1}, {"": 1}, {"한글": "값"},
    {"x-match": "all"}, {"x-match": "any", "h": 1}, {"x-death": []}, {"x-match ": 1}, {"other": 1},
]


class Questions:
    """One exchange, a queue for each binding, and the messages that reached the queues."""

    def __init__(self, client, kind):
        self.client, self.kind = client, kind
        client.send(1, "channel.open", {})
        client.expect("channel.open-ok")
        self.ask("exchange.declare", {"exchange": "x", "type": kind})

    def ask(self, method, arguments):
        self.client.send(1, method, arguments)
        return self.client.expect(method + "-ok")

    def bind(self, number, key, arguments):
        self.ask("queue.declare", {"queue": str(number)})
        self.ask("queue.bind", {"queue": str(number), "exchange": "x", "routing-key": key, "arguments": arguments})

    def rows(self, bindings, messages):
        """For every message, the indices of the bindings that took it."""
        self.ask("confirm.select", {})
        for number, (key, properties) in enumerate(messages, 1):
            self.client.send(1, "basic.publish", {"exchange": "x", "routing-key": key}, properties,
                             str(number - 1).encode())
        unconfirmed = set(range(1, len(messages) + 1))
        while unconfirmed:
            arguments = self.client.expect("basic.ack")
            tag = arguments["delivery-tag"]
            unconfirmed -= set(range(1, tag + 1)) if arguments["multiple"] else {tag}
        rows = [[] for _ in messages]
        for number in range(bindings):
            count = self.ask("queue.declare", {"queue": str(number), "passive": True})["message-count"]
            self.client.send(1, "basic.consume", {"queue": str(number), "consumer-tag": str(number), "no-ack": True})
            for _ in range(count):
                rows[self.next_delivery()].append(number)
        return rows

    def next_delivery(self):
        while True:
            for index, (_, method, _, _, body) in enumerate(self.client.arrived):
                if method == "basic.deliver":
                    del self.client.arrived[index]
                    return int(body)
            self.client.receive()


def questions(broker, host, kind):
    return Questions(record.Client(kind, broker, host, {}), kind)


def topic_table(broker, host):
    asked = questions(broker, host, "topic")
    for number, key in enumerate(TOPIC_BINDINGS):
        asked.bind(number, key, {})
    rows = asked.rows(len(TOPIC_BINDINGS), [(key, {}) for key in TOPIC_KEYS])
    return {"bindings": TOPIC_BINDINGS, "messages": TOPIC_KEYS, "rows": rows}


def headers_table(broker, host):
    asked = questions(broker, host, "headers")
    for number, arguments in enumerate(HEADERS_BINDINGS):
        asked.bind(number, "", arguments)
    messages = [("", {} if headers is None else {"headers": headers}) for headers in HEADERS_MESSAGES]
    rows = asked.rows(len(HEADERS_BINDINGS), messages)
    return {"bindings": HEADERS_BINDINGS, "messages": HEADERS_MESSAGES, "rows": rows}


def written(table):
    parts = []
    for name, values in table.items():
        items = ",\n".join("  " + json.dumps(value, ensure_ascii=False) for value in values)
        parts.append(f' "{name}": [\n{items}\n ]')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def differences(expected, found):
    if any(expected[part] != found[part] for part in ("bindings", "messages")):
        return ["the file was made for other bindings or messages: delete it and record anew"]
    texts = []
    for message, now, before in zip(found["messages"], found["rows"], expected["rows"]):
        for verb, indices in (("is taken by", set(now) - set(before)), ("is no longer taken by", set(before) - set(now))):
            texts += [f"{message!r} {verb} {found['bindings'][index]!r}" for index in sorted(indices)]
    return texts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--broker", default="amqp://guest:guest@127.0.0.1:5672")
    parser.add_argument("--version", required=True)
    parser.add_argument("--management")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    broker = record.Broker(urllib.parse.urlparse(options.broker), options.management, None)
    status = 0
    for name, ask in (("topic-matching", topic_table), ("headers-matching", headers_table)):
        host = f"matching-{options.version}-{name}"
        broker.ask("PUT", f"/api/vhosts/{host}")
        try:
            found = ask(broker, host)
        finally:
            broker.forget(host)
        file = record.HERE / "Recordings" / options.version / f"{name}.json"
        if not options.check:
            file.write_text(written(found))
        different = differences(json.loads(file.read_text()), found)
        print("\n".join(different) or
              f"{name}: {len(found['bindings'])} bindings by {len(found['messages'])} messages are as recorded")
        status = 1 if different else status
    return status


if __name__ == "__main__":
    sys.exit(main())

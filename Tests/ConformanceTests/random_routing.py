#!/usr/bin/env python3
"""Writes Scenarios/random-routing.json: topologies that nobody thought of, and publishes into them.

    random_routing.py [SCENARIOS]

The same number of scenarios is the same file. Every queue has a consumer with a connection of its own, so that a
recording tells which queues a publish reached in an order that does not depend on the broker's haste.
"""
import json
import pathlib
import random
import sys

QUEUES = ["q1", "q2", "q3", "q4"]
EXCHANGES = ["x1", "x2", "x3", "x4", "amq.topic", "amq.match"]
WORDS = ["a", "a", "b", "*", "#", ""]


def key(chance):
    return ".".join(chance.choice(WORDS) for _ in range(chance.randint(0, 3)))


def table(chance, is_binding):
    values = [1, 2, 1.0, "1", None, True, {"$type": "timestamp", "value": 1}, {"$type": "int8", "value": 1},
              1000, [], [1], {}, {"a": 1}]
    found = {name: chance.choice(values) for name in ("h", "i", "x-h") if chance.random() < 0.5}
    if is_binding and chance.random() < 0.7:
        found["x-match"] = chance.choice(["all", "any", "all-with-x", "any-with-x"])
    return found


def changes(chance, bound):
    """Methods that change the topology; `bound` is what was bound so far."""
    source, exchange = chance.choice(EXCHANGES), chance.choice(EXCHANGES)
    arguments = table(chance, True) if source == "amq.match" or chance.random() < 0.2 else {}
    binding = {"routing-key": key(chance), "arguments": arguments}
    what = chance.choices(["queue.bind", "exchange.bind", "unbind", "exchange.delete", "queue.delete"],
                          [20, 8, 4, 1, 1])[0]
    if what == "unbind" and bound:
        made, arguments = bound.pop(chance.randrange(len(bound)))
        return [(made.replace("bind", "unbind"), arguments)]
    if what == "exchange.delete":
        name = chance.choice(EXCHANGES[:4])
        return [(what, {"exchange": name}), declaration(chance, name)]
    if what == "queue.delete":
        return [(what, {"queue": chance.choice(QUEUES)})]
    destination = {"destination": exchange, "source": source} if what == "exchange.bind" else {
        "queue": chance.choice(QUEUES), "exchange": source}
    made = what if what == "exchange.bind" else "queue.bind", {**destination, **binding}
    bound.append(made)
    return [made]


def declaration(chance, name):
    arguments = {"alternate-exchange": chance.choice(EXCHANGES)} if chance.random() < 0.5 else {}
    return "exchange.declare", {
        "exchange": name, "type": chance.choice(["direct", "fanout", "topic", "topic", "headers"]),
        "auto-delete": chance.random() < 0.15, "arguments": arguments}


def publish(chance, number):
    headers = table(chance, False)
    if chance.random() < 0.2:
        headers["CC"] = [key(chance), key(chance)]
    return {"client": "p", "send": "basic.publish", "properties": {"headers": headers} if headers else {},
            "arguments": {"exchange": chance.choice(EXCHANGES), "routing-key": key(chance), "mandatory": True},
            "body": str(number)}


def scenario(seed):
    chance = random.Random(seed)
    steps, bound = [], []

    def add(what, arguments):
        steps.append({"client": "a", "send": what, "arguments": arguments})

    for name in EXCHANGES[:4]:
        add(*declaration(chance, name))
    for name in QUEUES:
        add("queue.declare", {"queue": name, "durable": True})
        steps.append({"client": "c" + name, "send": "basic.consume",
                      "arguments": {"queue": name, "consumer-tag": name, "no-ack": True}})
    for _ in range(20):
        for made in changes(chance, bound):
            add(*made)
    for number in range(16):
        steps.append(publish(chance, number))
        if number % 3 == 2:
            for made in changes(chance, bound):
                add(*made)
    return {"name": f"a random topology, seed {seed}", "steps": steps}


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 24
    scenarios = []
    for seed in range(1, count + 1):
        made = scenario(seed)
        steps = ",\n".join("   " + json.dumps(step, ensure_ascii=False) for step in made["steps"])
        scenarios.append(f' {{"name": {json.dumps(made["name"])},\n  "steps": [\n{steps}\n ]}}')
    file = pathlib.Path(__file__).resolve().parent / "Scenarios" / "random-routing.json"
    file.write_text("[\n" + ",\n".join(scenarios) + "\n]\n")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes Scenarios/random-sessions.json: sessions with queues that nobody thought of, tried out on a real broker.

    random_sessions.py --broker amqp://guest:guest@127.0.0.1:5672 [--policies --file random-policies] [SCENARIOS]

With --policies policies come and go in the sessions.
A session is made up step by step while it is played, so that most of its acknowledgements are for messages that were
delivered. Nothing is in it where the broker's haste would show: a message goes to one queue only, and no quorum queue
refuses publishes, which it tells the publisher about with a delay.
"""
import argparse
import concurrent.futures
import json
import os
import random
import sys
import urllib.parse

import record

KINDS = [
    {}, {"x-queue-type": "quorum"}, {"x-max-priority": 4}, {"x-max-length": 2},
    {"x-max-length": 2, "x-overflow": "reject-publish"}, {"x-single-active-consumer": True},
    {"x-queue-type": "quorum", "x-delivery-limit": 2}, {"x-queue-type": "quorum", "x-single-active-consumer": True},
    {"x-queue-type": "quorum", "x-max-length": 2}, {"x-max-length-bytes": 6}, {"x-message-ttl": 0},
]
# Overflow goes with a key that keeps the policy from quorum queues.
SETTINGS = [
    {"max-length": 1}, {"max-length": 2}, {"max-length": 4}, {"max-length": 0}, {"max-length-bytes": 2},
    {"dead-letter-exchange": ""}, {"dead-letter-exchange": "", "dead-letter-routing-key": "dead"},
    {"dead-letter-routing-key": "r"}, {"message-ttl": 0}, {"message-ttl": 100000}, {"delivery-limit": 1},
    {"overflow": "reject-publish", "queue-mode": "default"}, {"overflow": "drop-head"},
    {"overflow": "reject-publish-dlx", "queue-mode": "default"}, {"alternate-exchange": "x"},
]
BOUNDS = [{"max-length": 1}, {"max-length": 3}, {"max-length-bytes": 4}, {"delivery-limit": 2}, {"message-ttl": 0}]
DEAD = {"x-dead-letter-exchange": "", "x-dead-letter-routing-key": "dead"}


class Session:
    """Makes up one scenario against one virtual host."""

    def __init__(self, seed, player, has_policies=False):
        self.has_policies = has_policies
        self.chance = random.Random(seed)
        self.player = player
        self.steps = []
        self.deliveries = {}  # (client, channel): delivery tags that are unacknowledged
        self.consumers = {}  # (client, channel): consumer tags
        self.tags = 0
        self.bodies = 0

    def step(self, step):
        self.steps.append(step)
        for entry in self.player.play_step(step):
            place = entry["client"], entry["channel"]
            arguments = entry.get("arguments", {})
            if entry["method"] in ("basic.deliver", "basic.get-ok"):
                self.deliveries.setdefault(place, []).append(arguments["delivery-tag"])
            elif entry["method"] == "channel.close":
                self.forget(place)
            elif entry["method"] == "connection.close":
                for channel in (1, 2):
                    self.forget((entry["client"], channel))

    def forget(self, place):
        self.deliveries.pop(place, None)
        self.consumers.pop(place, None)

    def send(self, place, method, arguments=None, **more):
        client, channel = place
        self.step({"client": client, "channel": channel, "send": method, "arguments": arguments or {}, **more})

    def declare(self):
        self.send(("z", 1), "queue.declare", {"queue": "dead", "durable": True})
        for queue in ("q", "r"):
            kind = dict(self.chance.choice(KINDS))
            if self.chance.random() < 0.6:
                kind.update(DEAD)
            self.send(("z", 1), "queue.declare", {"queue": queue, "durable": True, "arguments": kind})
        self.send(("p", 1), "confirm.select")

    def play(self, length):
        self.declare()
        actions = [self.publish] * 6 + [self.consume] * 3 + [self.settle] * 8 + [self.get] * 2 + [
            self.prefetch, self.cancel, self.close, self.drop, self.recover, self.purge, self.count, self.count]
        if self.has_policies:
            actions += [self.policy] * 7
        for _ in range(length):
            self.chance.choice(actions)()
        for queue in ("q", "r", "dead"):
            self.send(("z", 1), "queue.declare", {"queue": queue, "passive": True})
        for queue in ("q", "r", "dead"):
            self.send(("z", 2), "basic.get", {"queue": queue})
        return self.steps

    def place(self):
        return self.chance.choice(["a", "a", "b", "c"]), self.chance.choice([1, 1, 2])

    def queue(self):
        return self.chance.choice(["q", "q", "r", "r", "dead"])

    def publish(self):
        count = self.chance.choice([1, 1, 1, 2, 3])
        bodies = []
        for _ in range(count):
            self.bodies += 1
            bodies.append(str(self.bodies))
        properties = {}
        if self.chance.random() < 0.3:
            properties["priority"] = self.chance.randint(0, 6)
        self.send(("p", 1), "basic.publish", {"routing-key": self.queue(), "mandatory": self.chance.random() < 0.2},
                  properties=properties, bodies=bodies)

    def consume(self):
        place = self.place()
        self.tags += 1
        tag = f"c{self.tags}"
        arguments = {"queue": self.queue(), "consumer-tag": tag, "no-ack": self.chance.random() < 0.2}
        if self.chance.random() < 0.15:
            arguments["arguments"] = {"x-priority": self.chance.choice([-1, 1, 2])}
        if self.chance.random() < 0.1:
            arguments["exclusive"] = True
        self.consumers.setdefault(place, []).append(tag)
        self.send(place, "basic.consume", arguments)

    def settle(self):
        places = sorted(place for place, tags in self.deliveries.items() if tags)
        if not places:
            return self.publish()
        place = self.chance.choice(places)
        tags = self.deliveries[place]
        tag, multiple = self.chance.choice(tags), self.chance.random() < 0.25
        self.deliveries[place] = [other for other in tags if (other > tag if multiple else other != tag)]
        method = self.chance.choice(["basic.ack", "basic.ack", "basic.nack", "basic.nack", "basic.reject"])
        arguments = {"delivery-tag": tag}
        if method != "basic.reject":
            arguments["multiple"] = multiple
        elif multiple:
            self.deliveries[place] = [other for other in tags if other != tag]
        if method != "basic.ack":
            arguments["requeue"] = self.chance.random() < 0.6
        return self.send(place, method, arguments)

    def get(self):
        self.send(self.place(), "basic.get", {"queue": self.queue(), "no-ack": self.chance.random() < 0.2})

    def prefetch(self):
        self.send(self.place(), "basic.qos", {"prefetch-count": self.chance.choice([0, 1, 1, 2, 3])})

    def cancel(self):
        places = sorted(place for place, tags in self.consumers.items() if tags)
        if places:
            place = self.chance.choice(places)
            tags = self.consumers[place]
            self.send(place, "basic.cancel", {"consumer-tag": tags.pop(self.chance.randrange(len(tags)))})

    def close(self):
        place = self.place()
        self.forget(place)
        self.send(place, "channel.close", {"reply-code": 200})

    def drop(self):
        clients = sorted(set(self.player.clients) & {"a", "b", "c"})
        if clients:
            client = self.chance.choice(clients)
            for channel in (1, 2):
                self.forget((client, channel))
            self.step({"client": client, "drop": True})

    def recover(self):
        place = self.place()
        self.deliveries.pop(place, None)
        self.send(place, "basic.recover", {"requeue": True})

    def purge(self):
        self.send(("z", 1), "queue.purge", {"queue": self.queue()})

    def policy(self):
        kind = self.chance.choice(["policy", "policy", "operator_policy"])
        name = self.chance.choice(["p1", "p2"])
        if self.chance.random() < 0.25:
            return self.step({"operator": f"clear_{kind}", "arguments": {"name": name}})
        definition = {}
        for _ in range(self.chance.choice([1, 1, 2, 3])):
            definition.update(self.chance.choice(SETTINGS if kind == "policy" else BOUNDS))
        return self.step({"operator": f"set_{kind}", "arguments": {
            "name": name, "pattern": self.chance.choice(["", "^[qr]$", "^q", "r$", "[^d]"]), "definition": definition,
            "priority": 1 if name == "p1" else self.chance.choice([0, 2])}})

    def count(self):
        self.send(("z", 1), "queue.declare", {"queue": self.queue(), "passive": True})


def session(broker, seed, has_policies):
    host = f"sessions-{os.getpid()}-{seed}"
    broker.ask("PUT", f"/api/vhosts/{host}")
    player = record.Player(broker, host, 0.15, None)
    try:
        steps = Session(seed, player, has_policies).play(25 + seed % 20)
        return {"name": f"a random session, seed {seed}", "steps": steps}
    finally:
        for client in player.clients.values():
            client.socket.close()
        broker.forget(host)


def written(scenarios):
    parts = []
    for scenario in scenarios:
        steps = ",\n".join("   " + json.dumps(step, ensure_ascii=False) for step in scenario["steps"])
        parts.append(f' {{"name": {json.dumps(scenario["name"])},\n  "steps": [\n{steps}\n ]}}')
    return "[\n" + ",\n".join(parts) + "\n]\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--broker", default="amqp://guest:guest@127.0.0.1:5672")
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--policies", action="store_true")
    parser.add_argument("--file", default="random-sessions")
    parser.add_argument("count", nargs="?", type=int, default=48)
    options = parser.parse_args()
    broker = record.Broker(urllib.parse.urlparse(options.broker), None, None)
    seeds = range(options.first, options.first + options.count)
    with concurrent.futures.ThreadPoolExecutor(24) as pool:
        scenarios = list(pool.map(lambda seed: session(broker, seed, options.policies), seeds))
    (record.HERE / "Scenarios" / f"{options.file}.json").write_text(written(scenarios))


if __name__ == "__main__":
    sys.exit(main())

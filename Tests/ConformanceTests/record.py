#!/usr/bin/env python3
"""Plays scenarios against a real RabbitMQ and keeps what it answered: the recordings that the simulated broker must match.

    record.py --broker amqp://guest:guest@127.0.0.1:5672 --version 4.0 [--check] [--ctl COMMAND] [SCENARIO FILE...]

Without --check the recordings in Recordings/VERSION are written anew; with it they are compared, and the exit status is
1 when the broker answered something else. The broker's management API (its port is 10000 above the AMQP port, or
--management URI) gives every scenario a fresh virtual host. Scenarios that restart the broker run last, together, with
one restart, after those with other steps of an operator, one by one; all of them are left out unless --ctl names a
command that runs rabbitmqctl with the arguments given to it.

A scenario file is an array of scenarios about one concept. A scenario has a name that states a claim, and steps:

    {"client": "a", "channel": 1, "send": "queue.declare", "arguments": {"queue": "q"}}
    {"client": "a", "channel": 1, "send": "basic.publish", "arguments": {"routing-key": "q"},
     "properties": {"priority": 1}, "body": "hello"}      "bodies": ["1", "2"] publishes one message for each body
    {"client": "a", "batch": [...]}                       several such sendings, in one go, on channels as they are
    {"client": "a", "connect": {"consumer_cancel_notify": false}}     connects, with other capabilities than usual
    {"client": "a", "drop": true}                         the socket is closed without a word, as a killed process does
    {"wait": 1500}                                        milliseconds; of virtual time in the simulator
    {"restart": true}                                     the broker stops and starts again
    {"client": "a", "close": "maintenance"}               an operator closes the client's connection, with these words
    {"alarm": true}                                       memory is short from now on; false: no more
    {"configure": {"consumer_timeout": 1500}}             as advanced.config would; always the first step
    {"operator": "set_policy", "arguments": {"name": "p", "pattern": "^q", "definition": {"max-length": 1}}}
    {"policies": true}                                    lists what is governed by policies, and by which
    {"client": "a", "connect": {}, "user": "alice", "password": "secret"}   as that user; both are guest where not said

An operator's step bears the name of a command of rabbitmqctl: set_policy, set_operator_policy (name, pattern, definition,
priority, apply-to), clear_policy, clear_operator_policy (name), add_user, change_password (user, password), delete_user
(user), set_user_tags (user, tags), set_permissions (user, configure, write, read), set_topic_permissions (user, exchange,
write, read), clear_permissions, clear_topic_permissions (user), set_vhost_limits (limits), set_user_limits (user, limits),
clear_vhost_limits, clear_user_limits (user, name). It is about the scenario's virtual host, and goes by the management
API; each scenario's users are its own, and "<user:alice>" in a text is what alice is called. When it is refused, "operator.refused" arrives, with the reason.

Clients connect and channels open at their first use. "unopened": true sends on a channel as it is. When the broker
closes a channel or a connection, the client confirms it, and a later step opens it again. The arguments' names are
the specification's, and the values of field tables are written as wire.py says.

A recording has, for every step, what arrived after it: in order within a client's channel, sorted by client and
channel. Confirms are taken apart ("multiple" is about the broker's haste), neighbours among them are sorted, and
deliveries that arrived after the same step on the same channel follow them, and a tx.commit-ok. Names that the broker
made up become <name-1>, <name-2>... in order of appearance, and a step may use them; the time in x-death becomes <time>.
"""
import argparse
import base64
import concurrent.futures
import difflib
import functools
import html
import itertools
import json
import os
import pathlib
import re
import selectors
import shlex
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

import wire

HERE = pathlib.Path(__file__).resolve().parent
CAPABILITIES = ["publisher_confirms", "exchange_exchange_bindings", "basic.nack", "consumer_cancel_notify",
                "connection.blocked", "authentication_failure_close"]
CONFIRMS = {"basic.ack", "basic.nack"}
# Methods after whose answer nothing else can be on its way.
QUIET = {"queue.declare", "exchange.declare", "queue.bind", "exchange.bind", "confirm.select", "tx.select"}
MADE_UP = re.compile(r"amq\.(?:gen|ctag)-[A-Za-z0-9_-]{22}|amq\.rabbitmq\.reply-to\.[A-Za-z0-9_+/=.-]+")
# What the broker's own console is asked for the policies in force; what is not governed has an empty definition.
GOVERNED = """
    Told = fun(Named, Name) ->
        Definition = case rabbit_policy:effective_definition(Named) of undefined -> []; Found -> Found end,
        {element(4, Name), #{policy => rabbit_policy:name(Named), operator_policy => rabbit_policy:name_op(Named),
                             definition => maps:from_list(rabbit_data_coercion:to_proplist(Definition))}}
    end,
    base64:encode(rabbit_json:encode(#{
        queues => maps:from_list([Told(Q, amqqueue:get_name(Q)) || Q <- rabbit_amqqueue:list(<<"HOST">>)]),
        exchanges => maps:from_list([Told(X, element(2, X)) || X <- rabbit_exchange:list(<<"HOST">>)])})).
"""
ANSWER_LIMIT = 10  # seconds until a missing answer is an error


class Refused(ConnectionError):
    """The broker closed the connection while it was being opened."""

    def __init__(self, arguments):
        super().__init__(arguments["reply-text"])
        self.arguments = arguments


class Client:
    """One connection, seen raw."""

    def __init__(self, name, broker, host, capabilities, credentials):
        self.name = name
        self.channels = set()
        self.published = {}  # channel in confirm mode: how many messages
        self.confirmed = {}  # channel in confirm mode: the delivery tags
        self.socket = socket.create_connection((broker.hostname, broker.port), timeout=ANSWER_LIMIT)
        self.assembler = wire.Assembler()
        self.arrived = []
        self.socket.sendall(b"AMQP\0\0\x09\x01")
        self.expect("connection.start")
        granted = {name: capabilities.get(name, True) for name in CAPABILITIES}
        self.send(0, "connection.start-ok", {
            "client-properties": {"product": "conformance", "capabilities": granted}, "mechanism": "PLAIN",
            "response": "\0{}\0{}".format(*credentials), "locale": "en_US"})
        tune = self.expect("connection.tune")
        self.send(0, "connection.tune-ok", {**tune, "heartbeat": 0})
        self.send(0, "connection.open", {"virtual-host": host})
        self.expect("connection.open-ok")

    def send(self, channel, method, arguments, properties=None, body=b""):
        self.socket.sendall(wire.encode_method(channel, method, arguments, properties, body))

    def expect(self, method):
        """The arguments of the next method, while the connection or a channel is being opened."""
        while True:
            for index, (_, name, arguments, _, _) in enumerate(self.arrived):
                if name == method:
                    del self.arrived[index]
                    return arguments
                if name == "connection.close":
                    raise Refused(arguments)
            self.receive()

    def all_confirmed(self, channel):
        return len(self.confirmed.get(channel, ())) >= self.published.get(channel, 0)

    def forget(self, channel):
        self.channels.discard(channel)
        self.published.pop(channel, None)
        self.confirmed.pop(channel, None)

    def receive(self):
        content = self.socket.recv(1 << 20)
        if not content:
            raise ConnectionError("the broker closed the socket")
        self.arrived += self.assembler.add(content)


class Player:
    """Plays the steps of one scenario in one virtual host."""

    def __init__(self, broker, host, idle, restart):
        self.broker, self.host, self.idle, self.restart = broker, host, idle, restart
        self.clients = {}
        self.credentials = {}  # client: the user and the password that it connects with
        self.users = []  # that the scenario has made
        self.names = {}
        self.step = []

    def play(self, scenario):
        try:
            return {"name": scenario["name"], "steps": [self.play_step(step) for step in scenario["steps"]]}
        finally:
            for client in self.clients.values():
                client.socket.close()
            for user in self.users:
                self.broker.operate(self.host, "delete_user", {"user": user})

    def play_step(self, step):
        self.step = []
        if "wait" in step:
            end = time.monotonic() + step["wait"] / 1000
            while (left := end - time.monotonic()) > 0:
                self.collect(left)
        elif "restart" in step:
            self.restart()
        elif "alarm" in step:
            self.broker.set_alarm(step["alarm"])
        elif "configure" in step:
            return []  # play_all has seen to it
        elif "close" in step:
            self.broker.close(self.clients[step["client"]].socket.getsockname()[1], step["close"])
        elif "batch" in step:
            self.clients[step["client"]].socket.sendall(b"".join(self.encoded(sending) for sending in step["batch"]))
        elif "policies" in step:
            self.step.append({"client": "", "channel": 0, "method": "operator.listed",
                              "arguments": self.broker.governed(self.host)})
        elif "operator" in step:
            self.operate(step["operator"], step.get("arguments", {}))
        elif "connect" in step:
            if "user" in step:
                self.credentials[step["client"]] = f"{self.host}.{step['user']}", step.get("password", step["user"])
            self.connect(step["client"], step["connect"])
        elif "drop" in step:
            self.clients.pop(step["client"]).socket.close()
        else:
            self.send(step)
            if step["send"] in QUIET and not step.get("arguments", {}).get("no-wait"):
                return self.normalised()
        self.settle()
        return self.normalised()

    def send(self, step):
        name, channel, method = step["client"], step.get("channel", 1), step["send"]
        if name not in self.clients:
            self.connect(name, {})
            if name not in self.clients:
                return
        client = self.clients[name]
        own_business = channel == 0 or method == "channel.open" or step.get("unopened")
        if not own_business and channel not in client.channels:
            client.send(channel, "channel.open", {})
            client.expect("channel.open-ok")
        if not step.get("unopened"):
            client.channels.add(channel)
        arguments = self.with_names(step.get("arguments", {}))
        properties = self.with_names(step.get("properties", {}))
        bodies = step.get("bodies", [step.get("body", "")])
        for body in bodies:
            client.send(channel, method, arguments, properties, body.encode())
        if method == "basic.publish":
            if channel in client.published:
                client.published[channel] += len(bodies)
                self.wait_until(lambda: client.all_confirmed(channel), 3)
        elif (answers := self.answers(method, arguments)):
            closing = {"channel.close", "connection.close", "socket.closed"}
            answered = self.wait_until(lambda: any(
                entry["client"] == name and entry["method"] in answers | closing for entry in self.step))
            if not answered:
                raise TimeoutError(f"{method} was not answered")
        if method == "confirm.select" and channel in client.channels:
            client.published.setdefault(channel, 0)
            client.confirmed.setdefault(channel, set())
        if method == "channel.close":
            client.forget(channel)
        if method == "connection.close":
            self.clients.pop(name, client).socket.close()

    def connect(self, name, capabilities):
        credentials = self.credentials.get(name, (self.broker.username, self.broker.password))
        try:
            self.clients[name] = Client(name, self.broker, self.host, capabilities, credentials)
        except Refused as refusal:
            self.step.append({"client": name, "channel": 0, "method": "connection.close",
                              "arguments": refusal.arguments})

    def operate(self, command, arguments):
        if "user" in arguments:
            user = f"{self.host}.{arguments['user']}"
            arguments = {**arguments, "user": user}
            if command == "add_user":
                self.users.append(user)
        reason = self.broker.operate(self.host, command, arguments)
        if reason:
            self.step.append({"client": "", "channel": 0, "method": "operator.refused",
                              "arguments": {"reason": reason}})

    def encoded(self, sending):
        return wire.encode_method(sending.get("channel", 1), sending["send"],
                                  self.with_names(sending.get("arguments", {})),
                                  self.with_names(sending.get("properties", {})), sending.get("body", "").encode())

    @staticmethod
    def answers(method, arguments):
        if arguments.get("no-wait"):
            return set()
        if method == "basic.get":
            return {"basic.get-ok", "basic.get-empty"}
        return {method + "-ok"} & set(wire.METHODS)

    def wait_until(self, condition, limit=ANSWER_LIMIT):
        end = time.monotonic() + limit
        while not condition():
            if time.monotonic() > end:
                return False
            self.collect(0.05)
        return True

    def settle(self):
        while self.collect(self.idle):
            pass

    def collect(self, seconds):
        """Takes in what arrives until nothing did for some seconds; says whether anything did."""
        for client in list(self.clients.values()):
            self.take(client)
        with selectors.DefaultSelector() as selector:
            for client in self.clients.values():
                selector.register(client.socket, selectors.EVENT_READ, client)
            if not self.clients:
                time.sleep(seconds)
            ready = selector.select(seconds) if self.clients else []
        for key, _ in ready:
            client = key.data
            try:
                client.receive()
            except OSError:
                client.socket.close()
                if self.clients.pop(client.name, None):
                    self.step.append({"client": client.name, "channel": 0, "method": "socket.closed"})
            self.take(client)
        return bool(ready)

    def take(self, client):
        arrived, client.arrived = client.arrived, []
        for channel, method, arguments, properties, body in arrived:
            entry = {"client": client.name, "channel": channel, "method": method}
            if arguments:
                entry["arguments"] = arguments
            if properties is not None:
                entry["properties"] = properties
                entry["body"] = body
            self.step.append(entry)
            self.react(client, channel, method, arguments)

    def react(self, client, channel, method, arguments):
        if method == "channel.close":
            client.send(channel, "channel.close-ok", {})
            client.forget(channel)
        elif method == "connection.close":
            try:
                client.send(0, "connection.close-ok", {})
            except OSError:
                pass
            client.socket.close()
            self.clients.pop(client.name, None)
        elif method in CONFIRMS and channel in client.confirmed:
            self.take_apart(client, channel, arguments)

    def take_apart(self, client, channel, arguments):
        """A confirm of several messages becomes one for each."""
        entry = self.step.pop()
        tag, seen = arguments["delivery-tag"], client.confirmed[channel]
        for number in range(1 if arguments["multiple"] else tag, tag + 1):
            if number not in seen:
                seen.add(number)
                self.step.append({**entry, "arguments": {**arguments, "delivery-tag": number, "multiple": False}})

    def with_names(self, value):
        if isinstance(value, dict):
            return {self.with_names(key): self.with_names(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self.with_names(item) for item in value]
        if isinstance(value, str):
            for made_up, name in self.names.items():
                value = value.replace(name, made_up)
            value = re.sub("<user:([^>]*)>", rf"{self.host}.\1", value)
        return value

    def normalised(self):
        def order(entry):
            return entry["client"], entry["channel"]

        entries = []
        for _, stream in itertools.groupby(sorted(self.step, key=order), order):
            stream = list(stream)
            if any(entry["method"] in {*CONFIRMS, "tx.commit-ok"} for entry in stream):
                stream.sort(key=lambda entry: entry["method"] == "basic.deliver")
            for confirms, run in itertools.groupby(stream, lambda entry: entry["method"] in CONFIRMS):
                run = list(run)
                entries += sorted(run, key=lambda e: e["arguments"]["delivery-tag"]) if confirms else run
        return [self.normalise(entry) for entry in entries]

    def normalise(self, value, key=None):
        if isinstance(value, dict):
            if value.get("$type") == "timestamp" and key == "time":
                return {"$type": "timestamp", "value": "<time>"}
            return {name: self.normalise(item, name) for name, item in value.items()}
        if isinstance(value, list):
            return [self.normalise(item) for item in value]
        if isinstance(value, str):
            value = value.replace(f"{self.host}.", "").replace(self.host, "/")
            return MADE_UP.sub(self.name, value.replace(self.broker.node, "rabbit@localhost"))
        return value

    def name(self, match):
        return self.names.setdefault(match.group(), f"<name-{len(self.names) + 1}>")


class Broker:
    """Where the broker is, and the virtual hosts that it is asked for."""

    def __init__(self, address, management, control):
        self.hostname = address.hostname or "127.0.0.1"
        self.port = address.port or 5672
        self.username, self.password = address.username or "guest", address.password or "guest"
        self.management = management or f"http://{self.hostname}:{self.port + 10000}"
        self.control = control
        self.watermark = None  # what counts as short of memory, while an alarm makes it be something else
        self.numbers = itertools.count(1)

    @functools.cached_property
    def node(self):
        return json.loads(self.ask("GET", "/api/overview"))["node"]

    def ask(self, method, path, body=None):
        content = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.management + path, method=method, data=content)
        credentials = base64.b64encode(f"{self.username}:{self.password}".encode()).decode()
        request.add_header("Authorization", f"Basic {credentials}")
        request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read()

    def operate(self, host, command, arguments):
        """Does what the command of rabbitmqctl does; returns why it was refused, if it was."""
        try:
            for request in self.requests(host, command, arguments):
                self.ask(*request)
        except urllib.error.HTTPError as error:
            answer = json.loads(error.read() or b"{}")
            return self.reason(command, arguments, answer.get("reason") or answer.get("error") or str(error))
        return None

    @staticmethod
    def reason(command, arguments, reason):
        """Why a command was refused. Where the API has a word or an Erlang term, as rabbitmqctl says it."""
        def text(charlist):
            return charlist if isinstance(charlist, str) else "".join(map(chr, charlist))

        if isinstance(reason, list) and reason[0] == "invalid_regexp":
            _, pattern, (words, offset) = reason
            return f"invalid_regexp: {text(words)} at {offset} in {text(pattern)}"
        if "user" in arguments and reason in ("Not Found", "vhost_or_user_not_found"):
            user = arguments["user"] if "permissions" in command else f'"{arguments["user"]}"'
            return f"User {user} does not exist"
        return html.unescape(reason)

    @staticmethod
    def requests(host, command, arguments):
        """What the management API is asked for: the method, the path and the body of each request."""
        verb, _, noun = command.partition("_")
        user = urllib.parse.quote(arguments.get("user", ""), safe="")
        name = urllib.parse.quote(arguments.get("name", ""), safe="")
        rest = {key: value for key, value in arguments.items() if key not in ("name", "user")}
        if noun in ("policy", "operator_policy"):
            path = f"/api/{'operator-policies' if noun == 'operator_policy' else 'policies'}/{host}/{name}"
            return [("PUT", path, rest)] if verb == "set" else [("DELETE", path)]
        if noun == "permissions":
            path = f"/api/permissions/{host}/{user}"
            return [("PUT", path, rest)] if verb == "set" else [("DELETE", path)]
        if noun == "topic_permissions":
            path = f"/api/topic-permissions/{host}/{user}"
            return [("PUT", path, rest)] if verb == "set" else [("DELETE", path)]
        if noun == "vhost_limits":
            path = f"/api/vhost-limits/{host}/"
        elif noun == "user_limits":
            path = f"/api/user-limits/{user}/"
        elif command in ("add_user", "change_password"):
            return [("PUT", f"/api/users/{user}", {"tags": "", "password": arguments["password"]})]
        elif command == "delete_user":
            return [("DELETE", f"/api/users/{user}")]
        elif command == "set_user_tags":
            tags = ",".join(arguments["tags"])
            return [("PUT", f"/api/users/{user}", {"tags": tags, "password": arguments.get("password", "")})]
        else:
            raise ValueError(f"no such command: {command}")
        if verb == "set":
            return [("PUT", path + limit, {"value": value}) for limit, value in arguments["limits"].items()]
        limits = {"vhost_limits": ("max-connections", "max-queues"), "user_limits": ("max-connections", "max-channels")}
        return [("DELETE", path + limit) for limit in limits[noun] if arguments.get("name", "all") in ("all", limit)]

    def play(self, scenario, idle, restart=None):
        host = f"conformance-{os.getpid()}-{next(self.numbers)}"
        self.ask("PUT", f"/api/vhosts/{host}")
        try:
            return Player(self, host, idle, restart).play(scenario)
        finally:
            self.set_alarm(False)
            self.forget(host)

    def forget(self, host):
        for attempt in range(20):
            try:
                self.ask("DELETE", f"/api/vhosts/{host}")
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.2 * attempt)

    def ctl(self, *arguments):
        command = [*shlex.split(self.control), *arguments]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout

    def restart(self):
        for command in ("stop_app", "start_app"):
            self.ctl(command)

    def set_alarm(self, is_on):
        if is_on:
            self.watermark = self.ctl("eval", "vm_memory_monitor:get_vm_memory_high_watermark().").strip()
            self.ctl("set_vm_memory_high_watermark", "absolute", "1")
        elif self.watermark:
            self.ctl("set_vm_memory_high_watermark", self.watermark)
            self.watermark = None

    def governed(self, host):
        """The queues and the exchanges that policies are in force for, with the policies and what they set together."""
        found = json.loads(base64.b64decode(self.ctl("eval", GOVERNED.replace("HOST", host)).strip()[3:-3]))
        return {kind: {name: {key: value for key, value in sorted(policies.items()) if value != "none"}
                       for name, policies in sorted(found[kind].items()) if policies["definition"]}
                for kind in ("exchanges", "queues")}

    def configure(self, values):
        """Returns what was configured before, as Erlang terms for set_environment."""
        pairs = (f"{{{name},{'undefined' if value is None else value}}}" for name, value in values.items())
        return self.set_environment(f"[{','.join(pairs)}]")

    def set_environment(self, pairs):
        """Sets keys of the application rabbit; returns what they were before."""
        old = "{Key, application:get_env(rabbit, Key, undefined)}"
        new = "application:set_env(rabbit, Key, Value)"
        return self.ctl("eval", f"[begin Old = {old}, {new}, Old end || {{Key, Value}} <- {pairs}].").strip()

    def close(self, port, words):
        for line in self.ctl("list_connections", "pid", "peer_port").splitlines():
            if line.split("\t")[1:] == [str(port)]:
                self.ctl("close_connection", line.split("\t")[0], words)


def restarts(scenario):
    return any("restart" in step for step in scenario["steps"])


def commands(scenario):
    return any({"alarm", "close", "policies"} & step.keys() for step in scenario["steps"])


def configuration(scenario):
    return scenario["steps"][0].get("configure")


def needs_control(scenario):
    return restarts(scenario) or commands(scenario) or configuration(scenario) is not None


def play_all(broker, scenarios, idle, workers):
    """The recordings of the scenarios, or the error that ended one, in the same order."""
    restarting = [s for s in scenarios if restarts(s)]
    played = {}

    def play_together(together):
        with concurrent.futures.ThreadPoolExecutor(workers) as pool:
            played.update(zip(map(id, together), pool.map(lambda s: attempt(broker, s, idle, None), together)))

    play_together([s for s in scenarios if not needs_control(s)])
    configured = [s for s in scenarios if configuration(s)]
    for values in {json.dumps(configuration(s)): configuration(s) for s in configured}.values():
        before = broker.configure(values)
        try:
            play_together([s for s in configured if configuration(s) == values])
        finally:
            broker.set_environment(before)
    for scenario in filter(commands, scenarios):
        played[id(scenario)] = attempt(broker, scenario, idle, None)
    if restarting:
        barrier = threading.Barrier(len(restarting), action=broker.restart)
        with concurrent.futures.ThreadPoolExecutor(len(restarting)) as pool:
            played.update(zip(map(id, restarting),
                              pool.map(lambda s: attempt(broker, s, idle, barrier), restarting)))
    return [played[id(scenario)] for scenario in scenarios]


def attempt(broker, scenario, idle, barrier):
    try:
        return broker.play(scenario, idle, barrier and (lambda: barrier.wait(120)))
    except Exception as error:  # one scenario's failure must not hide the others' results
        if barrier:
            barrier.abort()
        return {"name": scenario["name"], "error": f"{type(error).__name__}: {error}", "steps": []}


def lines(recording):
    if "error" in recording:
        return [recording["error"]]
    found = []
    for number, step in enumerate(recording["steps"], 1):
        found.append(f"after step {number}:")
        found += ["  " + json.dumps(entry, ensure_ascii=False) for entry in step]
    return found


def written(recordings):
    """JSON with one method on each line."""
    scenarios = []
    for recording in recordings:
        steps = []
        for step in recording["steps"]:
            entries = ",\n".join("   " + json.dumps(entry, ensure_ascii=False) for entry in step)
            steps.append(f"  [\n{entries}\n  ]" if step else "  []")
        name = json.dumps(recording["name"], ensure_ascii=False)
        scenarios.append(f' {{"name": {name},\n  "steps": [\n' + ",\n".join(steps) + "\n ]}")
    return "[\n" + ",\n".join(scenarios) + "\n]\n"


def settle_differences(broker, scenarios, expected, found, idle, workers):
    """Plays again, with more patience, what was not as expected: a busy machine is not a finding."""
    for patience in (2, 4):
        different = [i for i, recording in enumerate(found) if recording != expected[i]]
        if not different:
            break
        again = play_all(broker, [scenarios[i] for i in different], idle * patience, max(1, workers // 2))
        for index, recording in zip(different, again):
            found[index] = recording
    return [i for i, recording in enumerate(found) if recording != expected[i]]


def check(broker, scenarios, expected, found, options):
    different = settle_differences(broker, scenarios, expected, found, options.idle, options.workers)
    for index in different:
        print(f"\n{scenarios[index]['name']}")
        sides = difflib.unified_diff(lines(expected[index]), lines(found[index]),
                                     "recording", f"RabbitMQ {options.version} now", lineterm="", n=2)
        print("\n".join(sides))
    print(f"{len(scenarios) - len(different)} of {len(scenarios)} scenarios are as recorded")
    return 1 if different else 0


def record(broker, scenarios, found, options):
    """Keeps a recording only when a second, more patient playing agrees with it."""
    again = play_all(broker, scenarios, options.idle * 2, options.workers)
    unstable = []
    for index in settle_differences(broker, scenarios, again, found, options.idle, options.workers):
        unstable.append(index)
        print(f"\nnot the same twice: {scenarios[index]['name']}")
        print("\n".join(difflib.unified_diff(lines(found[index]), lines(again[index]), lineterm="", n=2)))
    for recording in found:
        if "error" in recording:
            print(f"\n{recording['name']}: {recording['error']}")
    return [i for i in range(len(found)) if i in unstable or "error" in found[i]]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--broker", default="amqp://guest:guest@127.0.0.1:5672")
    parser.add_argument("--version", required=True)
    parser.add_argument("--management")
    parser.add_argument("--ctl")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--idle", type=float, default=0.15, help="seconds of silence that end a step")
    parser.add_argument("--workers", type=int, default=12)
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    broker = Broker(urllib.parse.urlparse(options.broker), options.management, options.ctl)
    files = options.files or sorted((HERE / "Scenarios").glob("*.json"))
    scenarios = {file: [s for s in json.loads(file.read_text()) if options.ctl or not needs_control(s)]
                 for file in files}
    every = [scenario for file in files for scenario in scenarios[file]]
    found = play_all(broker, every, options.idle, options.workers)
    folder = HERE / "Recordings" / options.version
    if options.check:
        recorded = {}
        for file in files:
            if (folder / file.name).exists():
                for recording in json.loads((folder / file.name).read_text()):
                    recorded[file, recording["name"]] = recording
        missing = {"error": "there is no recording"}
        expected = [recorded.get((file, s["name"]), missing) for file in files for s in scenarios[file]]
        return check(broker, every, expected, found, options)
    failed = record(broker, every, found, options)
    folder.mkdir(parents=True, exist_ok=True)
    recordings = iter(found)
    for file in files:
        kept = [next(recordings) for _ in scenarios[file]]
        if kept:
            (folder / file.name).write_text(written(kept))
    print(f"{len(every) - len(failed)} of {len(every)} scenarios recorded")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

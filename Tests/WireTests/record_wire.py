#!/usr/bin/env python3
"""Sends bytes to a real RabbitMQ and keeps what it answered, frame by frame: what the server's connection must do.

    record_wire.py --broker amqp://guest:guest@127.0.0.1:5672 --version 4.0 [--check] [SCENARIO FILE...]
    record_wire.py --differences | --bytes

Without --check the recordings in Recordings/VERSION are written anew; with it they are compared, and the exit status is
1 when the broker answered something else. --differences writes differences.json: every scenario that the recorded
versions answer differently; --bytes writes what the scenarios send into Bytes, for players that need not know how to
write it. The broker's management API (10000 above the AMQP port) makes the virtual hosts.

A scenario file is an array of scenarios about one concept. A scenario has a name that states a claim, and steps on one
socket:

    {"open": {"channel": 1}}      the whole handshake, then channel 1; also "frame-max", "channel-max", "heartbeat",
                                  "capabilities"; "until": "connection.start" or "connection.tune" goes only so far.
                                  Its answers are not recorded
    {"send": [ITEM...]}           all items in one piece; with "drip": true each byte by itself. "patience": 10 waits so
                                  many seconds for the first answer; "until-closed": 9 waits for the end
    {"until-closed": 5}           waits until the server closes the socket, at most so many seconds
    {"wait": 2}                   seconds
    {"hang-up": true}             closes our half of the socket

An item is one of
    "AMQP 0 0 9 1"                a protocol header
    "hex 01ff", "text GET /"      bytes
    "heartbeat"                   a heartbeat frame
    {"queue.declare": {"queue": "q"}, "channel": 1}     a method; "more": HEX appends to its arguments, "cut": 2 takes so
                                  many bytes off their end, "bytes": HEX is sent in their place
    {"header": {"class": 60, "weight": 0, "size": 5, "properties": {}, "bytes": HEX}, "channel": 1}   "bytes" takes the
                                  place of the property flags and values
    {"body": "hello", "channel": 1}   or a number: so many letters x
    {"frame": {"type": 1, "channel": 0, "payload": HEX, "size": 3, "end": 206}}    "size" claims another size than the
                                  payload has; "end": null leaves the end octet out
    {"repeat": 2, "items": [...]} "#" in the items' channel is the number of the repetition, from 1

Strings in arguments that stand for bytes: "\\u0000" is a zero byte, {"hex": "ff"} is any bytes. {"nested": 100} is a
table in a table in a table. <virtual-host> is the scenario's own virtual host.

A recording has, for every step, what arrived: {"method", "channel", "arguments"}, {"header": SIZE, "channel",
"properties"}, {"body": TEXT or SIZE, "channel"}, {"heartbeat": CHANNEL}, {"protocol": [0, 0, 9, 1]}, {"bytes": HEX}
and {"closed": SECONDS} when the server closed the socket, in whole seconds since something was last sent. What
several channels say between two frames of channel 0 is sorted by channel. A heartbeat that came with the end is left
out.

A file of bytes has, for every step, {"open": PIECES}, {"send": PIECES} with "drip" and "until-closed", {"wait": SECONDS},
{"until-closed": SECONDS} or {"hang-up": true}. A piece is bytes in hexadecimal digits, {"x": NUMBER}: so many letters
x, {"nested": NUMBER}: so many tables in one another, or {"channels": NUMBER}: the frames that open channel 1 and so on.
The virtual host is "/" there.
"""
import argparse
import base64
import concurrent.futures
import difflib
import itertools
import json
import os
import pathlib
import re
import socket
import struct
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "ConformanceTests"))
import wire  # noqa: E402

CAPABILITIES = {"publisher_confirms": True, "exchange_exchange_bindings": True, "basic.nack": True,
                "consumer_cancel_notify": True, "connection.blocked": True, "authentication_failure_close": True}
CLUSTER = re.compile(r'(?<="cluster_name": ")[^"]*')
MADE_UP = re.compile(r"amq\.(?:gen|ctag)-[A-Za-z0-9_-]{22}")
SHORT = 200  # a longer body is recorded as its size


class OrderedReader(wire.Reader):
    """Tables in the order in which they came."""

    def table(self):
        end = self.number(">I")
        end += self.offset
        table = {}
        while self.offset < end:
            name = self.string()
            table[name] = self.field()
        return table


def encode_bytes(value):
    if isinstance(value, dict) and "hex" in value:
        return bytes.fromhex(value["hex"])
    return value.encode() if isinstance(value, str) else value


def nested(depth):
    content = b""
    for _ in range(depth):
        content = b"\x01tF" + struct.pack(">I", len(content)) + content
    return struct.pack(">I", len(content)) + content


class Encoder:
    """wire.py's encoding, for arguments that are wrong on purpose."""

    def argument(self, kind, value):
        if kind == "string" and isinstance(value, dict):
            content = bytes.fromhex(value["hex"])
            return bytes([len(content)]) + content
        if kind == "long-string" and isinstance(value, dict):
            content = bytes.fromhex(value["hex"]) if "hex" in value else wire.encode_table(value["table"])[4:]
            return struct.pack(">I", len(content)) + content
        if kind == "table" and isinstance(value, dict) and "nested" in value:
            return nested(value["nested"])
        return wire.encode_argument(kind, value)

    def arguments(self, declared, values):
        unknown = set(values) - {name for name, _ in declared}
        if unknown:
            raise ValueError(f"no such argument: {sorted(unknown)}")
        encoded, bits, count = b"", 0, 0
        for name, kind in declared:
            if kind == "bit":
                bits |= bool(values.get(name, False)) << count
                count += 1
                continue
            if count:
                encoded, bits, count = encoded + bytes([bits]), 0, 0
            encoded += self.argument(kind, values.get(name))
        return encoded + bytes([bits]) if count else encoded

    def all(self, items):
        return b"".join(map(self.item, items))

    def item(self, item):
        if isinstance(item, str):
            return self.short_item(item)
        channel = item.get("channel", 0)
        if "repeat" in item:
            return b"".join(self.item({**inner, "channel": number if inner.get("channel") == "#" else
                                       inner.get("channel", 0)})
                            for number in range(1, item["repeat"] + 1) for inner in item["items"])
        if "frame" in item:
            return self.frame(item["frame"])
        if "header" in item:
            return wire.frame(wire.HEADER, channel, self.header(item["header"]))
        if "body" in item:
            body = item["body"]
            content = b"x" * body if isinstance(body, int) else encode_bytes(body)
            return wire.frame(wire.BODY, channel, content)
        name = next(key for key in item if "." in key)
        return wire.frame(wire.METHOD, channel, self.method(name, item))

    @staticmethod
    def short_item(item):
        kind, _, rest = item.partition(" ")
        if kind == "AMQP":
            return b"AMQP" + bytes(int(part) for part in rest.split())
        if kind == "hex":
            return bytes.fromhex(rest)
        if kind == "text":
            return rest.encode()
        if kind == "heartbeat":
            return wire.frame(wire.HEARTBEAT, 0, b"")
        raise ValueError(f"no such item: {item}")

    def method(self, name, item):
        number, declared = wire.METHODS[name]
        if "bytes" in item:
            content = bytes.fromhex(item["bytes"])
        else:
            content = self.arguments(declared, item[name]) + bytes.fromhex(item.get("more", ""))
        if "cut" in item:
            content = content[:-item["cut"]]
        return struct.pack(">HH", *number) + content

    def header(self, header):
        start = struct.pack(">HHQ", header.get("class", 60), header.get("weight", 0), header.get("size", 0))
        if "bytes" in header:
            return start + bytes.fromhex(header["bytes"])
        flags, values = 0, b""
        for index, (name, kind) in enumerate(wire.PROPERTIES):
            if name in header.get("properties", {}):
                flags |= 1 << (15 - index)
                values += self.argument(kind, header["properties"][name])
        return start + struct.pack(">H", flags) + values

    @staticmethod
    def frame(frame):
        payload = bytes.fromhex(frame.get("payload", ""))
        size = frame.get("size", len(payload))
        end = frame.get("end", wire.END)
        return (struct.pack(">BHI", frame["type"], frame.get("channel", 0), size) + payload +
                (b"" if end is None else bytes([end])))


def opening(options, host, username, password):
    """The items that open a connection."""
    items = ["AMQP 0 0 9 1"]
    if options.get("until") == "connection.start":
        return items
    capabilities = {**CAPABILITIES, **options.get("capabilities", {})}
    items.append({"connection.start-ok": {
        "client-properties": {"product": "wire", "capabilities": capabilities}, "mechanism": "PLAIN",
        "response": f"\0{username}\0{password}", "locale": "en_US"}})
    if options.get("until") == "connection.tune":
        return items
    limits = {"channel-max": 2047, "frame-max": 131072, "heartbeat": 0}
    items.append({"connection.tune-ok": {key: options.get(key, value) for key, value in limits.items()}})
    items.append({"connection.open": {"virtual-host": host}})
    if "channel" in options:
        items.append({"channel.open": {}, "channel": options["channel"]})
    return items


class Frames:
    """Turns the bytes that came into entries of a recording."""

    def __init__(self):
        self.bytes = b""

    def add(self, content):
        self.bytes += content
        entries = []
        while True:
            entry = self.next()
            if entry is None:
                return entries
            entries.append(entry)

    def next(self):
        if self.bytes[:4] == b"AMQP" and len(self.bytes) >= 8:
            header, self.bytes = self.bytes[4:8], self.bytes[8:]
            return {"protocol": list(header)}
        if len(self.bytes) < 8 or self.bytes[:4] == b"AMQP":
            return None
        kind, channel, size = struct.unpack(">BHI", self.bytes[:7])
        if kind not in (1, 2, 3, 8):
            rest, self.bytes = self.bytes, b""
            return {"bytes": rest.hex()}
        if len(self.bytes) < size + 8:
            return None
        payload, end = self.bytes[7:7 + size], self.bytes[7 + size]
        self.bytes = self.bytes[8 + size:]
        if end != wire.END:
            return {"bytes": payload.hex(), "end": end}
        return self.entry(kind, channel, payload)

    @staticmethod
    def entry(kind, channel, payload):
        reader = OrderedReader(payload)
        if kind == wire.METHOD:
            name = wire.NAMES[(reader.number(">H"), reader.number(">H"))]
            entry = {"method": name, "channel": channel}
            arguments = reader.arguments(wire.METHODS[name][1])
            return {**entry, "arguments": arguments} if arguments else entry
        if kind == wire.HEADER:
            reader.take(4)
            entry = {"header": reader.number(">Q"), "channel": channel}
            raw = payload[12:]
            if len(raw) > 1000:
                return {**entry, "properties-size": len(raw)}
            properties = reader.properties()
            if wire.encode_properties(properties) != raw:
                return {**entry, "properties-bytes": raw.hex()}
            return {**entry, "properties": properties}
        if kind == wire.BODY:
            text = payload.decode(errors="backslashreplace") if len(payload) <= SHORT else len(payload)
            return {"body": text, "channel": channel}
        return {"heartbeat": channel}


class Player:
    """Plays the steps of one scenario on one socket."""

    def __init__(self, broker, idle):
        self.broker, self.idle = broker, idle
        self.host = None
        self.socket = socket.create_connection((broker.hostname, broker.port), timeout=10)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.frames = Frames()
        self.closed = False
        self.began = time.monotonic()

    def play(self, scenario):
        if "<virtual-host>" in json.dumps(scenario) or any(self.opens(step) for step in scenario["steps"]):
            self.host = self.broker.make_host()
        try:
            return {"name": scenario["name"], "steps": [self.play_step(step) for step in scenario["steps"]]}
        finally:
            self.socket.close()
            if self.host:
                self.broker.forget(self.host)

    @staticmethod
    def opens(step):
        return "open" in step and "until" not in step["open"]

    def play_step(self, step):
        if {"open", "send", "hang-up"} & set(step):
            self.began = time.monotonic()
        if "open" in step:
            self.open(step["open"])
            return []
        if "send" in step:
            return self.normalise(self.send(step))
        if "hang-up" in step:
            try:
                self.socket.shutdown(socket.SHUT_WR)
            except OSError:
                pass
            return self.normalise(self.settle())
        if "until-closed" in step:
            return self.normalise(self.collect(step["until-closed"], lambda entries: self.closed))
        return self.normalise(self.collect(step["wait"], lambda entries: False))

    def open(self, options):
        for item in opening(options, self.host, self.broker.username, self.broker.password):
            if item == "AMQP 0 0 9 1":
                self.exchange([item], "connection.start")
            elif "connection.start-ok" in item:
                self.exchange([item], "connection.tune")
            elif "connection.tune-ok" in item:
                self.write([item])
            else:
                self.exchange([item], next(key for key in item if "." in key) + "-ok")

    def exchange(self, items, answer):
        self.write(items)
        found = self.collect(10, lambda entries: any(e.get("method") == answer for e in entries))
        for entry in found:
            if entry.get("method") == answer:
                return entry
        raise ConnectionError(f"{answer} did not come: {found}")

    def send(self, step):
        items = json.loads(json.dumps(step["send"]).replace("<virtual-host>", self.host or ""))
        content = Encoder().all(items)
        try:
            if step.get("drip"):
                for octet in content:
                    self.socket.sendall(bytes([octet]))
            else:
                self.socket.sendall(content)
        except OSError:
            pass
        if "until-closed" in step:
            return self.collect(step["until-closed"], lambda entries: self.closed)
        return self.settle(step.get("patience"))

    def write(self, items):
        self.socket.sendall(Encoder().all(items))

    def settle(self, patience=None):
        found = self.collect(patience or 0, bool)
        while more := self.collect(self.idle, bool):
            found += more
            if self.closed:
                break
        return found

    def collect(self, seconds, enough):
        found, arrived, end = [], 0, time.monotonic() + seconds
        while not self.closed and not enough(found) and (left := end - time.monotonic()) > 0:
            self.socket.settimeout(left)
            try:
                content = self.socket.recv(1 << 20)
            except TimeoutError:
                break
            except OSError:
                content = b""
            if content:
                found += self.frames.add(content)
                arrived = time.monotonic()
                continue
            self.closed = True
            if found and "heartbeat" in found[-1] and time.monotonic() - arrived < 0.3:
                found.pop()
            if self.frames.bytes:
                found.append({"bytes": self.frames.bytes.hex()})
            found.append({"closed": round(time.monotonic() - self.began)})
        return found

    def normalise(self, entries):
        text = json.dumps(shortened(by_channel(entries)), ensure_ascii=False)
        if self.host:
            text = text.replace(self.host, "<virtual-host>")
        return json.loads(MADE_UP.sub("<name>", CLUSTER.sub("rabbit@localhost", text)))


def by_channel(entries):
    """Channels answer at the same time: what came between two frames of channel 0 is sorted by channel."""
    found = []
    for own, run in itertools.groupby(entries, lambda entry: entry.get("channel", 0) > 0):
        found += sorted(run, key=lambda entry: entry["channel"]) if own else run
    return found


def shortened(entries):
    """More than eight times the same from one channel after the other is one entry."""
    found = []
    for _, run in itertools.groupby(enumerate(entries), lambda at: (
            json.dumps({**at[1], "channel": 0}), at[1].get("channel", 0) - at[0])):
        run = [entry for _, entry in run]
        if len(run) > 8:
            last = run[-1]["channel"]
            run = [{**{key: run[0][key] for key in run[0] if key != "channel"}, "channels": [run[0]["channel"], last]}]
        found += run
    return found


class Broker:
    """Where the broker is, and the virtual hosts that it is asked for."""

    def __init__(self, address, management):
        self.hostname = address.hostname or "127.0.0.1"
        self.port = address.port or 5672
        self.username, self.password = address.username or "guest", address.password or "guest"
        self.management = management or f"http://{self.hostname}:{self.port + 10000}"
        self.numbers = itertools.count(1)

    def ask(self, method, path):
        request = urllib.request.Request(self.management + path, method=method)
        credentials = base64.b64encode(f"{self.username}:{self.password}".encode()).decode()
        request.add_header("Authorization", f"Basic {credentials}")
        request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read()

    def make_host(self):
        host = f"wire-{os.getpid()}-{next(self.numbers)}"
        self.ask("PUT", f"/api/vhosts/{host}")
        return host

    def forget(self, host):
        for attempt in range(20):
            try:
                self.ask("DELETE", f"/api/vhosts/{host}")
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.2 * attempt)


def play_all(broker, scenarios, idle, workers):
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        return list(pool.map(lambda scenario: attempt(broker, scenario, idle), scenarios))


def attempt(broker, scenario, idle):
    try:
        return Player(broker, idle).play(scenario)
    except Exception as error:  # one scenario's failure must not hide the others' results
        return {"name": scenario["name"], "error": f"{type(error).__name__}: {error}", "steps": []}


def alike(left, right):
    """Nodes of one version offer their mechanisms in different orders: the order of a table in their memory."""
    def sorted_mechanisms(recording):
        return re.sub(r'"mechanisms": "([^"]*)"', lambda found: " ".join(sorted(found[1].split())), json.dumps(recording))
    return sorted_mechanisms(left) == sorted_mechanisms(right)


def play_patiently(broker, scenarios, expected, options):
    """Plays; what is not as expected is played again with more patience: a busy machine is not a finding."""
    found = play_all(broker, scenarios, options.idle, options.workers)
    for patience in (2, 4):
        different = [i for i, recording in enumerate(found) if not alike(recording, expected[i])]
        if not different:
            break
        again = play_all(broker, [scenarios[i] for i in different], options.idle * patience, options.workers)
        for index, recording in zip(different, again):
            found[index] = recording
    return found


def lines(recording):
    if "error" in recording:
        return [recording["error"]]
    found = []
    for number, step in enumerate(recording["steps"], 1):
        found.append(f"after step {number}:")
        found += ["  " + json.dumps(entry, ensure_ascii=False) for entry in step]
    return found


def report(name, left, right, titles):
    print(f"\n{name}")
    print("\n".join(difflib.unified_diff(lines(left), lines(right), *titles, lineterm="", n=2)))


def written(recordings):
    """JSON with one frame on each line."""
    scenarios = []
    for recording in recordings:
        steps = []
        for step in recording["steps"]:
            entries = ",\n".join("   " + json.dumps(entry, ensure_ascii=False) for entry in step)
            steps.append(f"  [\n{entries}\n  ]" if step else "  []")
        name = json.dumps(recording["name"], ensure_ascii=False)
        scenarios.append(f' {{"name": {name},\n  "steps": [\n' + ",\n".join(steps) + "\n ]}")
    return "[\n" + ",\n".join(scenarios) + "\n]\n"


def pieces(content, depths):
    """The bytes as a file has them: what is long and monotonous is named rather than spelled out."""
    for number in sorted(depths, reverse=True):
        if nested(number) in content:
            before, _, after = content.partition(nested(number))
            return pieces(before, depths) + [{"nested": number}] + pieces(after, depths)
    found = []
    for run in re.findall(b"x{64,}|(?:(?!x{64}).)+", content, re.DOTALL):
        found.append({"x": len(run)} if run.startswith(b"x" * 64) else run.hex())
    return found


def compiled(step):
    """The step with bytes in place of items."""
    text = json.dumps(step)
    depths = {int(number) for number in re.findall(r'"nested": (\d+)', text) if int(number) > 50}
    channels = next((item["repeat"] for item in step.get("send", []) if isinstance(item, dict) and
                     "channel.open" in json.dumps(item.get("items"))), 0)
    if "open" in step:
        return {"open": pieces(Encoder().all(opening(step["open"], "/", "guest", "guest")), depths)}
    if "send" not in step:
        return step
    items = json.loads(text.replace("<virtual-host>", "/"))["send"]
    content = Encoder().all(items)
    if channels:
        assert content == Encoder().all([{"repeat": channels, "items": [{"channel.open": {}, "channel": "#"}]}])
        return {**step, "send": [{"channels": channels}]}
    return {**step, "send": pieces(content, depths)}


def bytes_of(file):
    """What the scenarios of the file send, as Bytes has it."""
    scenarios = []
    for scenario in json.loads(file.read_text()):
        steps = ",\n".join("  " + json.dumps(compiled(step)) for step in scenario["steps"])
        name = json.dumps(scenario["name"], ensure_ascii=False)
        scenarios.append(f' {{"name": {name},\n  "steps": [\n{steps}]}}')
    return "[\n" + ",\n".join(scenarios) + "\n]\n"


def write_bytes(files):
    folder = HERE / "Bytes"
    folder.mkdir(exist_ok=True)
    for file in files:
        (folder / file.name).write_text(bytes_of(file))


def recorded(version):
    found = {}
    for file in sorted((HERE / "Recordings" / version).glob("*.json")):
        for recording in json.loads(file.read_text()):
            found[file.name, recording["name"]] = recording
    return found


def written_differences(different):
    scenarios = []
    for entry in different:
        sides = [f' "{version}": [\n' + ",\n".join("  " + json.dumps(e, ensure_ascii=False) for e in entry[version]) +
                 "\n ]" for version in ("3.10", "4.0")]
        file, name = (json.dumps(entry[key], ensure_ascii=False) for key in ("file", "scenario"))
        scenarios.append(f'{{"file": {file}, "scenario": {name},\n' + ",\n".join(sides) + "}")
    return "[\n" + ",\n".join(scenarios) + "\n]\n"


def write_differences():
    old, new = recorded("3.10"), recorded("4.0")
    different = [{"file": file, "scenario": name,
                  "3.10": [entry for step in old[file, name]["steps"] for entry in step],
                  "4.0": [entry for step in new[file, name]["steps"] for entry in step]}
                 for file, name in new if (file, name) in old and old[file, name] != new[file, name]]
    (HERE / "differences.json").write_text(written_differences(different))
    for entry in different:
        print(f"{entry['file']}: {entry['scenario']}")
    print(f"{len(different)} of {len(new)} scenarios are answered differently")


def check(broker, files, options):
    known = recorded(options.version)
    scenarios = [(file, scenario) for file in files for scenario in json.loads(file.read_text())]
    missing = {"error": "there is no recording", "steps": []}
    expected = [known.get((file.name, scenario["name"]), missing) for file, scenario in scenarios]
    found = play_patiently(broker, [scenario for _, scenario in scenarios], expected, options)
    different = [i for i, recording in enumerate(found) if not alike(recording, expected[i])]
    for index in different:
        report(scenarios[index][1]["name"], expected[index], found[index],
               ("recording", f"RabbitMQ {options.version} now"))
    old = [file.name for file in files if (HERE / "Bytes" / file.name).read_text() != bytes_of(file)]
    for name in old:
        print(f"Bytes/{name} is not what its scenarios send: record_wire.py --bytes")
    print(f"{len(found) - len(different)} of {len(found)} scenarios are as recorded")
    return 1 if different or old else 0


def record(broker, files, options):
    """Keeps what two playings agree on."""
    scenarios = [(file, scenario) for file in files for scenario in json.loads(file.read_text())]
    plays = [scenario for _, scenario in scenarios]
    first = play_all(broker, plays, options.idle * 2, options.workers)
    found = play_patiently(broker, plays, first, options)
    failed = 0
    for index, recording in enumerate(found):
        if recording != first[index] or "error" in recording:
            failed += 1
            report(recording["name"], first[index], recording, ("first", "second"))
            print(recording.get("error", ""))
    folder = HERE / "Recordings" / options.version
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        kept = [found[i] for i, (of, _) in enumerate(scenarios) if of == file]
        (folder / file.name).write_text(written(kept))
    print(f"{len(found) - failed} of {len(found)} scenarios recorded")
    return 1 if failed else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--broker", default="amqp://guest:guest@127.0.0.1:5672")
    parser.add_argument("--version")
    parser.add_argument("--management")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--differences", action="store_true")
    parser.add_argument("--bytes", action="store_true")
    parser.add_argument("--idle", type=float, default=0.3, help="seconds of silence that end a step")
    parser.add_argument("--workers", type=int, default=16)
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    files = options.files or sorted((HERE / "Scenarios").glob("*.json"))
    if options.differences or options.bytes:
        if options.bytes:
            write_bytes(files)
        else:
            write_differences()
        return 0
    if not options.version:
        parser.error("--version is needed")
    broker = Broker(urllib.parse.urlparse(options.broker), options.management)
    return (check if options.check else record)(broker, files, options)


if __name__ == "__main__":
    sys.exit(main())

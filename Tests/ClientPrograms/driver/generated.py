"""Programs that `code` writes: built, run against `tokki serve`, and compared with the run that they came from."""
import concurrent.futures
import json
import os
import random
import re
import shutil
import signal
import subprocess
import threading

from driver import runs
from driver.builds import JAVA_CLASSES

SCALE = "0.1"  # of virtual seconds
# What the broker itself times goes by the clock: such a run is played in full, or if that takes too long, not at all.
TIMED_BY_BROKER = re.compile(r"ttl|expir|consumer-timeout")
LONGEST = 20  # seconds
UNITS = {"ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86400}
LIMIT = 60  # seconds until a program that does not end fails


class Difference(Exception):
    """What a program did otherwise, in one paragraph."""


# MARK: Languages

def run(command, timeout=300, **options):
    ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=timeout,
                           **options)
    if ended.returncode:
        raise Difference(f"{command[0]} failed:\n{ended.stdout[-3000:]}")


def go(directory, source):
    """Debian's Go packages are a GOPATH: nothing is fetched."""
    (directory / "main.go").write_text(source)
    settings = {"GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOFLAGS": ""}
    if shutil.which("gofmt"):
        formatted = subprocess.run(["gofmt", "-d", directory / "main.go"], capture_output=True, text=True)
        if formatted.stdout or formatted.stderr:
            raise Difference("gofmt would write it otherwise:\n" + formatted.stdout + formatted.stderr)
    run(["go", "build", "-o", "program", "."], cwd=directory, env={**os.environ, **settings})
    return [directory / "program"]


def python(directory, source):
    (directory / "run.py").write_text(source)
    return ["/usr/bin/python3", "-u", directory / "run.py"]


def java(directory, source):
    (directory / "Run.java").write_text(source)
    run(["javac", "-Xlint:all", "-Werror", "-encoding", "UTF-8", "-cp", JAVA_CLASSES, "-d", directory, directory / "Run.java"])
    return ["java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-cp",
            f"{JAVA_CLASSES}:{directory}", "Run"]


PACKAGE = """// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "run",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "tokki", path: "{tokki}")],
  targets: [
    .executableTarget(
      name: "Run",
      dependencies: [
        .product(name: "TokkiClient", package: "tokki"), .product(name: "TokkiNIO", package: "tokki"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)])
  ])
"""


def swift(directory, source):
    """A package like a user's, one for all programs: what they depend on is built once."""
    package = directory.parent / "swift"
    sources = package / "Sources" / "Run"
    sources.mkdir(parents=True, exist_ok=True)
    (package / "Package.swift").write_text(PACKAGE.replace("{tokki}", str(runs.ROOT)))
    (sources / "Run.swift").write_text(source)
    run(["swift", "build", "--product", "Run"], cwd=package, timeout=900)
    return [shutil.copy(package / ".build" / "debug" / "Run", directory)]


LANGUAGES = {"go": (go, "go"), "python": (python, "/usr/bin/python3"), "java": (java, "javac"), "swift": (swift, "swift")}


def is_there(language):
    return shutil.which(LANGUAGES[language][1]) is not None


# MARK: What happened

class Names:
    """Names that a broker makes up, by the order in which they came."""

    def __init__(self):
        self.known = {}

    def plain(self, value):
        if isinstance(value, str):
            return re.sub(r"amq\.(gen-|rabbitmq\.reply-to\.)[\w.=+/-]+", self._number, value)
        if isinstance(value, dict):
            return {name: self.plain(each) for name, each in value.items()}
        if isinstance(value, list):
            return [self.plain(each) for each in value]
        return value

    def _number(self, found):
        return self.known.setdefault(found.group(), f"made-{len(self.known) + 1}")


def message(found):
    """A message as it is compared: a property that no client can send is none."""
    properties = dict(found.get("properties", {}))
    properties.pop("cluster-id", None)
    return {**found, "properties": {name: number(value) for name, value in properties.items() if value not in ("", {})}}


def number(value):
    """A decimal as a number: pika has no others."""
    if isinstance(value, dict):
        if set(value) == {"scale", "value"}:
            return value["value"] / 10 ** value["scale"]
        return {name: 0 if name == "time" else number(each) for name, each in value.items()}  # x-death's time
    return [number(each) for each in value] if isinstance(value, list) else value


def of_sandbox(outcomes):
    """By client: what it published, received and was refused."""
    told = {}

    def tell(client, *what):
        told.setdefault(client, []).append(what)

    for outcome in outcomes:
        for part in outcome["parts"]:
            kind = part["part"]
            if kind == "published":
                for _ in range(part.get("count", 1)):
                    tell(part["client"], "published", part["exchange"], part["routingKey"], message(part["message"]))
            elif kind == "sent":  # by a worker
                tell(part["client"], "published", None, None, message(part["message"]))
            elif kind == "delivered":
                tell(part["client"], "delivered", part["delivery"]["redelivered"], message(part["delivery"]["message"]))
            elif kind == "got":
                tell(part["client"], "got", part["redelivered"], message(part["message"]))
            elif kind == "returned":
                tell(part["client"], "returned", part["code"], message(part["message"]))
            elif kind == "exception":
                tell(part["client"], "exception", part["code"], part["text"])
    return told


def of_server(lines):
    """The same of programs, as the server saw it."""
    told = {}
    for line in lines:
        passage = json.loads(line)
        if "method" not in passage:
            continue
        client = passage["client"].partition(" ")[2]
        name, arguments = passage["method"], passage["arguments"]
        what = None
        if name == "basic.publish":
            what = ("published", arguments["exchange"], arguments["routing-key"], message(passage["message"]))
        elif name == "basic.deliver":
            what = ("delivered", arguments["redelivered"], message(passage["message"]))
        elif name == "basic.get-ok":
            what = ("got", arguments["redelivered"], message(passage["message"]))
        elif name == "basic.return":
            what = ("returned", arguments["reply-code"], message(passage["message"]))
        elif name in ("channel.close", "connection.close") and passage["direction"] == "sent":
            what = ("exception", arguments["reply-code"], arguments["reply-text"])
        if what is not None:
            told.setdefault(client, []).append(what)
    return told


def sorted_facts(told, names):
    """Of each client and kind in order; of different kinds the order is nobody's."""
    facts = {}
    for client in sorted(told):
        for what in told[client]:
            facts.setdefault((client, what[0]), []).append(names.plain(json.loads(json.dumps(what[1:]))))
    return facts


# MARK: The server

class Server:
    def __init__(self, tokki, profile):
        self.process = subprocess.Popen(
            [tokki, "serve", "--json", "--log", "--port", "0", "--profile", profile, "--seed", "1"], text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.uri = json.loads(self.process.stdout.readline())["serving"]
        self.lines = []
        self.reader = threading.Thread(target=lambda: self.lines.extend(self.process.stdout), daemon=True)
        self.reader.start()

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(20)
        self.reader.join(20)
        return [line for line in self.lines if line.startswith("{")]


def held(tokki, queues, arguments):
    """What queues hold: a count, or None for one that is not there."""
    counts = {}
    for queue in queues:
        ran = subprocess.run([tokki, "run", "--json", *arguments, "-c", f"declare queue {quoted(queue)} --passive"],
                             capture_output=True, text=True, timeout=60)
        part = json.loads(ran.stdout.splitlines()[-1])["parts"][0]
        counts[queue] = part.get("messageCount") if part["part"] == "queueDeclared" else None
    return counts


def final_state(tokki, script, outcomes, profile):
    """The outcomes, and what the sandbox's queues hold, when all clients have gone."""
    clients, queues = [], []
    for outcome in outcomes:
        for part in outcome["parts"]:
            if part["part"] == "queueDeclared" and part["queue"] not in queues and "amq.gen" not in part["queue"]:
                queues.append(part["queue"])
    ran = subprocess.run([tokki, "run", "--json", "--profile", profile, "--seed", "1",
                          *[argument for line in script + ["status"] for argument in ("-c", line)]],
                         capture_output=True, text=True, timeout=60)
    status = json.loads(ran.stdout.splitlines()[-1])["parts"][0]
    for client in status["clients"]:
        if client.get("connected", client.get("isConnected", True)):
            clients.append(client["name"])
    closing = [f"close connection {quoted(name)}" for name in clients]
    ran = subprocess.run([tokki, "run", "--json", "--profile", profile, "--seed", "1",
                          *[argument for line in script + closing + ["list queues"] for argument in ("-c", line)]],
                         capture_output=True, text=True, timeout=60)
    outcomes = [json.loads(line) for line in ran.stdout.splitlines()]
    if outcomes[-1]["parts"][0]["part"] != "listing":
        raise Difference(f"the sandbox cannot close {clients}: {ran.stderr}")
    rows = {row["name"]: row["ready"] for row in outcomes[-1]["parts"][0]["rows"]}
    return outcomes, {queue: rows.get(queue) for queue in queues}


# MARK: Checks

UNTRIED = re.compile(r"^(restart|use vhost|add vhost|delete vhost|set |clear |add user|delete user|change |undo|redo|"
                     r"goto|reset|flow --?inactive|.*--vhost|.*--user )")


def check(tokki, name, lines, languages, profile, directory):
    """For each language its name, and the complaint or None."""
    if any(UNTRIED.match(line) for line in lines):
        return  # what an operator does is a comment
    scale = SCALE
    if any(TIMED_BY_BROKER.search(line) for line in lines):
        scale = "1"
        waits = [re.fullmatch(r"advance (\d+)(ms|s|m|h|d)", line.strip()) for line in lines]
        if sum(int(wait[1]) * UNITS[wait[2]] for wait in waits if wait) > LONGEST:
            return
    script, outcomes = runs.sandbox(tokki, lines, profile)
    outcomes, counts = final_state(tokki, script, outcomes, profile)
    wanted = sorted_facts(of_sandbox(outcomes), Names())

    def complaint(language):
        place = directory / f"{name}-{language}"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        try:
            command = LANGUAGES[language][0](place, program(tokki, script, language, profile))
            compare(tokki, profile, scale, command, wanted, counts)
        except Difference as difference:
            return str(difference)

    with concurrent.futures.ThreadPoolExecutor(len(languages) or 1) as pool:
        yield from zip(languages, pool.map(complaint, languages))


def program(tokki, script, language, profile):
    ran = subprocess.run([tokki, "run", "--json", "--profile", profile, "--seed", "1",
                          *[argument for line in script + [f"code {language}"] for argument in ("-c", line)]],
                         capture_output=True, text=True, timeout=60)
    return json.loads(ran.stdout.splitlines()[-1])["parts"][-1]["text"]


def compare(tokki, profile, scale, command, wanted, counts):
    server = Server(tokki, profile)
    try:
        environment = {**os.environ, "AMQP_URL": server.uri, "TIME_SCALE": scale, "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            ran = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=LIMIT)
        except subprocess.TimeoutExpired as late:
            raise Difference(f"it does not end:\n{late.stdout}\n{late.stderr}") from None
        if ran.returncode:
            raise Difference(f"it ended with {ran.returncode}:\n{ran.stdout[-2000:]}\n{ran.stderr[-2000:]}")
        found_counts = held(tokki, counts, ["--broker", server.uri])
    finally:
        lines = server.stop()
    told = of_server(lines)
    found = sorted_facts(told, Names())
    differences = []
    for key in sorted(set(wanted) | set(found)):
        mine, theirs = wanted.get(key, []), found.get(key, [])
        if key[1] == "exception" and key[0] == "you":
            theirs = theirs[:len(theirs) - sum(count is None for count in found_counts.values())]
        if key[1] == "published":  # where a worker published to, the sandbox does not tell
            theirs = [[None, None, their[2]] if mine[place:place + 1] and mine[place][0] is None else their
                      for place, their in enumerate(theirs)]
        if mine != theirs:
            differences.append(f"{key[0]} {key[1]}:\n  run     {json.dumps(mine, ensure_ascii=False)}\n"
                               f"  program {json.dumps(theirs, ensure_ascii=False)}")
    if found_counts != counts:
        differences.append(f"queues: run {counts}, program {found_counts}")
    if differences:
        raise Difference("\n".join(differences) + f"\n{ran.stdout[-1500:]}{ran.stderr[-1500:]}")


def random_body(generator):
    """A text of the kind that breaks quotations."""
    alphabet = list("abc \"'\\`$%{}#/*\n\r\t\0\x01\x1b\x7f.…안녕토끼é\u0301\u200b\u202e\u2028\u2029\ufeff\U0001f407\U000e0001")
    alphabet += ["\\u0041", "${x}", "#{x}", "\\(x)", "%s", "%d", "*/", "//", "'''", '"""']
    return "".join(generator.choice(alphabet) for _ in range(generator.randrange(40)))


def check_bodies(tokki, languages, directory, outcomes, count=60):
    """Random bodies, routing keys and headers come out of each language as they went in."""
    generator = random.Random(20260)
    lines = ["declare queue bodies"]
    for _ in range(count):
        body, header = random_body(generator), random_body(generator)
        lines.append(f"publish \"\" bodies {quoted(body)} --header {quoted('h' + header)}={quoted(body)}")
    for language, complaint in check(tokki, "bodies", lines, languages, "4.0", directory):
        outcomes["ok" if complaint is None else "FAILED"] += 1
        if complaint is not None:
            print(f"FAILED {language} bodies: {complaint}", flush=True)


def quoted(text):
    """In the sandbox's double quotes."""
    result = ""
    for letter in text:
        if letter in "\"\\":
            result += "\\" + letter
        elif ord(letter) < 0x20 or ord(letter) == 0x7f:
            result += f"\\u{{{ord(letter):x}}}"
        else:
            result += letter
    return f'"{result}"'

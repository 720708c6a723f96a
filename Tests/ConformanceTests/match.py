#!/usr/bin/env python3
"""Asks a real RabbitMQ which bindings of a topic exchange and of a headers exchange take which messages, and which
names match which regular expressions.

    match.py --broker amqp://guest:guest@127.0.0.1:5672 --version 4.0 [--check]

Every binding gets a queue of its own; every message is published once; the queues that got it are read back. The
answers go to topic-matching.json and headers-matching.json in Recordings/VERSION; with --check they are compared with
those, and the exit status is 1 when they differ. A file holds the bindings, the messages (routing keys, or headers),
and for every message the indices of the bindings that took it. pattern-matching.json has patterns of policies for
bindings and names of exchanges for messages, and for every pattern why it was refused, if it was.
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

# Regular expressions, as policies and permissions have them, and names of exchanges.
PATTERNS = [
    ".*", "", "^", "$", "^$", "^q", "^q$", "q$", "^q.*", "^q.*$", "q1", "^(q|x)", "^(amq\\.gen.*|q1)$", "^q\\d+$",
    "\\bq\\b", "q.q", "^.$", "^..$", "^...$", "[가-힣]", "가", "^한글$", "^한.*", "(?i)Q", "(?i)^É$", "(?i)É", "\\w+$",
    "^\\w+$", "\\W", "\\s", "^\\S+$", "^[^.]+$", "^[^.]*\\.[^.]*$", "(a)(b)?\\2", "(a|ab)(c|bcd)(d*)$", "^(a+)+$",
    "^(a|aa)+$", "(a+)(a+)\\1\\2", "^(.)(.).?\\2\\1$", "(?<!q)\\d", "(?<=q)1", "^(?!amq\\.).*", "^(?!q)", "q(?=1)",
    "q(?!1)", "(?>a+)ab", "a++ab", "a*?b", "^a{2}$", "^a{2,}$", "^a{2,3}$", "^(ab){2,3}$", "^(?:ab){1,2}?c?$",
    "(?s)^.$", "^.*$", "(?m)^b$", "(?m)a$", "a$", "a\\Z", "a\\z", "\\Aa", "\\n", "a.b", "(?s)a.b", "\\R", "^\\R$",
    "[\\r\\n]", "\\x71", "\\161", "\\Qq.1\\E", "^\\Q.*\\E$", "\\.", "[.]", "[*+]", "[]]", "[^]]", "[\\]]", "[-a]",
    "[a-]", "[a\\-z]", "^[a-c]+$", "^[^a-c]+$", "(?x) ^ q \\d # a digit", "(?i)[a-z]", "^[[:upper:]]+$",
    "(?i)^[[:upper:]]+$", "[[:punct:]]", "[^[:alnum:]]", "(?U)^a+?b$", "(?i:A)b", "(?i)a(?-i)B", "a(?i)B|c",
    "(?:a(?i)B|c)C", "(?<x>a)\\k<x>", "(?P<x>b)(?P=x)", "(a)\\g{-1}", "()", "(|a)b", "^(a?)*$", "^(?:a|b|)+$",
    "(a*)*b", "([ab]*)+c", "\\Bq", "q\\B", "\\h", "\\v", "\\N", "[\\w.]+\\.[\\w.]+", "^(?:[^.]+\\.){2}[^.]+$",
    "priority|high", "^(logs|audit)\\.(eu|us)\\..+", "^ha\\.", "^\\x{61}", "^a|b$", "(?i)ß", "\\C\\C", "^\\C$",
    "(?:(?=a)a)+$", "^(?:(?!b).)*$", "(?<=a|bc)d", "(?<!a)b", "(?<=^)a", "a(?#comment)b", "a\\Q\\Eb",
    "(((((a)))))\\5", "^(a)?(?:\\1b|c)", "^(?=.*1)(?=.*q)", "a*", "a*+", "a*?", "(?)", "(?i)a", "(?i:a)", "(?-i)",
    "(?i-s:a)", "(?'n'a)", "(?P<n>a)\\k<n>", "(?#abc)x", "[]a]", "[\\d-a]", "[\\R]", "[\\B]", "[\\X]", "[\\b]",
    "[\\Qa]\\E]", "\\x", "\\xg", "\\x{41}", "\\o{101}", "\\c1", "(a)\\1", "\\10", "\\8", "\\9", "\\18", "\\081",
    "(a)\\g1", "\\N{3}", "\\Q", "\\Qabc", "\\Q*\\E+", "\\E", "a\\E*", "a{2", "a{2}", "a{65535}", "(?=a)*", "(?!a)*",
    "(?<=a)*", "(?<=a|bc)", "(?<=a{2})", "(?<=\\C)", "(?<=^a)", "(?<=\\ba)", "(?>a)", "\\C", "a++", "\\y", "\\-",
    "\\é", "(?x) a b # c", "(?U)a", "(?s-m-i)", "(?--i)", "(?m)^a", "a||b", "|", "||", "a(|b)", "a{,2}", "a{ 2}",
    "[[:alpha:]-z]", "[a-z-9]", "[[:^alpha:]]", "(?:)", "(?:)*", "(a?)*b", "[\\x41-\\x43]", "[\\101-\\103]",
    "[\\Q^\\E]", "[\\E^a]", "[^\\E]a]", "[a-\\Qz\\E]", "[a\\E-z]", "()*", "(){3}", "(?:a*)+", "\\x4", "\\07", "\\0",
    "\\00000", "(?<n>)(?'m')\\k'm'", "(?<=a(?=bc))", "(?i)é", "é+", "\\H\\V\\h\\v", "\\D\\W\\S", "[\\D\\W]", "[^\\d]",
    "a{0}", "a{0,0}", "(a{0})*", "a\\Q\\E*", "a(?#x)*", "*", "a**", "a*?+", "+", "?", "a|*", "(*", "(*)", "(*FOO)",
    "(", "(a", "a)", ")", "((a)", "(?", "(?a)", "(?i", "(?iz)", "(?^", "(?:a", "(?=a", "(?<a", "(?<", "(?<>a)",
    "(?<1>a)", "(?<n>a", "(?<n>a)(?<n>b)", "(?'n>a)", "(?P<n", "(?Pa", "(?P=n)", "(?#abc", "[", "[]", "[a", "[^",
    "[^]", "[b-a]", "[a-\\d]", "[[:foo:]]", "[:alpha:]", "[[:alpha:]", "[[.a.]]", "[[=a=]]", "[\\N]", "\\", "a\\",
    "[\\", "\\x{", "\\x{100}", "\\x{zz}", "\\o", "\\o{9}", "\\c", "\\cé", "\\1", "(a)\\2", "\\400", "\\777", "\\g",
    "\\g1", "\\g{1}", "(a)\\g{-2}", "\\g{", "\\g{x}", "\\k", "\\k<n>", "\\k{n}", "\\L", "\\l", "\\U", "\\u",
    "\\N{U+41}", "\\E*", "a{2,1}", "a{70000}", "a{65536}", "{2}", "a{2}{3}", "(ab){1000}{1000}", "^*", "$*", "\\b*",
    "\\A*", "\\Z+", "\\z+", "(?<=a*)", "(?<=(a|bc))", "(?<=a{1,2})", "(?<!a+b)", "(?<=\\R)", "(?<=(a)\\1)", "(?>a",
    "a+++", "(?x)a(?x", "(?i)(?", "(?-", "(a|b", "(?:a|b))", "[z-[:alpha:]]", "[[:^foo:]]", "[a-\\x41]", "[\\c]",
    "[\\Q]", "[\\Q\\E]", "\\x{}", "(?P<a-b>x)", "(?<abcdefghijklmnopqrstuvwxyzabcdefghijklm>x)", "(?P'n'x)", "\\k'n",
    "\\k<>", "\\k{}", "(?:(?:(?:(?:a)))))", "a{0}{0}", "(*abc)", "(*1)", "\\Q\\E*", "(?#x)*", "(?i)*", "a(?i)*",
]
NAMES = [
    "q", "Q", "q1", "q12", "1q", "qq1", "xq", "q.1", "q*", "q+1", "a", "aa", "aaa", "aaaa", "aab", "aaab", "ab",
    "abab", "ababab", "abc", "abcd", "acd", "bcd", "ad", "b", "bb", "c", "abba", "abcba", "aB", "AB", "Ab", "abC",
    "aBC", "가", "한글", "한글.큐", "셉", "é", "É", "ß", "é", "🐇", "a b", "a\tb", "a.b", "a.b.c", "a-b", "a_b", "a]",
    "a\\b", ".", "-", "*", ".*", "amq.direct", "logs.eu.app", "audit.us.db", "ha.x", "high", "low priority",
    "d", "bc", "bcdd", "cd", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "ABC", "Q1", "zz9", " ", "", "[", "a\u0001b",
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
    return Questions(record.Client(kind, broker, host, {}, (broker.username, broker.password)), kind)


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


def pattern_table(broker, host):
    """Each pattern becomes the pattern of a policy; an exchange of each name tells whether it is governed by it."""
    asked = questions(broker, host, "direct")
    for name in set(NAMES) - {"amq.direct"}:
        asked.ask("exchange.declare", {"exchange": name, "type": "fanout"})
    refusals, rows = [], [[] for _ in NAMES]
    for number, pattern in enumerate(PATTERNS):
        policy = {"name": "p", "pattern": pattern, "definition": {"alternate-exchange": "x"}}
        refusals.append(broker.operate(host, "set_policy", policy))
        if refusals[-1] is None:
            found = json.loads(broker.ask("GET", f"/api/exchanges/{host}?columns=name,policy"))
            governed = {exchange["name"] for exchange in found if "policy" in exchange}
            for row, name in zip(rows, NAMES):
                if name in governed:
                    row.append(number)
            broker.operate(host, "clear_policy", {"name": "p"})
    return {"bindings": PATTERNS, "messages": NAMES, "refusals": refusals, "rows": rows}


def written(table):
    parts = []
    for name, values in table.items():
        items = ",\n".join("  " + json.dumps(value, ensure_ascii=False) for value in values)
        parts.append(f' "{name}": [\n{items}\n ]')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def differences(expected, found):
    if any(expected[part] != found[part] for part in ("bindings", "messages")):
        return ["the file was made for other bindings or messages: delete it and record anew"]
    texts = [f"{pattern!r} is refused so: {now!r}" for pattern, now, before
             in zip(found["bindings"], found.get("refusals", []), expected.get("refusals", [])) if now != before]
    for message, now, before in zip(found["messages"], found["rows"], expected["rows"]):
        for verb, indices in (("is taken by", set(now) - set(before)), ("is no longer taken by", set(before) - set(now))):
            texts += [f"{message!r} {verb} {found['bindings'][index]!r}" for index in sorted(indices)]
    return texts


TABLES = [("topic-matching", topic_table), ("headers-matching", headers_table), ("pattern-matching", pattern_table)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--broker", default="amqp://guest:guest@127.0.0.1:5672")
    parser.add_argument("--version", required=True)
    parser.add_argument("--management")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    broker = record.Broker(urllib.parse.urlparse(options.broker), options.management, None)
    status = 0
    for name, ask in TABLES:
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

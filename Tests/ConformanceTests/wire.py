"""AMQP 0-9-1 as bytes: just enough to send any method to a broker and to see every argument of every answer.

A method is a name ("queue.declare") and a dictionary of arguments under the specification's names
("routing-key"). Arguments that a caller leaves out are false, 0, "" or {}.

A value of a field table is a JSON value: true/false is a boolean, a whole number is a signed 32-bit integer when
it fits and a signed 64-bit one otherwise, a number with a fraction is a double, text is a long string, null is void,
an array is an array and an object is a table. Any other type is {"$type": NAME, "value": VALUE}, where NAME is one of
int8 uint8 int16 uint16 int32 uint32 int64 float double timestamp byte-array, or {"$type": "decimal", "scale": 2,
"value": 314}. What comes from a broker is turned into the same values, with every integer type as a whole number.
"""
import struct

METHOD, HEADER, BODY, HEARTBEAT, END = 1, 2, 3, 8, 0xCE

# class.method, name, arguments; an argument in parentheses is reserved: sent as zero, never shown.
METHODS = {}
for line in """
10.10 connection.start version-major:octet version-minor:octet server-properties:table mechanisms:long-string \
 locales:long-string
10.11 connection.start-ok client-properties:table mechanism:string response:long-string locale:string
10.30 connection.tune channel-max:short frame-max:long heartbeat:short
10.31 connection.tune-ok channel-max:short frame-max:long heartbeat:short
10.40 connection.open virtual-host:string (capabilities):string (insist):bit
10.41 connection.open-ok (known-hosts):string
10.50 connection.close reply-code:short reply-text:string class-id:short method-id:short
10.51 connection.close-ok
10.60 connection.blocked reason:string
10.61 connection.unblocked
10.70 connection.update-secret new-secret:long-string reason:string
10.71 connection.update-secret-ok
20.10 channel.open (out-of-band):string
20.11 channel.open-ok (channel-id):long-string
20.20 channel.flow active:bit
20.21 channel.flow-ok active:bit
20.40 channel.close reply-code:short reply-text:string class-id:short method-id:short
20.41 channel.close-ok
30.10 access.request realm:string exclusive:bit passive:bit active:bit write:bit read:bit
30.11 access.request-ok (ticket):short
40.10 exchange.declare (ticket):short exchange:string type:string passive:bit durable:bit auto-delete:bit \
 internal:bit no-wait:bit arguments:table
40.11 exchange.declare-ok
40.20 exchange.delete (ticket):short exchange:string if-unused:bit no-wait:bit
40.21 exchange.delete-ok
40.30 exchange.bind (ticket):short destination:string source:string routing-key:string no-wait:bit arguments:table
40.31 exchange.bind-ok
40.40 exchange.unbind (ticket):short destination:string source:string routing-key:string no-wait:bit arguments:table
40.51 exchange.unbind-ok
50.10 queue.declare (ticket):short queue:string passive:bit durable:bit exclusive:bit auto-delete:bit no-wait:bit \
 arguments:table
50.11 queue.declare-ok queue:string message-count:long consumer-count:long
50.20 queue.bind (ticket):short queue:string exchange:string routing-key:string no-wait:bit arguments:table
50.21 queue.bind-ok
50.30 queue.purge (ticket):short queue:string no-wait:bit
50.31 queue.purge-ok message-count:long
50.40 queue.delete (ticket):short queue:string if-unused:bit if-empty:bit no-wait:bit
50.41 queue.delete-ok message-count:long
50.50 queue.unbind (ticket):short queue:string exchange:string routing-key:string arguments:table
50.51 queue.unbind-ok
60.10 basic.qos prefetch-size:long prefetch-count:short global:bit
60.11 basic.qos-ok
60.20 basic.consume (ticket):short queue:string consumer-tag:string no-local:bit no-ack:bit exclusive:bit \
 no-wait:bit arguments:table
60.21 basic.consume-ok consumer-tag:string
60.30 basic.cancel consumer-tag:string no-wait:bit
60.31 basic.cancel-ok consumer-tag:string
60.40 basic.publish (ticket):short exchange:string routing-key:string mandatory:bit immediate:bit
60.50 basic.return reply-code:short reply-text:string exchange:string routing-key:string
60.60 basic.deliver consumer-tag:string delivery-tag:long-long redelivered:bit exchange:string routing-key:string
60.70 basic.get (ticket):short queue:string no-ack:bit
60.71 basic.get-ok delivery-tag:long-long redelivered:bit exchange:string routing-key:string message-count:long
60.72 basic.get-empty (cluster-id):string
60.80 basic.ack delivery-tag:long-long multiple:bit
60.90 basic.reject delivery-tag:long-long requeue:bit
60.100 basic.recover-async requeue:bit
60.110 basic.recover requeue:bit
60.111 basic.recover-ok
60.120 basic.nack delivery-tag:long-long multiple:bit requeue:bit
85.10 confirm.select no-wait:bit
85.11 confirm.select-ok
90.10 tx.select
90.11 tx.select-ok
90.20 tx.commit
90.21 tx.commit-ok
90.30 tx.rollback
90.31 tx.rollback-ok
""".strip().splitlines():
    number, name, *arguments = line.split()
    METHODS[name] = (tuple(int(part) for part in number.split(".")), [a.split(":") for a in arguments])
NAMES = {number: name for name, (number, _) in METHODS.items()}
WITH_CONTENT = {"basic.publish", "basic.return", "basic.deliver", "basic.get-ok"}

PROPERTIES = [p.split(":") for p in (
    "content-type:string content-encoding:string headers:table delivery-mode:octet priority:octet "
    "correlation-id:string reply-to:string expiration:string message-id:string timestamp:timestamp "
    "type:string user-id:string app-id:string cluster-id:string").split()]

NUMBERS = {"octet": ">B", "short": ">H", "long": ">I", "long-long": ">Q", "timestamp": ">Q"}
FIELD_NUMBERS = {  # type of a field: letter on the wire, format
    "int8": (b"b", ">b"), "uint8": (b"B", ">B"), "int16": (b"s", ">h"), "uint16": (b"u", ">H"),
    "int32": (b"I", ">i"), "uint32": (b"i", ">I"), "int64": (b"l", ">q"),
    "float": (b"f", ">f"), "double": (b"d", ">d"), "timestamp": (b"T", ">Q")}
FIELD_LETTERS = {letter: (name, form) for name, (letter, form) in FIELD_NUMBERS.items()}
FIELD_LETTERS[b"L"] = ("int64", ">q")


def encode_field(value):
    if value is None:
        return b"V"
    if isinstance(value, bool):
        return b"t" + bytes([value])
    if isinstance(value, int):
        kind = "int32" if -2**31 <= value < 2**31 else "int64"
        return encode_field({"$type": kind, "value": value})
    if isinstance(value, float):
        return b"d" + struct.pack(">d", value)
    if isinstance(value, str):
        text = value.encode()
        return b"S" + struct.pack(">I", len(text)) + text
    if isinstance(value, list):
        items = b"".join(map(encode_field, value))
        return b"A" + struct.pack(">I", len(items)) + items
    if "$type" not in value:
        return b"F" + encode_table(value)
    kind = value["$type"]
    if kind == "decimal":
        return b"D" + struct.pack(">BI", value["scale"], value["value"])
    if kind == "byte-array":
        content = value["value"].encode()
        return b"x" + struct.pack(">I", len(content)) + content
    letter, form = FIELD_NUMBERS[kind]
    return letter + struct.pack(form, value["value"])


def encode_table(table):
    content = b"".join(encode_string(name) + encode_field(value) for name, value in table.items())
    return struct.pack(">I", len(content)) + content


def encode_string(text):
    content = text.encode()
    return bytes([len(content)]) + content


def encode_arguments(arguments, values):
    unknown = set(values) - {name for name, _ in arguments}
    if unknown:
        raise ValueError(f"no such argument: {sorted(unknown)}")
    encoded, bits, count = b"", 0, 0
    for name, kind in arguments:
        if kind == "bit":
            bits |= bool(values.get(name, False)) << count
            count += 1
            continue
        if count:
            encoded, bits, count = encoded + bytes([bits]), 0, 0
        encoded += encode_argument(kind, values.get(name))
    return encoded + bytes([bits]) if count else encoded


def encode_argument(kind, value):
    if kind == "string":
        return encode_string(value or "")
    if kind == "long-string":
        content = (value or "").encode()
        return struct.pack(">I", len(content)) + content
    if kind == "table":
        return encode_table(value or {})
    return struct.pack(NUMBERS[kind], value or 0)


def encode_properties(properties):
    flags, values = 0, b""
    unknown = set(properties) - {name for name, _ in PROPERTIES}
    if unknown:
        raise ValueError(f"no such property: {sorted(unknown)}")
    for index, (name, kind) in enumerate(PROPERTIES):
        if name in properties:
            flags |= 1 << (15 - index)
            values += encode_argument(kind, properties[name])
    return struct.pack(">H", flags) + values


def frame(kind, channel, payload):
    return struct.pack(">BHI", kind, channel, len(payload)) + payload + bytes([END])


def encode_method(channel, name, arguments, properties=None, body=b"", frame_max=131072):
    number, declared = METHODS[name]
    frames = frame(METHOD, channel, struct.pack(">HH", *number) + encode_arguments(declared, arguments))
    if name in WITH_CONTENT:
        frames += frame(HEADER, channel,
                        struct.pack(">HHQ", number[0], 0, len(body)) + encode_properties(properties or {}))
        step = frame_max - 8
        for start in range(0, len(body), step):
            frames += frame(BODY, channel, body[start:start + step])
    return frames


class Reader:
    """Takes values off the front of some bytes."""

    def __init__(self, content):
        self.content, self.offset = content, 0

    def take(self, count):
        piece = self.content[self.offset:self.offset + count]
        self.offset += count
        return piece

    def number(self, form):
        return struct.unpack(form, self.take(struct.calcsize(form)))[0]

    def string(self):
        return self.take(self.number(">B")).decode(errors="backslashreplace")

    def long_string(self):
        return self.take(self.number(">I")).decode(errors="backslashreplace")

    def table(self):
        end = self.number(">I")
        end += self.offset
        table = {}
        while self.offset < end:
            name = self.string()
            table[name] = self.field()
        return dict(sorted(table.items()))

    def field(self):
        letter = self.take(1)
        if letter == b"V":
            return None
        if letter == b"t":
            return self.take(1) != b"\0"
        if letter == b"S":
            return self.long_string()
        if letter == b"F":
            return self.table()
        if letter == b"A":
            end = self.number(">I")
            end += self.offset
            items = []
            while self.offset < end:
                items.append(self.field())
            return items
        if letter == b"x":
            return {"$type": "byte-array", "value": self.long_string()}
        if letter == b"D":
            return {"$type": "decimal", "scale": self.number(">B"), "value": self.number(">I")}
        kind, form = FIELD_LETTERS[letter]
        value = self.number(form)
        return {"$type": kind, "value": value} if kind == "timestamp" else value

    def argument(self, kind):
        if kind == "string":
            return self.string()
        if kind == "long-string":
            return self.long_string()
        if kind == "table":
            return self.table()
        return self.number(NUMBERS[kind])

    def arguments(self, declared):
        values, bits, count = {}, 0, 0
        for name, kind in declared:
            if kind == "bit":
                if count == 0:
                    bits = self.number(">B")
                value = bool(bits >> count & 1)
                count += 1
            else:
                count = 0
                value = self.argument(kind)
            if not name.startswith("("):
                values[name] = value
        return values

    def properties(self):
        flags = self.number(">H")
        return {name: self.argument(kind) for index, (name, kind) in enumerate(PROPERTIES)
                if flags >> (15 - index) & 1}


class Assembler:
    """Turns the bytes of one connection into (channel, method, arguments, properties, body)."""

    def __init__(self):
        self.bytes = b""
        self.incomplete = {}

    def add(self, content):
        self.bytes += content
        arrived = []
        while len(self.bytes) >= 8:
            kind, channel, size = struct.unpack(">BHI", self.bytes[:7])
            if len(self.bytes) < size + 8:
                break
            payload, self.bytes = self.bytes[7:7 + size], self.bytes[8 + size:]
            complete = self.add_frame(kind, channel, Reader(payload))
            if complete:
                arrived.append(complete)
        return arrived

    def add_frame(self, kind, channel, reader):
        if kind == METHOD:
            name = NAMES[(reader.number(">H"), reader.number(">H"))]
            arguments = reader.arguments(METHODS[name][1])
            if name not in WITH_CONTENT:
                return channel, name, arguments, None, None
            self.incomplete[channel] = [name, arguments, None, b"", 0]
        elif kind == HEADER:
            reader.take(4)
            self.incomplete[channel][4] = reader.number(">Q")
            self.incomplete[channel][2] = reader.properties()
        elif kind == BODY:
            self.incomplete[channel][3] += reader.content
        else:
            return None
        name, arguments, properties, body, size = self.incomplete.get(channel)
        if properties is None or len(body) < size:
            return None
        del self.incomplete[channel]
        return channel, name, arguments, properties, body.decode(errors="backslashreplace")

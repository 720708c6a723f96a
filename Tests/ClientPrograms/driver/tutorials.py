"""The official tutorials as scenes, each in Python (pika) and in Go (amqp091)."""
import functools
import signal

from driver.stage import Scene

PYTHON_PROGRAMS = {
    "send": ("hello.py", "send"), "receive": ("hello.py", "receive"),
    "new-task": ("tasks.py", "new"), "worker": ("tasks.py", "worker"),
    "emit-log": ("logs.py", "emit"), "receive-logs": ("logs.py", "receive"),
    "emit-direct": ("routing.py", "emit-direct"), "receive-direct": ("routing.py", "receive-direct"),
    "emit-topic": ("routing.py", "emit-topic"), "receive-topic": ("routing.py", "receive-topic"),
    "rpc-server": ("rpc.py", "server"), "rpc-client": ("rpc.py", "client"),
    "confirms": ("confirms.py", "publish"),
}
WAITING = " [*] Waiting for messages"
WAITING_FOR_LOGS = " [*] Waiting for logs"
AWAITING = " [x] Awaiting RPC requests"


class Language:
    """The same programs in one language. A receiver in Python leaves without closing its connection, as the
    tutorials' do; one in Go closes its channel and its connection."""

    def __init__(self, name):
        self.name = name
        self.goodbye = {"python": "Interrupted", "go": "Shutting down gracefully"}[name]

    def words(self, program):
        return PYTHON_PROGRAMS[program] if self.name == "python" else (program,)

    def start(self, stage, program, *words, title=None):
        return stage.start(self.name, *self.words(program), *words, title=title or program)

    def ready(self, stage, program, line, *words, title=None):
        """Starts a receiver and waits until it says that it is ready."""
        receiver = self.start(stage, program, *words, title=title)
        receiver.wait_for(line)
        return receiver

    def send(self, stage, program, *words, says):
        """Runs a sender to its end: the broker has taken what it sent when its connection is closed."""
        self.start(stage, program, *words).finish([says])

    def leave(self, receiver, *output, number=signal.SIGINT):
        receiver.stop(number)
        receiver.finish([*output, self.goodbye])


def hello(sender, receiver, stage):
    receiving = receiver.ready(stage, "receive", WAITING)
    sender.send(stage, "send", says=" [x] Sent Hello World!")
    receiving.wait_for(" [x] Received Hello World!")
    receiver.leave(receiving, WAITING, " [x] Received Hello World!")


def send_task(language, stage, task):
    language.send(stage, "new-task", task, says=f" [x] Sent {task}")


def round_robin(language, stage):
    """Each task is done before the next is sent: two idle workers take turns."""
    workers = [language.ready(stage, "worker", WAITING, title=f"worker {number}") for number in (1, 2)]
    for number in range(6):
        send_task(language, stage, f"Task {number}")
        workers[number % 2].wait_for(f" [x] Received Task {number}")
        workers[number % 2].wait_for(" [x] Done")
    for number, worker in enumerate(workers):
        taken = [(f" [x] Received Task {task}", " [x] Done") for task in range(number, 6, 2)]
        language.leave(worker, WAITING, *(line for pair in taken for line in pair))


def fair_dispatch(language, stage):
    """A worker whose prefetch of 1 is used up gets nothing: the other takes all that comes meanwhile."""
    busy, quick = (language.ready(stage, "worker", WAITING, title=f"worker {number}") for number in (1, 2))
    send_task(language, stage, "Long.....")
    busy.wait_for(" [x] Received Long.....")
    for number in range(2):
        send_task(language, stage, f"Short {number}")
        quick.wait_for(f" [x] Received Short {number}")
        quick.wait_for(" [x] Done")
    busy.wait_for(" [x] Done")
    # A worker says that it is done before it acknowledges: the last one leaves last, so that nobody gets its task.
    language.leave(quick, WAITING, *(line for number in range(2)
                                     for line in (f" [x] Received Short {number}", " [x] Done")))
    language.leave(busy, WAITING, " [x] Received Long.....", " [x] Done")


def killed_worker(language, stage):
    """What a killed worker had not acknowledged goes to another one."""
    killed, survivor = (language.ready(stage, "worker", WAITING, title=f"worker {number}") for number in (1, 2))
    send_task(language, stage, "Task of a second.")
    killed.wait_for(" [x] Received Task of a second.")
    killed.stop(signal.SIGKILL)
    killed.finish([WAITING, " [x] Received Task of a second."], status=-signal.SIGKILL)
    survivor.wait_for(" [x] Received Task of a second.")
    survivor.wait_for(" [x] Done")
    language.leave(survivor, WAITING, " [x] Received Task of a second.", " [x] Done")


def stored_task(language, stage):
    """Tasks wait in the durable queue until a worker comes."""
    for task in ("First", "Second"):
        send_task(language, stage, task)
    worker = language.start(stage, "worker")
    for _ in range(2):
        worker.wait_for(" [x] Done")
    worker.stop(signal.SIGKILL)
    worker.process.wait()
    # Where the line on waiting stands depends on whether the program or its deliveries are quicker.
    worker.output[:] = [line for line in worker.output if line != WAITING]
    worker.finish([" [x] Received First", " [x] Done", " [x] Received Second", " [x] Done"], status=-signal.SIGKILL)


def logs(language, stage):
    """Each subscriber gets a copy; what is emitted without subscribers is lost."""
    language.send(stage, "emit-log", "nobody hears", says=" [x] Sent nobody hears")
    subscribers = [language.ready(stage, "receive-logs", WAITING_FOR_LOGS, title=f"subscriber {number}")
                   for number in (1, 2)]
    for message in ("info: Hello World!", "and again"):
        language.send(stage, "emit-log", message, says=f" [x] Sent {message}")
        for subscriber in subscribers:
            subscriber.wait_for(f" [x] {message}")
    for subscriber in subscribers:
        language.leave(subscriber, WAITING_FOR_LOGS, " [x] info: Hello World!", " [x] and again")


def by_key(kind, subscriptions, sent, language, stage):
    """Subscribers get what their keys let through. What is sent last goes to all of them."""
    subscribers = [language.ready(stage, f"receive-{kind}", WAITING_FOR_LOGS, *keys, title="subscriber " + " ".join(keys))
                   for keys, _ in subscriptions]
    for key in sent:
        language.send(stage, f"emit-{kind}", key, f"from {key}", says=f" [x] Sent {key}:from {key}")
    for subscriber, (_, keys) in zip(subscribers, subscriptions):
        subscriber.wait_for(f" [x] {sent[-1]}:from {sent[-1]}")
        language.leave(subscriber, WAITING_FOR_LOGS, *(f" [x] {key}:from {key}" for key in keys))


severities = functools.partial(
    by_key, "direct",
    [(["error"], ["error"]), (["info", "warning", "error"], ["info", "warning", "error"])],
    ["debug", "info", "warning", "error"])

topics = functools.partial(
    by_key, "topic",
    [(["#"], ["kern.info", "cron.critical", "kern", "kern.disk.critical", "kern.critical"]),
     (["kern.*"], ["kern.info", "kern.critical"]),
     (["*.critical", "kern.#"], ["kern.info", "cron.critical", "kern", "kern.disk.critical", "kern.critical"]),
     (["*.*.critical", "kern.critical"], ["kern.disk.critical", "kern.critical"])],
    ["kern.info", "cron.critical", "kern", "kern.disk.critical", "kern.critical"])


def rpc(caller, server, stage):
    serving = server.ready(stage, "rpc-server", AWAITING)
    for number, answer in ((30, 832040), (0, 0)):
        caller.start(stage, "rpc-client", str(number)).finish(
            [f" [x] Requesting fib({number})", f" [.] Got {answer}"])
    server.leave(serving, AWAITING, " [.] fib(30)", " [.] fib(0)")


def confirms(language, stage):
    ways = ["one by one"] if language.name == "python" else ["one by one", "in batches", "as they came"]
    language.start(stage, "confirms", "250").finish(
        [f" [x] 250 messages confirmed {way}" for way in ways] + [f" [x] {250 * len(ways)} messages in the queue"])


def scenes():
    python, go = languages = Language("python"), Language("go")
    plays = [
        ("1-hello", ["queue:hello"], lambda language: functools.partial(hello, language, language)),
        ("2-round-robin", ["queue:task_queue"], lambda language: functools.partial(round_robin, language)),
        ("2-fair-dispatch", ["queue:task_queue"], lambda language: functools.partial(fair_dispatch, language)),
        ("2-killed-worker", ["queue:task_queue"], lambda language: functools.partial(killed_worker, language)),
        ("2-stored-task", ["queue:task_queue"], lambda language: functools.partial(stored_task, language)),
        ("3-logs", ["exchange:logs"], lambda language: functools.partial(logs, language)),
        ("4-severities", ["exchange:direct_logs"], lambda language: functools.partial(severities, language)),
        ("5-topics", ["exchange:topic_logs"], lambda language: functools.partial(topics, language)),
        ("6-rpc", ["queue:rpc_queue"], lambda language: functools.partial(rpc, language, language)),
        ("7-confirms", [], lambda language: functools.partial(confirms, language)),
    ]
    alone = [Scene(f"tutorial-{name}-{language.name}", declares, play(language))
             for name, declares, play in plays for language in languages]
    return alone + [
        Scene("tutorial-1-hello-python-to-go", ["queue:hello"], functools.partial(hello, python, go)),
        Scene("tutorial-6-rpc-python-asks-go", ["queue:rpc_queue"], functools.partial(rpc, python, go)),
        Scene("tutorial-6-rpc-go-asks-python", ["queue:rpc_queue"], functools.partial(rpc, go, python)),
    ]

"""What client libraries do beyond the tutorials, as scenes."""
import functools
import signal

from driver.stage import Scene

# Client, its program, and the words after the URI.
CLIENTS = {
    "pika-blocking": ("python", "blocking.py"),
    "pika-select": ("python", "selecting.py"),
    "aio-pika": ("python", "aio.py"),
    "amqp091-go": ("go", "interop"),
    "librabbitmq": ("c", "interop"),
    "bunny": ("ruby", "interop.rb"),
    "php-amqplib": ("php", "interop.php"),
    "java": ("java", "Interop"),
}
REFUSED = {
    "pika-blocking": ("python", "refused.py", "blocking"),
    "pika-select": ("python", "refused.py", "selecting"),
    "aio-pika": ("python", "refused.py", "aio"),
    "amqp091-go": ("go", "refused"),
    "librabbitmq": ("c", "refused"),
    "bunny": ("ruby", "refused.rb"),
    "php-amqplib": ("php", "refused.php"),
    "java": ("java", "Refused"),
}
PREFETCH_SIZE = "NOT_IMPLEMENTED - prefetch_size!=0 (10)"
LOGIN = ("ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN. "
         "For details see the broker logfile.")
NO_HOST = "NOT_ALLOWED - vhost interop.missing not found"
DECLARES = ["queue:interop", "exchange:interop"]


def interop(client, stage):
    """The same in every client: exchange, queue and binding; confirms; a returned message; get and reject; a prefetch
    of 2 and acks; 300 kB and properties; a channel exception; a consumer that the broker cancels; a close."""
    errors = []
    if client == "aio-pika":
        errors = ["Consumer … cancelled by the broker on …"]
    stage.run(*CLIENTS[client], output=[
        "connected",
        "declared and bound",
        "5 messages confirmed",
        "returned: 312 NO_ROUTE nobody",
        "got 1, 4 left",
        "2 in hand, 3 ready",
        "consumed 1 (again) 2 3 4 5",
        "300000 bytes came back whole",
        "properties came back",
        f"refused: 404 NOT_FOUND - no queue 'interop.missing' in vhost '{stage.broker.virtual_host}'",
        "still there: 0 ready",
        "consumer cancelled by the broker",
        "closed",
    ], errors=errors)


# What each client says of a connection that the broker closes, of a wrong password, and of a missing virtual host:
# lines of output and of error output.
SAYS = {
    "pika-blocking": [
        ([f"ConnectionClosedByBroker: (540, '{PREFETCH_SIZE}')"], []),
        ([f"ProbableAuthenticationError: ConnectionClosedByBroker: (403) '{LOGIN}'"], []),
        ([f"ProbableAccessDeniedError: ConnectionClosedByBroker: (530) '{NO_HOST}'"], []),
    ],
    "aio-pika": [
        ([f"ConnectionNotImplemented: {PREFETCH_SIZE}"],
         [f"""Unexpected connection close from remote "…", Connection.Close(reply_code=540, """
          f"reply_text='{PREFETCH_SIZE}')",
          "Cancelling cause reader exited abnormally", ...,
          f"aiormq.exceptions.ConnectionNotImplemented: {PREFETCH_SIZE}"]),
        ([f"ProbableAuthenticationError: {LOGIN}"], []),
        (["InvalidFrameError: Expected one of ['Connection.OpenOk'], got <Connection.Close object at …>"], []),
    ],
    # amqp091 has words of its own for a connection that ends during its handshake.
    "amqp091-go": [
        ([f'Exception (540) Reason: "{PREFETCH_SIZE}"'], []),
        (['Exception (403) Reason: "username or password not allowed"'], []),
        (['Exception (403) Reason: "no access to this vhost"'], []),
    ],
    "librabbitmq": [([f"540 {PREFETCH_SIZE}"], []), ([f"403 {LOGIN}"], []), ([f"530 {NO_HOST}"], [])],
    "bunny": [
        (["Bunny::NotAllowedError: Connection-level error: NOT_ALLOWED - attempt to reuse consumer tag 'twice'"], []),
        ([f"E, … ERROR -- …: Authentication with RabbitMQ failed: 403 {LOGIN}",
          "Bunny::AuthenticationFailureError: Authentication with RabbitMQ failed. Please check your connection "
          "settings. Username: guest, vhost: …, password length: 5"], []),
        ([f"Bunny::NotAllowedError: Connection-level error: {NO_HOST}"], []),
    ],
    "php-amqplib": [
        ([f"PhpAmqpLib\\Exception\\AMQPConnectionClosedException (540): {PREFETCH_SIZE}(60, 10)"], []),
        (["PhpAmqpLib\\Exception\\AMQPConnectionClosedException (403): "
          f"{LOGIN.replace('PLAIN', 'AMQPLAIN')}(0, 0)"], []),
        ([f"PhpAmqpLib\\Exception\\AMQPConnectionClosedException (530): {NO_HOST}(10, 40)"], []),
    ],
    "java": [
        (["IOException: null",
          f"connection error; protocol method: #method<connection.close>(reply-code=540, reply-text={PREFETCH_SIZE}, "
          "class-id=60, method-id=10)"], []),
        ([f"AuthenticationFailureException: {LOGIN}"], []),
        (["IOException: null",
          f"connection error; protocol method: #method<connection.close>(reply-code=530, reply-text={NO_HOST}, "
          "class-id=10, method-id=40)"], []),
    ],
}
SAYS["pika-select"] = SAYS["pika-blocking"]


def refused(client, stage):
    uris = [stage.broker.uri, stage.broker.changed(password="wrong"),
            stage.broker.changed(virtual_host="interop.missing")]
    for uri, (output, errors) in zip(uris, SAYS[client]):
        stage.run(*REFUSED[client], uri=uri, output=output, errors=errors)


def tools(stage):
    """The command line tools of librabbitmq."""
    host = stage.broker.virtual_host
    stage.run("tools", "amqp-declare-queue", "-q", "interop", "-d", output=["interop"])
    for body in ("one", "two", "three"):
        stage.run("tools", "amqp-publish", "-r", "interop", "-p", "-C", "text/plain", "-b", body, output=[])
    stage.run("tools", "amqp-get", "-q", "interop", output=["one"])
    stage.run("tools", "amqp-consume", "-q", "interop", "-p", "1", "-c", "2", "cat", output=["twothree"])
    stage.run("tools", "amqp-get", "-q", "interop", output=[], status=2)
    stage.run("tools", "amqp-get", "-q", "interop.missing", output=[], status=1, errors=[
        "basic.get: server channel error 404, message: "
        f"NOT_FOUND - no queue 'interop.missing' in vhost '{host}'"])
    stage.run("tools", "amqp-publish", "-e", "interop.missing", "-r", "x", "-b", "lost", output=[], status=1, errors=[
        "closing channel: server channel error 404, message: "
        f"NOT_FOUND - no exchange 'interop.missing' in vhost '{host}'"])
    stage.run("tools", "amqp-get", "-q", "interop", uri=stage.broker.changed(password="wrong"), output=[], status=1,
              errors=[f"logging in to AMQP server: server connection error 403, message: {LOGIN}"])
    stage.run("tools", "amqp-get", "-q", "interop", uri=stage.broker.changed(virtual_host="interop.missing"),
              output=[], status=1,
              errors=[f"logging in to AMQP server: server connection error 530, message: {NO_HOST}"])
    stage.run("tools", "amqp-publish", "-r", "interop", "-b", "last", output=[])
    stage.run("tools", "amqp-delete-queue", "-q", "interop", output=["1"])


def tools_subscribe(stage):
    """A consumer with a queue that the broker named, bound to an exchange. It consumes after it has bound the queue:
    what goes by the exchange is sent when it has printed what went to the queue."""
    named = "Server provided queue name: …"
    consumer = stage.start("tools", "amqp-consume", "-e", "amq.topic", "-r", "interop.#", "-c", "2", "cat")
    queue = consumer.wait_for_error(named).split()[-1]
    stage.run("tools", "amqp-publish", "-r", queue, "-b", "to the queue\n", output=[])
    consumer.wait_for("to the queue")
    stage.run("tools", "amqp-publish", "-e", "amq.topic", "-r", "interop.disk", "-b", "by the exchange\n", output=[])
    consumer.finish(["to the queue", "by the exchange"], errors=[named])


def heartbeat_idle(stage):
    stage.run("python", "heartbeat.py", "idle", output=["still connected"])


def heartbeat_frozen(stage):
    """The broker gives up a client from which no heartbeat comes, and what it held goes to another one."""
    frozen = stage.start("python", "heartbeat.py", "hold")
    frozen.wait_for("ready")
    stage.run("tools", "amqp-publish", "-r", "interop", "-b", "task", output=[])
    frozen.wait_for("holds task")
    frozen.stop(signal.SIGSTOP)
    other = stage.start("python", "heartbeat.py", "hold", title="another heartbeat.py hold")
    other.wait_for("holds task (again)")
    for program in (frozen, other):
        program.stop(signal.SIGKILL)


def scenes():
    scenes = [Scene(f"interop-{client}", DECLARES, functools.partial(interop, client)) for client in CLIENTS]
    scenes += [Scene(f"refused-{client}", [], functools.partial(refused, client)) for client in REFUSED]
    return scenes + [
        Scene("interop-amqp-tools", DECLARES, tools),
        Scene("interop-amqp-tools-subscribe", [], tools_subscribe),
        Scene("heartbeat-idle", DECLARES, heartbeat_idle),
        Scene("heartbeat-frozen", DECLARES, heartbeat_frozen),
    ]

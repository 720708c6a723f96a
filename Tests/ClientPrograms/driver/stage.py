"""Where a scene plays: programs are started, watched and stopped."""
import collections
import difflib
import os
import re
import signal
import subprocess
import threading
import time
import urllib.parse

LIMIT = 30  # seconds until a line that does not come, or a program that does not end, fails a scene

Scene = collections.namedtuple("Scene", "name declares play")


class SceneFailed(Exception):
    """Why a scene failed, in one paragraph."""


class SceneSkipped(Exception):
    """Why a scene cannot be played on this machine."""


def matches(expected, found):
    """Whether lines are as expected: … stands for any characters of a line, and the value ... for any lines."""
    pattern = "".join(r"(.*\n)*?" if line is ... else ".*".join(map(re.escape, line.split("…"))) + r"\n"
                      for line in expected)
    return re.fullmatch(pattern, "".join(line + "\n" for line in found)) is not None


class Broker:
    """The broker under test, by its URI."""

    def __init__(self, uri):
        """A path of / alone is left out: some clients take it for a virtual host without a name."""
        parts = urllib.parse.urlsplit(uri)
        self.parts = parts._replace(path=parts.path if parts.path != "/" else "")
        self.uri = urllib.parse.urlunsplit(self.parts)

    @property
    def virtual_host(self):
        return urllib.parse.unquote(self.parts.path[1:]) or "/"

    def changed(self, password=None, virtual_host=None):
        """The same broker's URI with another password or virtual host."""
        parts = self.parts
        port = f":{parts.port}" if parts.port else ""
        path = parts.path if virtual_host is None else "/" + urllib.parse.quote(virtual_host, safe="")
        login = f"{parts.username or 'guest'}:{password or parts.password or 'guest'}"
        return f"{parts.scheme}://{login}@{parts.hostname}{port}{path}"


class Program:
    """A running program; its output is read as it comes."""

    def __init__(self, title, command, environment):
        self.title = title
        self.output = []
        self.errors = []
        self._seen = 0
        self._ended = 0
        self._changed = threading.Condition()
        try:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                encoding="utf-8", errors="replace", env=environment)
        except FileNotFoundError:
            raise SceneFailed(f"{command[0]} is not installed") from None
        self._readers = [threading.Thread(target=self._read, args=(self.process.stdout, self.output), daemon=True),
                         threading.Thread(target=self._read, args=(self.process.stderr, self.errors), daemon=True)]
        for reader in self._readers:
            reader.start()

    def _read(self, stream, lines):
        for line in stream:
            with self._changed:
                lines.append(line.rstrip("\n"))
                self._changed.notify_all()
        with self._changed:
            self._ended += 1
            self._changed.notify_all()

    def wait_for(self, line):
        """Waits until the program prints that line, after the lines that were waited for before."""
        with self._changed:
            self._wait(lambda: line in self.output[self._seen:], line)
            self._seen = self.output.index(line, self._seen) + 1

    def wait_for_error(self, line):
        """Waits until the program prints a line like that to its error output, and returns it."""
        def found():
            return next((error for error in self.errors if matches([line], [error])), None)

        with self._changed:
            self._wait(found, line)
            return found()

    def _wait(self, has_come, line):
        deadline = time.monotonic() + LIMIT
        while not has_come():
            left = deadline - time.monotonic()
            if left <= 0 or self._ended == 2:
                what = "ended" if self._ended == 2 else f"took more than {LIMIT} seconds"
                raise SceneFailed(f"{self.title} {what} before it printed {line!r}{self._said()}")
            self._changed.wait(left)

    def stop(self, number=signal.SIGINT):
        self.process.send_signal(number)

    def finish(self, output, errors=(), status=0):
        """Waits until the program has ended, and compares what it printed and how it ended."""
        try:
            ended = self.process.wait(LIMIT)
        except subprocess.TimeoutExpired:
            raise SceneFailed(f"{self.title} did not end within {LIMIT} seconds{self._said()}") from None
        for reader in self._readers:
            reader.join(LIMIT)
        self._compare("output", list(output), self.output)
        self._compare("error output", list(errors), self.errors)
        if ended != status:
            raise SceneFailed(f"{self.title} ended with status {ended}, not {status}{self._said()}")

    def _compare(self, what, expected, found):
        if not matches(expected, found):
            expected = ["..." if line is ... else line for line in expected]
            difference = "\n".join(difflib.unified_diff(expected, found, "expected", "found", n=20, lineterm=""))
            raise SceneFailed(f"the {what} of {self.title} is not as expected:\n{difference}{self._said(but=what)}")

    def _said(self, but=None):
        said = [("output", self.output), ("error output", self.errors)]
        return "".join(f"\n  its {what}:" + "".join(f"\n    {line}" for line in lines)
                       for what, lines in said if lines and what != but)

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()


class Stage:
    """The programs of one scene."""

    def __init__(self, broker, builds):
        self.broker = broker
        self.builds = builds
        self.programs = []

    def start(self, client, *words, uri=None, title=None):
        """Starts a program of a client (one of builds.Builds), with the broker's URI after its name."""
        command, environment = self.builds.command(client, words[0])
        title = title or f"{words[0]} ({client})"
        program = Program(title, [*command, uri or self.broker.uri, *words[1:]], {**os.environ, **environment})
        self.programs.append(program)
        return program

    def run(self, client, *words, output, errors=(), status=0, uri=None):
        """Runs a program to its end."""
        self.start(client, *words, uri=uri).finish(output, errors, status)

    def clear(self, declared):
        """Ends what still runs, and deletes what was declared."""
        for program in self.programs:
            program.kill()
        if declared:
            Stage(self.broker, self.builds).run("python", "tidy.py", *declared, output=[])

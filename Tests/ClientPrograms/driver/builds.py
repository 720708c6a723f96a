"""Where the clients' programs are, and how they are built."""
import os
import pathlib
import shutil
import subprocess

from driver.stage import SceneFailed, SceneSkipped

HERE = pathlib.Path(__file__).resolve().parent.parent
AIO_PIKA = "aio-pika==10.2.1"
JAVA_CLASSES = ":".join(f"/usr/share/java/{name}.jar" for name in ("amqp-client", "slf4j-api", "slf4j-nop"))


def run(command, **options):
    try:
        ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    except FileNotFoundError:
        raise SceneFailed(f"{command[0]} is not installed") from None
    if ended.returncode != 0:
        raise SceneFailed(f"{' '.join(map(str, command))} failed:\n{ended.stdout}")


class Builds:
    """Programs are built when they are first asked for."""

    def __init__(self, directory):
        self.directory = directory
        self._built = {}
        directory.mkdir(parents=True, exist_ok=True)

    def command(self, client, program):
        """The command that runs a client's program, without its arguments, and its environment."""
        if client not in self._built:
            self._built[client] = getattr(self, "_" + client)()
        built, environment = self._built[client]
        return built(program), environment

    def _python(self):
        python = self.directory / "venv" / "bin" / "python"
        ready = self.directory / "venv" / AIO_PIKA
        if not ready.exists():
            run(["/usr/bin/python3", "-m", "venv", "--clear", "--system-site-packages", self.directory / "venv"])
            run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", AIO_PIKA])
            ready.touch()
        return lambda program: [python, "-u", HERE / "python" / program], {"PYTHONDONTWRITEBYTECODE": "1"}

    def _go(self):
        """Debian's Go packages are a GOPATH: nothing is fetched."""
        binary = self.directory / "tutorials"
        settings = {"GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOFLAGS": "",
                    "GOCACHE": str(self.directory / "go-cache")}
        run(["go", "build", "-o", binary, "."], cwd=HERE / "go", env={**os.environ, **settings})
        return lambda program: [binary, program], {}

    def _c(self):
        for program in ("interop", "refused"):
            run(["cc", "-Wall", "-Wextra", "-Werror", "-O1", "-o", self.directory / f"c-{program}",
                 HERE / "c" / f"{program}.c", "-lrabbitmq"])
        return lambda program: [self.directory / f"c-{program}"], {}

    def _java(self):
        if not shutil.which("javac"):
            raise SceneSkipped("there is no Java compiler")
        classes = self.directory / "java"
        run(["javac", "-encoding", "UTF-8", "-cp", JAVA_CLASSES, "-d", classes, *(HERE / "java").glob("*.java")])
        return lambda program: ["java", "-Dfile.encoding=UTF-8", "-cp", f"{JAVA_CLASSES}:{classes}", program], {}

    def _ruby(self):
        return lambda program: ["ruby", HERE / "ruby" / program], {"LANG": "C.UTF-8"}

    def _php(self):
        return lambda program: ["php", HERE / "php" / program], {}

    def _tools(self):
        return lambda program: [program, "-u"], {}

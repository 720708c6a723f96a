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
        settings = {"GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOFLAGS": "",
                    "GOCACHE": str(self.directory / "go-cache")}
        tutorials = self._binary("tutorials", lambda output: run(
            ["go", "build", "-o", output, "."], cwd=HERE / "go", env={**os.environ, **settings}))
        return lambda program: [tutorials, program], {}

    def _c(self):
        binaries = {program: self._binary(f"c-{program}", lambda output, program=program: run(
            ["cc", "-Wall", "-Wextra", "-Werror", "-O1", "-o", output, HERE / "c" / f"{program}.c", "-lrabbitmq"]))
            for program in ("interop", "refused")}
        return lambda program: [binaries[program]], {}

    def _binary(self, name, build):
        """Built beside its place and moved there: another check may run the one that stands there."""
        output = self.directory / f"{name}.{os.getpid()}"
        build(output)
        os.replace(output, self.directory / name)
        return self.directory / name

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

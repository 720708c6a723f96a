"""Runs of the sandbox whose programs are tried: lessons' solutions, transcripts, and some of our own."""
import json
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[3]

OWN = {
    "values": """
declare exchange h headers
declare queue typed --durable --arg x-max-priority=5
bind queue typed h --match any --arg a=1
bind queue typed h --match all --arg name=달 --arg ok=true
publish h "" "typed \\"quotes\\" $HOME \\\\ {x} 안녕" --header a=1 --header b=2.5 --header ok=true --header name=달 --header big=5000000000 --priority 3 --content-type text/plain --correlation-id c1 --reply-to typed --expiration 600000 --message-id m1 --timestamp 1700000000 --app-id app --user-id guest
publish h "" "lost" --header a=2 --mandatory
get typed
ack
expect queue typed ready 0
""",
    "settling": """
declare queue jobs --durable
publish "" jobs one --persistent
publish "" jobs two
publish "" jobs three
consume jobs as w --prefetch 2
ack w 1
nack w 2 --requeue
reject w --discard
get jobs as other
kill other
get jobs as third --no-ack
publish "" jobs again --repeat 5
purge jobs
cancel w
delete queue jobs
""",
    "errors": """
declare queue q --durable
declare queue q
publish nowhere k lost
bind queue q nowhere k
get q
ack you 9
declare exchange amq.mine direct
consume missing as w
declare queue mine --exclusive as owner
consume mine as thief
open connection lost --vhost missing
publish "" q fine
get q --no-ack
""",
    "confirms": """
declare queue q --durable
confirm select
publish "" q one --persistent
publish "" q two --repeat 3
publish "" nowhere lost --mandatory
tx select as t
publish "" q held as t
tx commit as t
publish "" q dropped as t
tx rollback as t
consume q as t --prefetch 1
ack t
tx commit as t
""",
    "refusing": """
declare queue q --max-length 1 --overflow reject-publish
confirm select
publish "" q taken
publish "" q refused --repeat 2
consume q as w --auto-ack
delete queue q
declare queue q
publish "" q again
get q --auto-ack
get q --auto-ack
""",
    "workers": """
declare queue tasks
consume tasks as w1 --prefetch 1 --work dots
consume tasks as w2 --prefetch 1 --work dots
publish "" tasks a...
publish "" tasks b.
publish "" tasks c..
publish "" tasks d
advance 2s
kill w1
advance 5s
declare queue rpc_queue
consume rpc_queue as server --reply fib
call rpc_queue 30
call rpc_queue x
call rpc_queue 5 as caller
""",
    "names": """
declare queue "한글 큐"
declare queue --exclusive as "작업자 1"
bind queue "" amq.fanout as "작업자 1"
consume "" as "작업자 1"
publish amq.fanout "" "line\\none\\ttab" as "3 odd-name!"
ack "작업자 1"
publish "" "한글 큐" "안녕하세요" --header "키"="값"
declare queue --exclusive
publish amq.fanout "" two
recover as "작업자 1"
qos 5 --global as "작업자 1"
""",
    "bindings": """
declare exchange a topic --durable
declare exchange b fanout --alternate-exchange dead
declare exchange dead fanout --internal
bind exchange b a "x.#"
declare queue q --message-ttl 100 --dead-letter-exchange dead --max-length 2 --overflow reject-publish
declare queue d --type quorum --durable
bind queue q b
bind queue d dead
publish a x.y one
publish a x.y two
publish a x.y three
advance 300ms
get d
reject --discard
unbind queue q b
unbind exchange b a "x.#"
declare queue q --passive
declare exchange b --passive
delete exchange b
delete queue q --if-empty
""",
}


class RunFailed(Exception):
    """Why a run cannot be made."""


def transcript(path):
    """The lines of a transcript's page, those that are not shown too."""
    lines, inside, hidden = [], False, False
    for line in path.read_text().splitlines():
        if line.startswith("<!-- tokki hidden:"):
            hidden = True
        elif hidden and line.startswith("-->"):
            hidden = False
        elif hidden:
            lines.append(line)
        elif line.startswith("```"):
            inside = line.strip() == "```tokki"
        elif inside and line.startswith("tokki> "):
            lines.append(line[len("tokki> "):])
        elif inside and line.startswith("...> "):
            lines[-1] += "\n" + line[len("...> "):]
    return lines


def lesson(path):
    """Each step's set-up and solution, one after the other."""
    steps, part = [], None
    for line in (path / "lesson.tokki").read_text().splitlines():
        if line.startswith("step "):
            steps.append([])
            part = None
        elif line and not line.startswith((" ", "#")):
            part = line.split()[0]
        elif line.startswith("  ") and part in ("setup", "solution"):
            steps[-1].append(line.strip())
    return [steps[index] for index in range(len(steps)) if steps[index]]


def all_runs():
    """Names with lines."""
    for name, text in OWN.items():
        yield name, text.strip().splitlines()
    for path in sorted((ROOT / "lessons").iterdir()):
        if (path / "lesson.tokki").exists():
            for number, lines in enumerate(lesson(path), 1):
                yield f"{path.name}-{number}", lines
    for path in sorted((ROOT / "transcripts").glob("*.md")):
        yield path.stem, transcript(path)


def sandbox(tokki, lines, profile):
    """Runs lines in the sandbox, and returns their outcomes; those that it refuses are left out, errors of the broker
    are expected."""
    lines = [line for line in lines if not line.startswith(("expect", "explain", "show", "list", "help", "lesson"))]
    script = list(lines)
    for _ in range(4 * len(lines) + 4):
        ran = subprocess.run([tokki, "run", "--json", "--profile", profile, "--seed", "1",
                              *[argument for line in script for argument in ("-c", line)]],
                             capture_output=True, text=True, timeout=60)
        outcomes = [json.loads(line) for line in ran.stdout.splitlines()]
        if ran.returncode == 0:
            return script, outcomes
        last = outcomes[-1]
        place = len(outcomes) - 1
        if last["status"] == "exception":
            script.insert(place + 1, "expect error")
        elif last["status"] in ("refused", "not understood", "unmet"):
            del script[place]
        else:
            raise RunFailed(f"{script[place]!r}: {last['status']}\n{ran.stderr}")
    raise RunFailed("there is no end of errors")

"""One long run of one fuzzer in a process of its own: `python -m tests.fuzz.long NAME SECONDS FOLDER`.

Parsers are fuzzed by atheris, which looks for octets that reach new code; the machines of hypothesis play new stories
until the time is over. Each mistake is kept once, by the line that raised, and the run goes on. FOLDER/progress.json
says how far it is.
"""

from __future__ import annotations

import json
import resource
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

MACHINES = ("dialogue", "queue")
MAX_OCTETS = 8_192
MOST_SECONDS = 2.0
"""Of the processor for one input, traced: a parser that takes longer can be made to stand still by mail."""
STORIES_AT_ONCE = 50


class Progress:
    """Counts, and writes down what it counts every few seconds."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.folder = folder
        self.cases = 0
        self.found: set[str] = set()
        self._began = self._told = time.monotonic()

    def tell(self) -> None:
        self._told = time.monotonic()
        used = resource.getrusage(resource.RUSAGE_SELF)
        facts = {
            "name": self.name, "cases": self.cases, "findings": len(self.found),
            "wall_seconds": round(self._told - self._began), "cpu_seconds": round(used.ru_utime + used.ru_stime),
        }  # fmt: skip
        (self.folder / "progress.json").write_text(json.dumps(facts), encoding="ascii")

    def count(self) -> None:
        self.cases += 1
        if time.monotonic() - self._told > 5:
            self.tell()

    def keep(self, error: BaseException, octets: bytes) -> None:
        """Write a mistake down, once for each line of ours that led to it."""
        frames = traceback.extract_tb(error.__traceback__)
        place = " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(frames[-3:]))
        key = f"{type(error).__name__} {place}"
        if key not in self.found:
            self.found.add(key)
            stem = self.folder / f"finding-{len(self.found)}"
            stem.with_suffix(".input").write_bytes(octets)
            stem.with_suffix(".txt").write_text("".join(traceback.format_exception(error)), encoding="utf-8")
            self.tell()


def parser(name: str, seconds: int, folder: Path) -> None:
    """Fuzz a parser. Never returns: libFuzzer ends the process."""
    import atheris

    with atheris.instrument_imports(include=["gatekeeper"]):
        from tests.fuzz.targets import TARGETS
    target, progress = TARGETS[name], Progress(name, folder)
    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(target.seeds):
        (corpus / f"seed-{number}").write_bytes(seed)
    dictionary = folder / "dictionary"
    words = ("".join(f"\\x{octet:02x}" for octet in word) for word in target.crumbs if len(word) <= 64)
    dictionary.write_text("".join(f'"{word}"\n' for word in words), encoding="ascii")
    known = [f"-dict={dictionary}"] if target.crumbs else []

    def once(octets: bytes) -> None:
        started = time.thread_time()
        try:
            target.read(octets)
            assert time.thread_time() - started < MOST_SECONDS, "too slow"
        except Exception as error:  # every mistake is kept, and the run goes on
            progress.keep(error, octets)
        progress.count()

    options = [f"-max_total_time={seconds}", f"-max_len={MAX_OCTETS}", "-timeout=7200", "-rss_limit_mb=2048"]
    atheris.Setup([sys.argv[0], str(corpus), *known, f"-artifact_prefix={folder}/", *options], once)
    atheris.Fuzz()


def machine(name: str, seconds: int, folder: Path) -> None:
    """Play a machine's stories until the time is over."""
    from hypothesis import HealthCheck, settings
    from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

    from tests.fuzz.test_dialogue import DialogueMachine
    from tests.fuzz.test_queue_states import QueueMachine

    progress = Progress(name, folder)
    kind: type[RuleBasedStateMachine] = DialogueMachine if name == "dialogue" else QueueMachine
    own: Callable[[RuleBasedStateMachine], None] = kind.teardown

    def counted(played: RuleBasedStateMachine) -> None:
        progress.count()
        own(played)

    kind.teardown = counted  # type: ignore[method-assign]  # the same, counted
    stories = settings(
        max_examples=STORIES_AT_ONCE, stateful_step_count=30, deadline=None, database=None, print_blob=True,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            run_state_machine_as_test(kind, settings=stories)
        except Exception as error:  # as above
            progress.keep(error, b"")
    progress.tell()


def main() -> int:
    """See the module."""
    name, seconds, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    (machine if name in MACHINES else parser)(name, seconds, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())

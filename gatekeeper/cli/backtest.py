"""`gatekeeper backtest`: what the policy would have done to an archive of real mail, and to blasts sent from it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gatekeeper.cli.invocation import Invocation, common_options, json_option
from gatekeeper.errors import EX_USAGE, UsageError

if TYPE_CHECKING:
    from gatekeeper.backtest.blast import Style


@click.command()
@click.argument("archives", metavar="ARCHIVE...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--everybody", is_flag=True, help="Judge all senders and treat nobody as internal.")
@click.option("--local", "local", metavar="DOMAIN", multiple=True, help="A domain whose senders are judged.")
@click.option("--policy", "other", metavar="FILE", help="Compare this policy with the configured one.")
@click.option("--styles", default="S1,S2,S3,S4,S5,S6,S7,S8", metavar="S1,S2", help="The blasts to send; none: ''.")
@click.option("--seed", default=1, help="For the points at which blasts are sent.")
@click.option("--forks", default=250, help="At how many points blasts are sent.")
@click.option("--baselines/--no-baselines", default=True, help="Run the usual rate limits beside the policy.")
@common_options
@json_option
@click.pass_obj
def backtest(
    invocation: Invocation,
    archives: tuple[Path, ...],
    everybody: bool,
    local: tuple[str, ...],
    other: str | None,
    styles: str,
    seed: int,
    forks: int,
    baselines: bool,
) -> None:
    """Replay ARCHIVE (mbox, Maildir, .eml folder, or a table) and blast from it.

    A table is tab-separated: time, sender, recipients, message_id, in_reply_to, subject.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    from gatekeeper.backtest.archive import read_archive
    from gatekeeper.backtest.study import Wish, facts, study
    from gatekeeper.backtest.tables import print_study
    from gatekeeper.config import policy_file
    from gatekeeper.learn.settings import LearnSettings
    from gatekeeper.policy.policyfile import read_policy
    from gatekeeper.store.hearing import Terms

    config = invocation.config()
    domains = frozenset(one.lower() for one in (*config.local_domains, *local))
    if not everybody and not domains:
        raise UsageError(
            "whose mail is judged? Say local_domains in the configuration, --local DOMAIN, or --everybody",
            exit_code=EX_USAGE,
        )
    wish = Wish(
        styles=_styles(styles),
        forks=forks,
        seed=seed,
        baselines=baselines,
        other=read_policy(policy_file(other)) if other else None,
    )
    terms = Terms(
        policy=read_policy(policy_file(config.policy)),
        local_domains=frozenset() if everybody else domains,
        everybody_local=everybody,
        ramp=config.ramp != "off",
    )
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        reading = bar.add_task("reading", total=None)
        settings = LearnSettings(local_domains=domains)
        archive = read_archive(
            archives, settings, now=time.time(), progress=lambda letters: bar.advance(reading, letters)
        )
        bar.remove_task(reading)
        tasks: dict[str, TaskID] = {}

        def show(name: str, done: int, total: int) -> None:
            if name not in tasks:
                tasks[name] = bar.add_task(name, total=total)
            bar.update(tasks[name], completed=done)

        found = study(archive, terms, wish, progress=show)
    if invocation.json:
        invocation.tell(facts(found))
    else:
        print_study(found, Console())


def _styles(text: str) -> tuple[Style, ...]:
    from gatekeeper.backtest.blast import Style

    wanted = [one.strip().upper() for one in text.split(",") if one.strip()]
    unknown = [one for one in wanted if one not in Style.__members__]
    if unknown:
        raise UsageError(
            f"--styles: no style {', '.join(unknown)}; there are {', '.join(Style.__members__)}", exit_code=EX_USAGE
        )
    return tuple(style for style in Style if style.value in wanted)

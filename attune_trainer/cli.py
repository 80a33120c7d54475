"""The commands of `attune-trainer`; each hands over to the part that does the work."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from attune_trainer import scorer_commands, settings
from attune_trainer.errors import AttuneError

app = typer.Typer(
    name="attune-trainer",
    help="Practise staying with somebody's feeling.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,  # its reports can hold what a learner wrote
)


@app.command()
def run(
    port: Annotated[int, typer.Option(envvar="STREAMLIT_SERVER_PORT", min=1, max=65535, help="Where to serve.")] = 8501,
    host: Annotated[
        str,
        typer.Option(envvar="STREAMLIT_SERVER_ADDRESS", help="0.0.0.0 lets other devices in the room join."),
    ] = "localhost",
    *,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    reload: Annotated[bool, typer.Option("--reload", help="Follow edited files, for work on the app.")] = False,
) -> None:
    """Serve the app in the browser, until Ctrl+C."""
    from attune_trainer.ui.serve import network_page, page, require_free_port, serve

    require_free_port(host, port)
    typer.echo(f"Attune Trainer: {page(host, port)}")
    if elsewhere := network_page(host, port):
        typer.echo(f"From other devices in this network: {elsewhere}")
    typer.echo(f"What you keep stays in {_place_kept()}. Ctrl+C stops the app.")
    sys.stdout.flush()
    serve(host=host, port=port, open_browser=open_browser, reload=reload)


@app.command()
def check(
    path: Annotated[
        Path | None, typer.Argument(exists=True, help="A folder of packs, a pack or one scenario; ours if not given.")
    ] = None,
) -> None:
    """List every problem of every scenario file at once."""
    from attune_trainer.library.check import check_library

    ours = settings.scenarios_folder()
    asked = path or ours
    report = check_library(asked, bundled=asked.resolve().is_relative_to(ours.resolve()))
    for problem in report.problems:
        typer.echo(problem)
    for warning in report.warnings:
        typer.echo(f"{warning} (a warning)")
    typer.echo(f"Scenarios: {report.scenarios}. Problems: {len(report.problems)}. {report.summary}.")
    if report.problems:
        raise typer.Exit(1)


scorer_commands.register(app)


def main() -> None:
    """Run the command asked for; a problem somebody can mend is told in one sentence, exit 1."""
    try:
        app()
    except AttuneError as problem:
        typer.echo(str(problem), err=True)
        sys.exit(1)


def _place_kept() -> str:
    # The address of a database can hold its password.
    if os.environ.get("ATTUNE_DATABASE_URL"):
        return "the database that ATTUNE_DATABASE_URL names"
    return str(settings.data_folder())

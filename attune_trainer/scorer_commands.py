"""The commands about the scorer: score, explain, evaluate, fit."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from attune_trainer.codebook import Hope
from attune_trainer.errors import AttuneError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attune_trainer.scoring.assessment import Assessment
    from attune_trainer.scoring.heard import Heard


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    for command in (score, explain, evaluate, fit):
        app.command()(command)


def score(
    file: Annotated[str, typer.Argument(help="A JSONL file, or - for standard input.")],
) -> None:
    """Score responses: one JSON object a line in, one a line out.

    In: id, response; optional statement (or context), feelings, hope, events, relationship.
    """
    from attune_trainer.scoring import assess

    failed = False
    for number, line in enumerate(_lines(file), start=1):
        if not line.strip():
            continue
        try:
            raw = json.loads(line)
            name, response, heard = _request(raw)
        except (ValueError, RecursionError) as error:
            typer.echo(f"{file}:{number}: {error}", err=True)
            failed = True
            continue
        typer.echo(json.dumps(_answer(name, assess(response, heard)), ensure_ascii=True))
    if failed:
        raise typer.Exit(1)


def explain(
    text: Annotated[str, typer.Argument(help="The response.")],
    statement: Annotated[str, typer.Option(help="What the speaker said.")] = "",
    feeling: Annotated[list[str] | None, typer.Option(help="A feeling the speaker has; may be given again.")] = None,
    hope: Annotated[Hope | None, typer.Option(help="What the speaker hopes for.")] = None,
    relationship: Annotated[str, typer.Option(help="Who the listener is to the speaker.")] = "",
) -> None:
    """Show how a response is read: clauses and facts, matches and vetoes, the sum line by line."""
    from attune_trainer.scoring import hear
    from attune_trainer.scoring.trace import trace

    typer.echo(trace(text, hear(statement, feeling or (), hope, (), relationship)))


def evaluate(
    files: Annotated[
        list[Path], typer.Argument(help="JSONL files of labelled responses.", exists=True, dir_okay=False)
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Plain data instead of tables.")] = False,
    rules: Annotated[bool, typer.Option("--rules", help="Also how often each rule is right.")] = False,
    left_out: Annotated[
        str | None,
        typer.Option(help="Refit leaving out each 'speakers' or 'writers' fold: what unseen people would get."),
    ] = None,
) -> None:
    """Measure agreement with human labels: precision, recall, F1, AUC, readings, depth, highlights."""
    from attune_trainer.evaluate.agreement import agreement
    from attune_trainer.evaluate.items import read_items
    from attune_trainer.evaluate.judge import judge, judge_left_out, prepare
    from attune_trainer.evaluate.rule_records import rule_records
    from attune_trainer.evaluate.table import as_data, as_table
    from attune_trainer.scoring.load import load_weights

    if left_out not in {None, "speakers", "writers"}:
        raise typer.BadParameter("expected speakers or writers", param_hint="--left-out")
    examples = prepare(read_items(files))
    if left_out is None:
        verdicts = judge(examples, load_weights())
    else:
        verdicts = judge_left_out(examples, folds=8, by_writer=left_out == "writers")
    found = {
        path.stem: agreement(
            [each.item for each in examples if each.item.source == path.stem],
            [verdict for each, verdict in zip(examples, verdicts, strict=True) if each.item.source == path.stem],
        )
        for path in files
    }
    if as_json:
        data: dict[str, Any] = {name: as_data(each) for name, each in found.items()}
        if rules:
            data["rules"] = [record._asdict() for record in rule_records(examples)]
        typer.echo(json.dumps(data, indent=1))
        return
    how = (
        "with the packaged weights"
        if left_out is None
        else f"each fold of {left_out} scored by weights fitted without it"
    )
    typer.echo(f"Agreement {how}\n")
    for name, each in found.items():
        typer.echo(as_table(name, each) + "\n")
    if rules:
        for record in rule_records(examples):
            typer.echo(str(record))


def fit(
    files: Annotated[
        list[Path], typer.Argument(help="JSONL files of labelled responses.", exists=True, dir_okay=False)
    ],
    unread: Annotated[
        list[Path] | None,
        typer.Option(help="More labelled responses, which no author of rules has read: they decide the thresholds."),
    ] = None,
    output: Annotated[Path | None, typer.Option(help="Where to write; the packaged weights.yaml if not given.")] = None,
) -> None:
    """Fit the weights of the scorer to human labels and write weights.yaml. Needs SciPy."""
    from attune_trainer.evaluate.items import read_items
    from attune_trainer.evaluate.judge import prepare
    from attune_trainer.scoring.load import WEIGHTS_FILE
    from attune_trainer.scoring.save import as_yaml

    try:
        from attune_trainer.evaluate.fitting import fit as fit_weights
    except ImportError as error:
        raise AttuneError("fit needs SciPy: pip install -r requirements-dev.txt") from error
    fresh = read_items(unread or [])
    weights = fit_weights(prepare([*read_items(files), *fresh]), unread={item.id for item in fresh})
    target = output or WEIGHTS_FILE
    target.write_text(as_yaml(weights), encoding="utf-8")
    typer.echo(f"{len(weights.rows)} weights written to {target}")


def _lines(file: str) -> Iterable[str]:
    if file == "-":
        return sys.stdin
    try:
        return Path(file).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise AttuneError(f"{file}: expected a JSONL file in UTF-8; {error}") from error


def _request(raw: object) -> tuple[str, str, Heard]:
    """Return (id, response, prepared statement) of one line.

    Raises:
        ValueError: a key is missing or of the wrong type; the message never quotes what somebody wrote.
    """
    from attune_trainer.scoring import hear

    if not isinstance(raw, dict):
        raise ValueError("expected an object with id and response")  # noqa: TRY004 - told like any other bad line
    texts = {}
    for key in ("id", "response", "statement", "context", "hope", "relationship"):
        value = raw.get(key)
        if key in {"id", "response"} and value is None:
            raise ValueError(f"{key}: missing")
        if value is not None and not isinstance(value, str) and not (key == "id" and isinstance(value, int)):
            raise ValueError(f"{key}: expected text, found {type(value).__name__}")
        texts[key] = "" if value is None else str(value)
    lists: dict[str, tuple[str, ...]] = {}
    for key in ("feelings", "events"):
        value = raw.get(key) or []
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise ValueError(f"{key}: expected a list of texts")
        lists[key] = tuple(value)
    statement = texts["statement"] or texts["context"]
    heard = hear(statement, lists["feelings"], texts["hope"] or None, lists["events"], texts["relationship"])
    return texts["id"], texts["response"], heard


def _answer(name: str, assessment: Assessment) -> dict[str, Any]:
    return {
        "id": name,
        "present": sorted(assessment.present),
        "strengths": {str(label): round(strength, 4) for label, strength in assessment.strengths.items()},
        "reading": assessment.reading,
        "depth": assessment.depth,
        "points": assessment.points,
        "care": assessment.care,
        "findings": [
            {
                "rule": each.rule,
                "move": each.move,
                "label": each.label,
                "start": each.span.start,
                "end": each.span.end,
                "certainty": each.certainty,
            }
            for each in assessment.findings
        ],
    }

"""Say what pydantic refused in the words and at the place of the file's author."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel

from attune_trainer.errors import Problem
from attune_trainer.yaml_source import describe, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from attune_trainer.yaml_source import Source

_MOST = 50
_QUOTED = re.compile(r"'([^']+)'")
_WORDINGS = {
    "missing": "expected this key, found nothing: add it",
    "value_error": "{error}",
    "string_type": "expected text, found {found}{in_quotes}",
    "int_type": "expected a whole number, found {found}",
    "tuple_type": "expected a list, found {found}",
    "model_type": "expected keys and values, found {found}",
    "enum": "expected {choices}; found {found}{close}",
    "literal_error": "expected {choices}; found {found}{close}",
    "string_pattern_mismatch": "expected {form}, found {found}",
    "string_too_short": "expected text, found none",
    "string_too_long": "expected at most {max_length} characters, found {length}: make it shorter",
    "too_short": "expected at least {min_length}, found {actual_length}",
    "too_long": "expected at most {max_length}, found {actual_length}",
    "greater_than_equal": "expected {ge} or more, found {found}",
    "less_than_equal": "expected {le} or less, found {found}",
}
_FORMS = {
    "id": "pack/name in small letters, digits and underscores",
    "language": "a language code such as 'en' or 'pt-BR'",
}


def invalid(error: ValidationError, source: Source, model: type[BaseModel]) -> list[Problem]:
    """Return a problem for everything `error` found when `source` was read as `model`; of very many, the first."""
    details = [detail for detail in error.errors(include_url=False) if not _is_echo(detail)]
    problems = [_problem(detail, source, model) for detail in details[:_MOST]]
    if len(details) > _MOST:
        problems.append(
            Problem(source.path, 0, 0, f"{len(details) - _MOST:,} more problems than are listed here: mend these first")
        )
    return problems


def _is_echo(detail: ErrorDetails) -> bool:
    """Say whether a list is only too short for pydantic, which does not count the items it refused."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _problem(detail: ErrorDetails, source: Source, model: type[BaseModel]) -> Problem:
    keys = detail["loc"]
    if detail["type"] == "extra_forbidden":
        known = _keys_at(model, keys[:-1])
        close = did_you_mean(str(keys[-1]), known)
        message = f"expected only keys that are known here ({', '.join(known)}), found {describe(keys[-1])}{close}"
        return Problem(source.path, *source.key_position(*keys), f"{_dotted(keys)}: {message}")
    message = f"{_dotted(keys)}: {_wording(detail)}" if keys else _wording(detail)
    return source.problem(message, *keys)


def _wording(detail: ErrorDetails) -> str:
    """Return `expected …, found …` for one of pydantic's errors."""
    value, context = detail["input"], detail.get("ctx", {})
    choices = _QUOTED.findall(str(context.get("expected", "")))
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return _WORDINGS.get(detail["type"], "expected something else ({said}), found {found}").format(
        **context,
        said=detail["msg"],
        found=describe(value),
        in_quotes=": put it in quotes" if is_number else "",
        choices=("one of " if len(choices) > 1 else "") + ", ".join(choices),
        close=did_you_mean(value, choices) if isinstance(value, str) else "",
        form=_FORMS.get(str(detail["loc"][-1]) if detail["loc"] else "", "another form"),
        length=len(value) if isinstance(value, str) else 0,
    )


def _dotted(keys: Sequence[str | int]) -> str:
    """Return `options[2].say`, counting from 1 as people do."""
    dotted = "".join(f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in keys)
    return dotted.removeprefix(".")


def _keys_at(model: type[BaseModel], keys: Sequence[str | int]) -> list[str]:
    """Return the keys of the model found at `keys` inside `model`."""
    for key in keys:
        if isinstance(key, str) and key in model.model_fields:
            model = _model_in(model.model_fields[key].annotation) or model
    return list(model.model_fields)


def _model_in(annotation: object) -> type[BaseModel] | None:
    """Return the model that `annotation` is, or holds as `tuple[Option, ...]` and `Landing | None` do."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for inner in get_args(annotation) if (model := _model_in(inner))), None)

"""
OSCAL in YAML, put together from its events.

Every value is taken as text, so that a version such as 1.10 stays what it is. The package's own way of building a tree
calls itself for each level, and a file of brackets makes it fail hard; events cost no depth.
"""

from __future__ import annotations

from typing import Any

from attrs import Factory, define

from ._oscal_file import NotReadableError

try:
    import yaml
except ModuleNotFoundError:
    yaml = None

_HOW = "reading YAML needs one more package; install it with: python -m pip install 'readiness[yaml]'"
_DEEPEST = 200
_NOTHING = object()


def yaml_tree(text: str) -> Any:
    """
    Return the tree of a YAML *text*.

    Raises:
        NotReadableError: it is not well formed, uses references, or the package that reads YAML is not installed.
    """
    if yaml is None:
        raise NotReadableError(f"{_HOW}; or convert the file to JSON")
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = error.problem or error.context or "it is not well formed"
        raise NotReadableError(f"not valid YAML: {said}", mark.line + 1 if mark else None) from None
    except yaml.YAMLError as error:
        raise NotReadableError(f"not valid YAML: {str(error).partition(chr(10))[0]}") from None
    return builder.root


@define
class _Builder:
    """The tree so far; the lists and objects that are open, innermost last, each with the key it waits to fill."""

    root: Any = None
    documents: int = 0
    open: list[Any] = Factory(list)
    keys: list[Any] = Factory(list)

    def take(self, event: Any) -> None:
        """Take the next event."""
        if isinstance(event, yaml.ScalarEvent):
            self._put(event.value, event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._begin({} if isinstance(event, yaml.MappingStartEvent) else [], event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.open.pop()
            self.keys.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise _wrong("it uses the references of YAML (&name and *name), which OSCAL does not; write it out", event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _wrong("a second document begins here; keep one", event)

    def _begin(self, container: Any, event: Any) -> None:
        if len(self.open) >= _DEEPEST:
            raise _wrong("it is nested too deeply", event)
        self._put(container, event)
        self.open.append(container)
        self.keys.append(_NOTHING)

    def _put(self, value: Any, event: Any) -> None:
        if not self.open:
            self.root = value
        elif isinstance(self.open[-1], list):
            self.open[-1].append(value)
        elif self.keys[-1] is not _NOTHING:
            self.open[-1][self.keys[-1]] = value
            self.keys[-1] = _NOTHING
        elif not isinstance(value, str):
            raise _wrong("a key has to be text", event)
        elif value in self.open[-1]:
            raise _wrong(f"the key {value!r} is given twice, so one of the two would be lost", event)
        else:
            self.keys[-1] = value


def _wrong(message: str, event: Any) -> NotReadableError:
    return NotReadableError(f"not valid YAML: {message}", event.start_mark.line + 1)

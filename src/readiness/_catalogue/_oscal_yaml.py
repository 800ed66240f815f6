"""OSCAL in YAML. Every value is taken as text, so that a version such as 1.10 stays what it is."""

from __future__ import annotations

from typing import Any

from ._oscal_file import NotReadableError

try:
    import yaml
except ModuleNotFoundError:
    yaml = None

_HOW = "reading YAML needs one more package; install it with: python -m pip install 'readiness[yaml]'"


def yaml_tree(text: str) -> Any:
    """
    Return the tree of a YAML *text*.

    Raises:
        NotReadableError: it is not well formed, uses references, or the package that reads YAML is not installed.
    """
    if yaml is None:
        raise NotReadableError(f"{_HOW}; or convert the file to JSON")
    try:
        tree = yaml.load(text, Loader=_loader())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = error.problem or error.context or "it is not well formed"
        raise NotReadableError(f"not valid YAML: {said}", mark.line + 1 if mark else None) from None
    except yaml.YAMLError as error:
        raise NotReadableError(f"not valid YAML: {str(error).partition(chr(10))[0]}") from None
    except RecursionError:
        raise NotReadableError("not valid YAML: it is nested too deeply") from None
    if _refers_to_itself(tree):
        raise NotReadableError("uses the references of YAML (&name and *name), which OSCAL does not; write it out")
    return tree


def _loader() -> Any:
    """Return the quick loader where there is one, taught to refuse a key given twice."""
    base: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

    class Loader(base):  # type: ignore[misc] # its base is known at run time only
        def construct_mapping(self, node: Any, deep: bool = False) -> Any:
            tree = super().construct_mapping(node, deep=deep)
            if len(tree) < len(node.value):
                raise yaml.constructor.ConstructorError(None, None, "a key is given twice", node.start_mark)
            return tree

    return Loader


def _refers_to_itself(tree: Any) -> bool:
    """Return whether an object is met twice: a small file could stand for an endless one."""
    seen: set[int] = set()
    waiting = [tree]
    while waiting:
        one = waiting.pop()
        if not isinstance(one, dict | list) or not one:
            continue
        if id(one) in seen:
            return True
        seen.add(id(one))
        waiting += one.values() if isinstance(one, dict) else one
    return False

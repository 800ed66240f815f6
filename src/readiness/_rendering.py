"""Choose what writes a profile: a format by its name, with somebody's own template if there is one."""

from __future__ import annotations

import os
from pathlib import Path

from readiness._registry import renderers
from readiness.exceptions import InputError, Problem
from readiness.model import Renderer


def renderer_of(format: str, template: str | os.PathLike[str] | None = None) -> Renderer:  # noqa: A002 - the word users know
    """
    Return what writes profiles in a format, with somebody's own Word document as a template if there is one.

    Raises:
        PluginError: there is no such format.
        InputError: the template cannot be used, or not for this format.
    """
    if template is None:
        renderer: Renderer = renderers.made(format)
        return renderer
    if format != "docx":
        raise InputError([Problem(str(template), f"a template is for Word documents (.docx), not for {format}")])
    from readiness._renderers import _docx, _docx_template  # noqa: PLC0415 - only who has a template pays for it

    try:
        with Path(template).open("rb") as file:
            data = file.read(_docx_template.LARGEST + 1)
    except OSError as error:
        message = f"the template cannot be opened: {error.strerror or error}"
        raise InputError([Problem(str(template), message)]) from None
    return _docx.DocxRenderer(_docx_template.template(data, str(template)))

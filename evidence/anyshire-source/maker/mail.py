"""Letters by mail, written line by line so that no library's taste changes a byte."""

from __future__ import annotations

import base64
from collections.abc import Mapping

from .model import ORGANISATION, Source
from .plain import txt_lines

_BOUNDARY = "----=_NextPart_000_0012_01C98AE4.5B2F7A10"
_TYPES = {"rtf": "application/rtf", "txt": "text/plain", "csv": "text/csv"}


def mail(source: Source, attachments: Mapping[str, bytes]) -> bytes:
    """Return *source* as a letter with *attachments* by name."""
    more = source.more
    lines = [
        f"Received: from mail.{more['from_host']} by mailhub.anyshire.example; {more['received']}",
        f"From: {more['from']}",
        f"To: {more['to']}",
        *([f"Cc: {more['cc']}"] if "cc" in more else []),
        f"Subject: {source.title}",
        f"Date: {more['date']}",
        f"Message-ID: <{more['message_id']}>",
        "MIME-Version: 1.0",
        f'Content-Type: multipart/mixed; boundary="{_BOUNDARY}"',
        "X-Mailer: Microsoft Office Outlook 11",
        "",
        "This is a multi-part message in MIME format.",
        "",
        f"--{_BOUNDARY}",
        'Content-Type: text/plain; charset="us-ascii"',
        "Content-Transfer-Encoding: 7bit",
        "",
        *txt_lines(source),
        "--",
        f"{ORGANISATION} mail gateway. {source.footer}",
        "",
    ]
    for name, data in attachments.items():
        kind = _TYPES[name.rpartition(".")[2]]
        lines += [
            "",
            f"--{_BOUNDARY}",
            f'Content-Type: {kind}; name="{name}"',
            "Content-Transfer-Encoding: base64",
            f'Content-Disposition: attachment; filename="{name}"',
            "",
            *base64.encodebytes(data).decode("ascii").splitlines(),
        ]
    return "\r\n".join([*lines, "", f"--{_BOUNDARY}--", ""]).encode("ascii")

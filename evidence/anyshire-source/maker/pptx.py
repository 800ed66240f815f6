"""PowerPoint presentations, with a master, a layout and the notes of the speaker."""

from __future__ import annotations

from .model import Source
from .opc import OFFICE, office_file, relations
from .packing import XML, esc
from .slides import Slide, slides_of

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_SPACES = f'xmlns:a="{_A}" xmlns:r="{OFFICE}" xmlns:p="{_P}"'
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F3A5F", "lt2": "D9E2EC", "accent1": "1F3A5F", "accent2": "4F81BD",
    "accent3": "9BBB59", "accent4": "8064A2", "accent5": "4BACC6", "accent6": "F79646", "hlink": "0000FF",
    "folHlink": "800080",
}  # fmt: skip
_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_SAME_MAP = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_TITLE = ("title", (457200, 274638, 8229600, 1143000))
_BODY = ('body" idx="1', (457200, 1600200, 8229600, 4525963))
_FOOT = ('ftr" idx="2" sz="quarter', (457200, 6400800, 8229600, 320000))
_NOTES = ('body" idx="1', (685800, 4343400, 5486400, 4114800))


def pptx(source: Source) -> bytes:
    """Return *source* as a presentation."""
    slides = slides_of(source)
    numbers = range(1, len(slides) + 1)
    spoken = {number: position for position, number in enumerate((n for n in numbers if slides[n - 1].notes), start=1)}
    parts = _frame_of_file(len(slides))
    for number, slide in zip(numbers, slides, strict=True):
        parts[f"ppt/slides/slide{number}.xml"] = _slide(slide, source)
        leads = [("slideLayout", "../slideLayouts/slideLayout1.xml")]
        if number in spoken:
            name = f"notesSlides/notesSlide{spoken[number]}.xml"
            leads.append(("notesSlide", f"../{name}"))
            parts[f"ppt/{name}"] = _notes(slide)
            parts[f"ppt/notesSlides/_rels/notesSlide{spoken[number]}.xml.rels"] = relations(
                ("notesMaster", "../notesMasters/notesMaster1.xml"), ("slide", f"../slides/slide{number}.xml")
            )
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = relations(*leads)
    types = {name: _type_of(name) for name in parts if "/_rels/" not in name}
    return office_file(source, "ppt/presentation.xml", parts, types, "Microsoft Office PowerPoint")


def _type_of(name: str) -> str:
    kind = name.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")
    if kind == "theme":
        return _THEME_TYPE
    return f"{_TYPE}.presentation.main+xml" if kind == "presentation" else f"{_TYPE}.{kind}+xml"


def _frame_of_file(count: int) -> dict[str, str]:
    """Return everything but the slides: the list of them, the masters, the layout and the themes."""
    ids = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in range(1, count + 1))
    master, notes = f"rId{count + 1}", f"rId{count + 2}"
    master_shapes = _shape(2, "Title", _TITLE, ["Title"]) + _shape(3, "Text", _BODY, ["Text"])
    layout_shapes = _shape(2, "Title", _TITLE, ["Title"]) + _shape(3, "Content", _BODY, ["Text"])
    return {
        "ppt/presentation.xml": f'{XML}<p:presentation {_SPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" '
        f'r:id="{master}"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes}"/></p:notesMasterIdLst>'
        f'<p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx="9144000" cy="6858000" type="screen4x3"/>'
        '<p:notesSz cx="6858000" cy="9144000"/></p:presentation>',
        "ppt/_rels/presentation.xml.rels": relations(
            *(("slide", f"slides/slide{n}.xml") for n in range(1, count + 1)),
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("theme", "theme/theme1.xml"),
        ),
        "ppt/slideMasters/slideMaster1.xml": f"{XML}<p:sldMaster {_SPACES}>{_tree(master_shapes)}{_MAP}"
        '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>'
        f"{_text_styles()}</p:sldMaster>",
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
            ("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")
        ),
        "ppt/slideLayouts/slideLayout1.xml": f'{XML}<p:sldLayout {_SPACES} type="obj">{_tree(layout_shapes)}{_SAME_MAP}'
        "</p:sldLayout>",
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": relations(("slideMaster", "../slideMasters/slideMaster1.xml")),
        "ppt/notesMasters/notesMaster1.xml": f"{XML}<p:notesMaster {_SPACES}>"
        f"{_tree(_shape(2, 'Notes', _NOTES, ['Notes']))}{_MAP}</p:notesMaster>",
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relations(("theme", "../theme/theme2.xml")),
        "ppt/theme/theme1.xml": _theme(),
        "ppt/theme/theme2.xml": _theme(),
    }


def _slide(slide: Slide, source: Source) -> str:
    shapes = (
        _shape(2, "Title", _TITLE, [slide.title])
        + _shape(3, "Content", _BODY, list(slide.points))
        + _shape(4, "Footer", _FOOT, [source.footer], size=1000)
    )
    return f"{XML}<p:sld {_SPACES}>{_tree(shapes)}{_SAME_MAP}</p:sld>"


def _notes(slide: Slide) -> str:
    return f"{XML}<p:notes {_SPACES}>{_tree(_shape(2, 'Notes', _NOTES, list(slide.notes)))}{_SAME_MAP}</p:notes>"


def _tree(shapes: str) -> str:
    return f"<p:cSld><p:spTree>{_GROUP}{shapes}</p:spTree></p:cSld>"


def _shape(
    number: int, name: str, place: tuple[str, tuple[int, int, int, int]], lines: list[str], size: int = 0
) -> str:
    """Return a box of text that takes its look from the box of the same kind on the master."""
    kind, (left, top, width, height) = place
    look = f'<a:rPr lang="en-GB" sz="{size}"/>' if size else '<a:rPr lang="en-GB"/>'
    words = "".join(f"<a:p><a:r>{look}<a:t>{esc(line)}</a:t></a:r></a:p>" for line in lines) or "<a:p/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name} {number}"/><p:cNvSpPr/><p:nvPr><p:ph type="{kind}"/>'
        f'</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody></p:sp>"
    )


def _text_styles() -> str:
    fill = '<a:solidFill><a:schemeClr val="{}"/></a:solidFill><a:latin typeface="Arial"/>'
    title = f'<a:lvl1pPr algn="l"><a:defRPr sz="3200" b="1">{fill.format("tx2")}</a:defRPr></a:lvl1pPr>'
    bullet = '<a:spcBef><a:spcPts val="600"/></a:spcBef><a:buFont typeface="Arial"/><a:buChar char="\N{BULLET}"/>'
    look = f'{bullet}<a:defRPr sz="2200">{fill.format("tx1")}</a:defRPr>'
    body = f'<a:lvl1pPr marL="342900" indent="-342900">{look}</a:lvl1pPr>'
    other = '<a:lvl1pPr><a:defRPr sz="1800"/></a:lvl1pPr>'
    return (
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles>"
    )


def _theme() -> str:
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{XML}<a:theme xmlns:a="{_A}" name="Anyshire"><a:themeElements><a:clrScheme name="Anyshire">{colours}'
        f'</a:clrScheme><a:fontScheme name="Anyshire"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}'
        f'</a:minorFont></a:fontScheme><a:fmtScheme name="Anyshire"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )

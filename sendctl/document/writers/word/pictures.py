"""Pictures: SVG drawn as PNG by Typst, which needs no system library and no font of the machine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from importlib.resources import as_file, files
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from sendctl.document.model import Logo
from sendctl.document.writers.problem import CannotWrite
from sendctl.document.writers.word.paper import Room
from sendctl.document.writers.word.wml import EMU_PER_TWIP, Xml, picture

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.image.image import Image

_DOTS_PER_INCH: Final = 160
"""Of the drawing at its own size; a wide one is made smaller to fit the page and so gets finer."""

_EMU_PER_INCH: Final = 914400
_FIRST: Final = 1001
"""Pictures in a council's header have small numbers, and no two may have the same one."""

_TYPST: Final = (
    b'#set text(font: "Liberation Sans")\n'
    b"#set page(width: auto, height: auto, margin: 0pt, fill: white)\n"
    b'#for svg in json(bytes(sys.inputs.svgs)) { page(image(bytes(svg), format: "svg")) }\n'
)

LOGO_ROOM: Final = Room(3400, 1400)
"""How large a logo is at most: 6 by 2.5 cm."""


def pngs(svgs: Sequence[str]) -> list[bytes]:
    """Pictures as PNG, all in one run of Typst; the same bytes every time.

    Raises:
        CannotWrite: one of them cannot be drawn.
    """
    import typst  # noqa: PLC0415 - only those who write Word files

    if not svgs:
        return []
    with as_file(files("sendctl.document.writers.pdf").joinpath("fonts")) as folder:
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(folder)])
        try:
            # Its types know of one page only.
            made: Any = typst.compile(
                _TYPST,
                font_paths=fonts,
                format="png",
                ppi=float(_DOTS_PER_INCH),
                sys_inputs={"svgs": json.dumps(svgs)},
            )
        except typst.TypstError as error:
            raise CannotWrite(f"A picture cannot be drawn: {error.message}") from error
    # Typst gives one page as it is, several as a list.
    return made if isinstance(made, list) else [made]


class Pictures:
    """Puts pictures into a Word file, one that is shown twice only once.

    Made with all the drawings that the file will need: to draw them one by one takes longer.
    """

    def __init__(self, word: WordDocument, svgs: Iterable[str]) -> None:
        self._part = word.part
        wanted = [svg for svg in dict.fromkeys(svgs) if svg]
        self._drawn = dict(zip(wanted, pngs(wanted), strict=True))
        self._number = _FIRST

    @property
    def in_header(self) -> bool:
        """Whether a header of the council's own file holds a picture already."""
        return any(
            relation.reltype.endswith("/image")
            for header in self._part.rels.values()
            if header.reltype.endswith("/header")
            for relation in header.target_part.rels.values()
        )

    def draw(self, svg: str, alt: str, room: Room) -> Xml:
        """A drawing, no larger than the room for it."""
        if svg not in self._drawn:
            (self._drawn[svg],) = pngs([svg])
        return self._place(self._drawn[svg], alt, room)

    def logo(self, logo: Logo) -> Xml:
        """The logo, small."""
        if logo.kind == "svg":
            return self.draw(logo.content.decode(), logo.alt, LOGO_ROOM)
        return self._place(logo.content, logo.alt, LOGO_ROOM)

    def _place(self, content: bytes, alt: str, room: Room) -> Xml:
        relation, image = self._part.get_or_add_image(BytesIO(content))
        width, height = _size(image, room)
        number, self._number = self._number, self._number + 1
        return picture(relation, number, alt, width, height)


def _size(image: Image, room: Room) -> tuple[int, int]:
    """In EMU: the picture's own size, or what of that fits."""
    width = _EMU_PER_INCH * image.px_width // image.horz_dpi
    height = _EMU_PER_INCH * image.px_height // image.vert_dpi
    share = min(1, room.width * EMU_PER_TWIP / width, room.height * EMU_PER_TWIP / height)
    return round(width * share), round(height * share)

"""Draws the page for a doctor: as PDF, and on paper.

Letters are as large as one page allows; what does not fit flows to another page and nothing is ever cut. Nothing is
written here but what is handed back: who saves it decides where.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QApplication

from massage_companion.ui.report.density import Density
from massage_companion.ui.report.letter import letter
from massage_companion.ui.report.letter_log import CHART
from massage_companion.ui.report.letter_slip import BOX
from massage_companion.ui.report.sheet import Sheet
from massage_companion.ui.theme_colours import LIGHT
from massage_companion.ui.trends.painting import paint_chart

MARGIN_MM: Final = 18.0
POINTS: Final = (10.5, 10.25, 10.0, 9.75, 9.5, 9.25, 9.0, 8.75, 8.5)
"""Sizes of the text, the largest first. The largest that needs no page more than the smallest is taken."""

MOST_SHEETS: Final = 2
"""What a doctor reads; where there is more to tell, it is told more closely."""

_FOOT_POINTS: Final = 8.0
_CHART_POINTS: Final = 8.0

PAGE: Final = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4),
    QPageLayout.Orientation.Portrait,
    QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM),
    QPageLayout.Unit.Millimeter,
)


class DrawingError(Exception):
    """The device cannot be drawn on: a printer that is gone, for one."""


def pdf_of(sheet: Sheet) -> bytes:
    """The PDF. Needs a QApplication, whose letters it is written in."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(PAGE)
    writer.setTitle(f"{sheet.report.title} · {sheet.report.footer}")
    writer.setCreator(QApplication.applicationDisplayName())
    draw(sheet, writer)
    return bytes(buffer.data().data())


def write_pdf(sheet: Sheet, path: Path, write: Callable[[Path, bytes], None]) -> None:
    """The PDF as a file; ``write`` puts it there whole or raises, and decides nothing else."""
    write(path, pdf_of(sheet))


def draw(sheet: Sheet, device: QPagedPaintDevice) -> None:
    """Draw all pages on a device whose page is already set. Raises DrawingError."""
    document = best_fit(sheet, device)
    painter = QPainter()
    if not painter.begin(device):
        raise DrawingError
    size = document.pageSize()
    total = document.pageCount()
    for number in range(total):
        if number and not device.newPage():
            raise DrawingError
        painter.save()
        painter.translate(0, -number * size.height())
        document.drawContents(painter, QRectF(QPointF(0, number * size.height()), size))
        _draw_chart(painter, sheet, document, number)
        painter.restore()
        if total > 1:
            _draw_foot(painter, sheet, number + 1, total)
    painter.end()


def _draw_chart(painter: QPainter, sheet: Sheet, document: QTextDocument, page: int) -> None:
    """The chart, as lines and not as a picture, where the text has left room for it on this page."""
    place = chart_place(document)
    if sheet.chart is not None and place is not None and int(place.top() // document.pageSize().height()) == page:
        painter.setFont(_font(_CHART_POINTS))
        paint_chart(painter, place, sheet.chart)


def chart_place(document: QTextDocument) -> QRectF | None:
    """Where the text has left room for the chart."""
    block = document.begin()
    while block.isValid():
        form = block.begin().fragment().charFormat() if not block.begin().atEnd() else None
        if form is not None and form.isImageFormat() and form.toImageFormat().name() == CHART:
            return document.documentLayout().blockBoundingRect(block)
        block = block.next()
    return None


def _draw_foot(painter: QPainter, sheet: Sheet, number: int, total: int) -> None:
    """Whose sheet this is and which, in the margin: sheets get parted."""
    device = painter.device()
    painter.setFont(_font(_FOOT_POINTS))
    painter.setPen(QColor(LIGHT.muted))
    text = f"{sheet.report.footer} · {sheet.report.page.format(number=number, total=total)}"
    space = painter.fontMetrics().height()
    foot = QRectF(0, device.height() + space, device.width(), 2 * space)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, text)


def best_fit(sheet: Sheet, device: QPagedPaintDevice) -> QTextDocument:
    """The largest text that needs no sheet more than the smallest does, and roomy if that needs none more either.

    It is set more closely only where it would not fit on two sheets.
    """
    density, fewest = _closeness(sheet, device)
    if density is Density.PLAIN:
        roomy = _laid_out(sheet, device, POINTS[0], Density.ROOMY)
        if roomy.pageCount() <= fewest:
            return roomy
    for points in POINTS:
        document = _laid_out(sheet, device, points, density)
        if document.pageCount() <= fewest:
            return document
    raise AssertionError("the smallest text needs as many sheets as itself")


def _closeness(sheet: Sheet, device: QPagedPaintDevice) -> tuple[Density, int]:
    """How closely it has to be set, and on how many sheets that fits at the least."""
    fewest = 0
    for density in (Density.PLAIN, Density.DENSE, Density.TIGHT):
        fewest = _laid_out(sheet, device, POINTS[-1], density).pageCount()
        if fewest <= MOST_SHEETS:
            return density, fewest
    return Density.TIGHT, fewest


def _laid_out(sheet: Sheet, device: QPagedPaintDevice, points: float, density: Density) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(_font(points))
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    document.documentLayout().setPaintDevice(device)
    document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(BOX), _empty_box())
    document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(CHART), _nothing())
    document.setHtml(letter(sheet.report, points, density, charted=sheet.chart is not None))
    document.setPageSize(QSizeF(device.width(), device.height()))
    _keep_together(document)
    return document


def _keep_together(document: QTextDocument) -> None:
    """Begin a new page before a part that would be torn, if it fits on one page at all."""
    height = document.pageSize().height()
    for part in document.rootFrame().childFrames():
        rect = document.documentLayout().frameBoundingRect(part)
        torn = int(rect.top() // height) != int((rect.bottom() - 1) // height)
        if torn and rect.height() < height:
            form = part.frameFormat()
            form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            part.setFrameFormat(form)


def _font(points: float) -> QFont:
    """The letters of the program, which have Chinese characters in their mainland forms."""
    font = QFont(QApplication.font())
    font.setPointSizeF(points)
    return font


def _nothing(side: int = 1) -> QImage:
    """A picture in which nothing is seen."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _empty_box() -> QImage:
    image = _nothing(96)
    painter = QPainter(image)
    painter.setPen(QPen(QColor(LIGHT.text), 8))
    painter.drawRect(8, 8, 80, 80)
    painter.end()
    return image

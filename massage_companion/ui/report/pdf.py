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

from massage_companion.companion.report import ResultReport
from massage_companion.ui.report.letter import letter
from massage_companion.ui.report.letter_slip import BOX
from massage_companion.ui.theme_colours import LIGHT

MARGIN_MM: Final = 18.0
POINTS: Final = (10.5, 10.25, 10.0, 9.75, 9.5, 9.25, 9.0, 8.75, 8.5)
"""Sizes of the text, the largest first. The largest that needs no page more than the smallest is taken."""

_FOOT_POINTS: Final = 8.0

PAGE: Final = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4),
    QPageLayout.Orientation.Portrait,
    QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM),
    QPageLayout.Unit.Millimeter,
)


class DrawingError(Exception):
    """The device cannot be drawn on: a printer that is gone, for one."""


def pdf_of(report: ResultReport) -> bytes:
    """The PDF. Needs a QApplication, whose letters it is written in."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(PAGE)
    writer.setTitle(f"{report.title} · {report.footer}")
    writer.setCreator(QApplication.applicationDisplayName())
    draw(report, writer)
    return bytes(buffer.data().data())


def write_pdf(report: ResultReport, path: Path, write: Callable[[Path, bytes], None]) -> None:
    """The PDF as a file; ``write`` puts it there whole or raises, and decides nothing else."""
    write(path, pdf_of(report))


def draw(report: ResultReport, device: QPagedPaintDevice) -> None:
    """Draw all pages on a device whose page is already set. Raises DrawingError."""
    document = best_fit(report, device)
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
        painter.restore()
        if total > 1:
            _draw_foot(painter, report, number + 1, total)
    painter.end()


def _draw_foot(painter: QPainter, report: ResultReport, number: int, total: int) -> None:
    """Whose sheet this is and which, in the margin: sheets get parted."""
    device = painter.device()
    painter.setFont(_font(_FOOT_POINTS))
    painter.setPen(QColor(LIGHT.muted))
    text = f"{report.footer} · {report.page.format(number=number, total=total)}"
    space = painter.fontMetrics().height()
    foot = QRectF(0, device.height() + space, device.width(), 2 * space)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, text)


def best_fit(report: ResultReport, device: QPagedPaintDevice) -> QTextDocument:
    """The largest text that needs no sheet more than the smallest does, and roomy if that needs none more either."""
    fewest = _laid_out(report, device, POINTS[-1]).pageCount()
    roomy = _laid_out(report, device, POINTS[0], roomy=True)
    if roomy.pageCount() <= fewest:
        return roomy
    for points in POINTS:
        document = _laid_out(report, device, points)
        if document.pageCount() <= fewest:
            return document
    raise AssertionError("the smallest text needs as many sheets as itself")


def _laid_out(report: ResultReport, device: QPagedPaintDevice, points: float, roomy: bool = False) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(_font(points))
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    document.documentLayout().setPaintDevice(device)
    document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(BOX), _empty_box())
    document.setHtml(letter(report, points, roomy))
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


def _empty_box() -> QImage:
    image = QImage(96, 96, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setPen(QPen(QColor(LIGHT.text), 8))
    painter.drawRect(8, 8, 80, 80)
    painter.end()
    return image

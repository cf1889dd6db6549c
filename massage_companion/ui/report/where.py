"""Asks where a file shall go. It writes nothing, and warns before an older file is replaced."""

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget


class FileKind(Struct, frozen=True):
    """What is to be saved: the words above the dialog, the name proposed, its ending and what such files are called."""

    title: str
    name: str
    ending: str
    files: str


def ask_where(parent: QWidget, kind: FileKind) -> Path | None:
    """The place that the person chose; ``None`` where they changed their mind."""
    dialog = QFileDialog(parent, kind.title, _start_folder(), kind.files)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(kind.ending)
    dialog.selectFile(kind.name)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return next((Path(name) for name in dialog.selectedFiles()), None)


def _start_folder() -> str:
    """Where documents are kept; the home folder where there is no such place."""
    places = QStandardPaths.StandardLocation
    documents = QStandardPaths.writableLocation(places.DocumentsLocation)
    return documents if Path(documents).is_dir() else QStandardPaths.writableLocation(places.HomeLocation)

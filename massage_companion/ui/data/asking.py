"""Which file, which folder: the questions that the desktop's own dialogs ask. Nothing is written here."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget


def ask_for_file(parent: QWidget, title: str, files: str) -> Path | None:
    """An existing file; ``None`` where the person changed their mind. ``files`` is what such files are called."""
    dialog = QFileDialog(parent, title, _documents(), files)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _chosen(dialog)


def ask_for_folder(parent: QWidget, title: str, now: str) -> Path | None:
    """An existing folder; ``None`` where the person changed their mind."""
    dialog = QFileDialog(parent, title, now or _documents())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    return _chosen(dialog)


def _chosen(dialog: QFileDialog) -> Path | None:
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return next((Path(name) for name in dialog.selectedFiles()), None)


def _documents() -> str:
    places = QStandardPaths.StandardLocation
    documents = QStandardPaths.writableLocation(places.DocumentsLocation)
    return documents if Path(documents).is_dir() else QStandardPaths.writableLocation(places.HomeLocation)

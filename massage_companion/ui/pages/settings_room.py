"""The settings page with the part about backups, export and deleting."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from massage_companion.companion.household import Person, Settings
from massage_companion.companion.ports import StoreError
from massage_companion.ui.data.controller import Asking, DataController
from massage_companion.ui.data.part import DataPart
from massage_companion.ui.pages.room import Floor
from massage_companion.ui.settings.part import Offers
from massage_companion.ui.settings.screen import SettingsScreen


class SettingsRoom(QObject):
    """Fulfils ``Room``."""

    def __init__(self, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        parts = floor.parts
        offers = Offers(parts.desk.has_tray, parts.desk.has_small_window(), parts.guessed_country())
        self._screen = SettingsScreen(floor.words, parts.store.settings(), None, offers)
        self._screen.changed.connect(floor.wishes.settings_chosen)
        self._screen.person_changed.connect(self._keep_person)
        self._screen.sound_test_wanted.connect(self._play)
        parts.desk.sound_known.connect(self._say_sound)
        parts.desk.tray_changed.connect(self._tray_changed)
        self._person: Person | None = None
        self._data: DataController | None = None
        self._part: DataPart | None = None

    @property
    def data(self) -> DataController | None:
        """What leads the part about backups, once it was shown."""
        return self._data

    def shown(self, person: Person) -> QWidget:
        """The page, up to date for this person."""
        self._person = person
        settings = self._floor.parts.store.settings()
        self._screen.show_for(settings, person)
        self._floor.parts.desk.look()
        self._say_sound(self._floor.parts.desk.sound_works())
        if self._data is None:
            self._make_data(person, settings)
        return self._screen

    def _say_sound(self, works: bool | None) -> None:
        if works is not None:
            self._screen.say_sound(works)

    def _tray_changed(self, there: bool) -> None:
        self._screen.show_for(self._floor.parts.store.settings(), self._person)

    def take_focus(self) -> None:
        """Put the keyboard on the page."""
        self._screen.setFocus()

    def _play(self, sound: str, volume: int) -> None:
        self._floor.parts.bell.play(0, volume, sound)

    def _keep_person(self, person: Person) -> None:
        try:
            self._floor.parts.store.keep_person(person)
        except StoreError as error:
            self._floor.wishes.failed.emit(error)
        else:
            self._floor.wishes.person_changed.emit()

    def _make_data(self, person: Person, settings: Settings) -> None:
        parts, wishes = self._floor.parts, self._floor.wishes
        keeping = parts.keeping
        folder = str(keeping.backups_folder(settings.backup_folder))
        self._part = part = DataPart(self._floor.words, person.name, settings.backups, folder)
        part.daily_chosen.connect(lambda daily: self._change(backups=daily))
        self._data = data = DataController(
            part, parts.store, parts.clock, keeping.safekeeping, keeping.export, person, self._floor.words,
            Asking(), self,
        )  # fmt: skip
        data.folder_chosen.connect(lambda chosen: self._change(backup_folder=chosen))
        data.restore_wanted.connect(wishes.restore_wanted)
        data.delete_all_wanted.connect(wishes.delete_all_wanted)
        data.person_deleted.connect(wishes.person_deleted)
        data.file_chosen.connect(wishes.file_chosen)
        self._screen.add_section(part)

    def _change(self, **changed: object) -> None:
        from msgspec import structs

        self._floor.wishes.settings_chosen.emit(structs.replace(self._floor.parts.store.settings(), **changed))

"""Home Assistant's own front end as a person uses it: forms, menus, pickers, and a picture of each step.

What is pressed is named by what stands on it, so a word that is hidden, cut off or wrong fails here as it fails a person.
"""

from pathlib import Path

from playwright.sync_api import Locator, Page

from .home_assistant import HomeAssistant

MOVES_MS = 450  # dialogs and menus slide in
QUALITY = 72


class FrontEnd:
    """One page of one person. The last of equal things is taken: a dialog lies above what opened it."""

    def __init__(self, page: Page, home: HomeAssistant, screens: Path) -> None:
        self.page = page
        self._home = home
        self._screens = screens
        self._looks = 0

    def open(self, path: str) -> None:
        """Go to an address of Home Assistant."""
        self.page.goto(self._home.url + path, wait_until="domcontentloaded")

    def look(self, name: str) -> None:
        """Keep a picture of what is in view, under a name and in its order."""
        self._looks += 1
        self._screens.mkdir(parents=True, exist_ok=True)
        self.page.wait_for_timeout(MOVES_MS)
        path = self._screens / f"{self._looks:02}_{name}.jpg"
        self.page.screenshot(path=str(path), type="jpeg", quality=QUALITY)

    def says(self, text: str, limit_s: float = 30) -> None:
        """Wait until that can be read."""
        self.page.get_by_text(text).filter(visible=True).first.wait_for(timeout=limit_s * 1000)

    def press(self, name: str) -> None:
        """A button."""
        self.page.get_by_role("button", name=name, exact=True).filter(visible=True).last.click()

    def tap(self, text: str) -> None:
        """Whatever has these words, where it is no button and no menu."""
        self.page.get_by_text(text).filter(visible=True).first.click()

    def follow(self, text: str) -> None:
        """A line of a menu."""
        lines = self.page.locator("ha-list-item, ha-dropdown-item").filter(has_text=text)
        lines.filter(visible=True).last.click()

    def field(self, label: str) -> Locator:
        """The field of a form with that label."""
        return self.page.locator("ha-selector").filter(has_text=label).first

    def type_in(self, label: str, text: str) -> None:
        """Into a field."""
        self.field(label).locator("input").first.fill(text)

    def choose(self, label: str, option: str) -> None:
        """From a field's list."""
        self.field(label).locator("ha-picker-field").first.click()
        self.page.wait_for_timeout(MOVES_MS)
        self.page.locator("ha-dropdown-item").filter(has_text=option).filter(visible=True).first.click()

    def pick(self, field: str, option: str) -> None:
        """From a list with a search above it: of entities, of devices."""
        self.page.locator("ha-picker-field").filter(has_text=field).first.click()
        self.take(option)

    def take(self, option: str) -> None:
        """Of the list that has opened. A click while it still moves is lost, and the list stays: then once more."""
        offered = self.page.locator("ha-picker-combo-box ha-combo-box-item").filter(has_text=option)
        offered = offered.filter(visible=True)
        offered.first.click()
        self.page.wait_for_timeout(MOVES_MS)
        if offered.count():
            offered.first.click()
            self.page.wait_for_timeout(MOVES_MS)

    def tick(self, text: str) -> None:
        """A box."""
        self.page.locator("ha-checkbox, ha-radio-option").filter(has_text=text).first.click()

    def agree(self) -> None:
        """The one switch of a form."""
        self.page.locator("ha-selector-boolean ha-switch").first.click()

    def done(self, words: str) -> None:
        """A flow has ended well, with these words."""
        self.says(words)
        self.press("Hoàn thành")
        self.page.wait_for_timeout(MOVES_MS)

"""Home Assistant's own front end as a person uses it: forms, menus, pickers, and a picture of each step.

What is pressed is named by what stands on it, so a word that is hidden, cut off or wrong fails here as it fails a person.
"""

from contextlib import suppress
from pathlib import Path

from playwright.sync_api import FloatRect, Locator, Page, TimeoutError as TooLate, expect

from .browser import TIMEOUT_S, VISIBLE_TEXT
from .home_assistant import HomeAssistant

MOVES_MS = 450  # dialogs and menus slide in
STANDS_MS = 200  # what has not moved for so long stands
ANSWERS_MS = 8_000  # a click that did nothing for so long was lost, however busy the machine is
TRIES = 3
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

    def tell(self) -> str:
        """What can be read on the page, for who was not there."""
        text: str = self.page.evaluate(VISIBLE_TEXT)
        return f"{self.page.url}\n{text}"

    def says(self, text: str, limit_s: float = TIMEOUT_S) -> None:
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
        self._click_away(lines.filter(visible=True).last)

    def field(self, label: str) -> Locator:
        """The field of a form with that label."""
        return self.page.locator("ha-selector").filter(has_text=label).first

    def type_in(self, label: str, text: str) -> None:
        """Into a field."""
        self.field(label).locator("input").first.fill(text)

    def choose(self, label: str, option: str) -> None:
        """From a field's list."""
        offered = self.page.locator("ha-dropdown-item").filter(has_text=option).filter(visible=True).first
        self.reach(self.field(label).locator("ha-picker-field").first, offered)
        self._click_away(offered)

    def pick(self, field: str, option: str) -> None:
        """From a list with a search above it: of entities, of devices."""
        self.page.locator("ha-picker-field").filter(has_text=field).first.click()
        self.take(option)

    def take(self, option: str) -> None:
        """Of the list that has opened."""
        offered = self.page.locator("ha-picker-combo-box ha-combo-box-item").filter(has_text=option)
        self._click_away(offered.filter(visible=True).first)

    def reach(self, thing: Locator, there: Locator) -> None:
        """Click something until what it leads to is there: a click while the page still moves may be lost."""
        thing.wait_for()
        for _ in range(TRIES):
            with suppress(TooLate):  # it may be gone, or covered by what it led to
                thing.click(timeout=ANSWERS_MS)
            with suppress(TooLate):
                there.wait_for(timeout=ANSWERS_MS)
                return
        raise AssertionError(f"what a click leads to did not come: {there}")

    def _click_away(self, line: Locator) -> None:
        """Click a line until its list has closed: a click while the list still moves may be lost."""
        line.wait_for()
        for _ in range(TRIES):
            with suppress(TooLate):  # the list may have closed meanwhile
                self.stands(line)
                line.click(timeout=ANSWERS_MS)
            with suppress(TooLate):
                line.wait_for(state="hidden", timeout=ANSWERS_MS)
                return
        raise AssertionError(f"the list of {line} did not close")

    def stands(self, thing: Locator) -> FloatRect:
        """Where something is, once it has stopped moving."""
        last: FloatRect | None = None
        for _ in range(round(TIMEOUT_S * 1000 / STANDS_MS)):
            box = thing.bounding_box(timeout=ANSWERS_MS)
            if box is not None and box == last:
                return box
            last = box
            self.page.wait_for_timeout(STANDS_MS)
        raise AssertionError(f"{thing} does not stand still")

    def tick(self, text: str) -> None:
        """A box, which is ticked then."""
        box = self.page.locator("ha-checkbox, ha-radio-option").filter(has_text=text).first
        box.click()
        expect(box.and_(self.page.locator("[checked], :state(checked)"))).to_be_visible()

    def agree(self) -> None:
        """The one switch of a form."""
        self.page.locator("ha-selector-boolean ha-switch").first.click()

    def done(self, words: str) -> None:
        """A flow has ended well, with these words."""
        self.says(words)
        self.press("Hoàn thành")
        self.page.wait_for_timeout(MOVES_MS)

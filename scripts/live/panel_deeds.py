"""What somebody does with the panel, as fast as hands can: for what measures how busy the browser is with it."""

from playwright.sync_api import Page

# The panel's element, through Home Assistant's own; and whether Today shows as many cameras as there are.
PANEL = """() => {
  const main = document.querySelector("home-assistant")?.shadowRoot?.querySelector("home-assistant-main")?.shadowRoot;
  return main?.querySelector("partial-panel-resolver")?.querySelector("mat-than-panel") ?? null;
}"""
TODAY_IS_DRAWN = f"""cameras => {{
  const today = ({PANEL})()?.shadowRoot?.querySelector("mt-today")?.shadowRoot;
  const cards = [...(today?.querySelectorAll("mt-camera-card") ?? [])];
  return cards.length >= cameras && cards.every(card => card.shadowRoot?.querySelector("article"));
}}"""


def open_panel(page: Page, cameras: int) -> float:
    """Go to the panel as a link of Home Assistant does; milliseconds, of the page's clock, until Today shows every camera."""
    return float(
        page.evaluate(
            f"""async cameras => {{
              const drawn = {TODAY_IS_DRAWN};
              const began = performance.now();
              history.pushState(null, "", "/mat-than");
              window.dispatchEvent(new CustomEvent("location-changed", {{ detail: {{ replace: false }} }}));
              while (!drawn(cameras)) await new Promise(requestAnimationFrame);
              await new Promise(requestAnimationFrame);
              return performance.now() - began;
            }}""",
            cameras,
        )
    )


def scroll(page: Page) -> None:
    """Through the timeline's whole list, a step a frame."""
    page.locator("mt-clip-list .view").evaluate(
        "async view => { for (let i = 0; i <= 100; i += 1) {"
        " view.scrollTop = (view.scrollHeight * i) / 100; await new Promise(requestAnimationFrame); } }"
    )


def scrub(page: Page) -> None:
    """Over the whole day with the button down."""
    box = page.locator("mt-day-bar canvas").bounding_box()
    if box is None:
        raise RuntimeError("the day's bar is not in view")
    page.mouse.move(box["x"] + 5, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 5, box["y"] + 20, steps=60)
    page.mouse.up()


def zoom(page: Page) -> None:
    """Nearer and farther by the keyboard."""
    page.locator("mt-day-bar canvas").focus()
    for key in "+++---":
        page.keyboard.press(key)

"""Serves papers to print, behind Home Assistant's own authentication: a link that it signed, or a session.

A signed paper's code is served as a file too, for whoever keeps it beside the paper or when it is too long to be
printed: `mat-than-verify FILE` reads it. What is asked for is looked up by its id; whoever may see the camera may print what was agreed about it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final

from aiohttp import web
from homeassistant.auth.models import User
from homeassistant.components.http import KEY_HASS, KEY_HASS_USER, HomeAssistantView
from homeassistant.components.http.auth import async_sign_path
from homeassistant.core import HomeAssistant, callback

from .camera_access import READ, may
from .camera_setup import camera_setups
from .printing.consent_paper import consent_paper
from .printing.deletion_paper import deletion_paper
from .printing.gate_sign import gate_sign
from .printing.paper import Bar, Page, Paper, make_page
from .printing.sheets import WHOLE_PLACE, consent_sheet, deletion_sheet, sign_of
from .printing.signboard import async_get_signboard
from .printing.words import common
from .runtime import MatThanConfigEntry, loaded_entry

PRINT_URL: Final = "/api/mat_than/print/{what}/{subject}"
LINK_LASTS: Final = timedelta(hours=2)
LANGUAGES: Final = ("vi", "en")
CONSENT, DELETION, SIGN = "consent", "deletion", "sign"
_AS_CODE: Final = ("as", "code")

type Draw = Callable[[], Paper]


@dataclass(frozen=True, slots=True)
class _Found:
    """What draws a paper, and the code that it is checked by; the sign has none."""

    draw: Draw
    seal: str | None = None


@callback
def async_register_print_view(hass: HomeAssistant) -> None:
    """Serve the papers; once in the life of Home Assistant."""
    hass.http.register_view(PrintView())


@callback
def async_print_link(hass: HomeAssistant, what: str, subject: str, language: str, *, as_code: bool = False) -> str:
    """A link that opens by itself, for two hours, for whoever asks now: to the paper, or to its code as a file."""
    path = f"{PRINT_URL.format(what=what, subject=subject)}?language={language}"
    return async_sign_path(hass, path + ("&{}={}".format(*_AS_CODE) if as_code else ""), LINK_LASTS)


class PrintView(HomeAssistantView):
    """One paper."""

    url = PRINT_URL
    name = "api:mat_than:print"

    async def get(self, request: web.Request, what: str, subject: str) -> web.Response:
        """The page, in Vietnamese or English; drawn in a thread, for its code."""
        hass = request.app[KEY_HASS]
        entry = loaded_entry(hass)
        if entry is None:
            raise web.HTTPServiceUnavailable
        language = request.query.get("language", "vi")
        if language not in LANGUAGES:
            raise web.HTTPNotFound
        found = await _async_find(hass, entry, request[KEY_HASS_USER], (what, subject, language))
        if found is None:
            raise web.HTTPNotFound
        if request.query.get(_AS_CODE[0]) == _AS_CODE[1]:
            return _code_file(found, what, subject)
        other = next(one for one in LANGUAGES if one != language)
        links = [(common(other).other_language, async_print_link(hass, what, subject, other))]
        if found.seal is not None:
            code_link = async_print_link(hass, what, subject, language, as_code=True)
            links.insert(0, (common(language).download, code_link))
        bar = Bar(print_word=common(language).print, links=links)
        page = await hass.async_add_executor_job(_page, found.draw, bar)
        headers = {
            "Cache-Control": "private, no-store",
            "Content-Security-Policy": page.policy,
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }
        return web.Response(text=page.html, content_type="text/html", headers=headers)


def _page(draw: Draw, bar: Bar) -> Page:
    return make_page(draw(), bar)


def _code_file(found: _Found, what: str, subject: str) -> web.Response:
    """The code that a scanner would read off the paper, as a file to keep."""
    if found.seal is None:
        raise web.HTTPNotFound
    headers = {
        "Cache-Control": "private, no-store",
        "Content-Disposition": f'attachment; filename="mat-than_{what}_{subject}.txt"',
        "X-Content-Type-Options": "nosniff",
    }
    return web.Response(text=found.seal + "\n", content_type="text/plain", headers=headers)


async def _async_find(
    hass: HomeAssistant, entry: MatThanConfigEntry, user: User, wanted: tuple[str, str, str]
) -> _Found | None:
    """The paper; None for one that is not there, or not theirs."""
    what, subject, language = wanted
    if what == CONSENT:
        consent = consent_sheet(hass, entry, subject, language)
        if consent is None or not _may_see(hass, entry, user, consent.consent.record.camera_id):
            return None
        return _Found(partial(consent_paper, consent), consent.consent.seal)
    if what == DELETION:
        known = entry.runtime_data.door.permissions.ledger.consents.get(subject)
        deletion = deletion_sheet(entry, subject, language)
        if known is None or deletion is None or not _may_see(hass, entry, user, known.camera_id):
            return None
        return _Found(partial(deletion_paper, deletion), deletion.deletion.seal)
    if what == SIGN and (subject == WHOLE_PLACE or _may_see(hass, entry, user, subject)):
        sign = sign_of(entry, (await async_get_signboard(hass)).owner, subject, language)
        return None if sign is None else _Found(partial(gate_sign, sign))
    return None


def _may_see(hass: HomeAssistant, entry: MatThanConfigEntry, user: User, camera_id: str) -> bool:
    """Whoever may see the camera; of one that was removed, administrators."""
    setup = camera_setups(entry).get(camera_id)
    return user.is_admin if setup is None else may(hass, user, setup, READ)

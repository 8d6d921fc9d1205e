"""Papers in the panel: a link to a consent, a proof of deletion or the sign to print, or to the code of a signed one as a
file; what stands on the sign, asked once.
"""

from homeassistant.exceptions import ServiceValidationError
import probatio

from .const import DOMAIN
from .panel_access import Asked, Message, answering, command
from .print_view import CONSENT, DELETION, LANGUAGES, SIGN, async_print_link
from .printing.signboard import MOST_CHARS, SignOwner, async_get_signboard


async def _async_print(asked: Asked) -> Message:
    """A link for whoever asks; the page itself looks whether they may see what is on it."""
    msg = asked.msg
    link = async_print_link(asked.hass, msg["what"], msg["subject"], msg["language"], as_code=msg["as_code"])
    return {"url": link}


async def _async_sign(asked: Asked) -> Message:
    """What stands on the sign."""
    owner = (await async_get_signboard(asked.hass)).owner
    return {"who": owner.name, "contact": owner.contact}


async def _async_save_sign(asked: Asked) -> Message:
    """Keep what stands on the sign."""
    asked.require_admin()
    name, contact = (" ".join(asked.msg[field].split()) for field in ("who", "contact"))
    if not name or not contact:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="sign_incomplete")
    await (await async_get_signboard(asked.hass)).async_put(SignOwner(name=name, contact=contact))
    return {}


_TEXT = probatio.All(str, probatio.Length(max=MOST_CHARS))
_PRINT = command(
    "print",
    what=probatio.In((CONSENT, DELETION, SIGN)),
    subject=probatio.All(str, probatio.Match(r"^[0-9A-Za-z-]{1,64}$")),
    language=probatio.In(LANGUAGES),
)
handle_print = answering({**_PRINT, probatio.Optional("as_code", default=False): bool}, _async_print)
handle_sign = answering(command("sign"), _async_sign)
handle_save_sign = answering(command("sign/save", who=_TEXT, contact=_TEXT), _async_save_sign)

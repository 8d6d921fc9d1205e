"""Everything the workshop does with FFmpeg, behind one import, so that it is loaded when first asked for."""

from ..keeping.export import Exporter
from ..keeping.records import case_of
from ..keeping.shared_copy import make_shared_copy, make_shared_still, must_be_encoded
from ..probe import probe
from ..replay import replay

__all__ = ["Exporter", "case_of", "make_shared_copy", "make_shared_still", "must_be_encoded", "probe", "replay"]

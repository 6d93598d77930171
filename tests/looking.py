"""Look at a page as people do: in light and in dark, on a phone and at a desk.

What is looked at is left to the tests; what shuts somebody out, to axe-core.
"""

from __future__ import annotations

from playwright.sync_api import Page

from tests.node import accessibility_violations

PHONE = {"width": 360, "height": 800}
DESK = {"width": 1280, "height": 900}


def faults(page: Page) -> list[str]:
    """Return what shuts somebody out of ``page`` as it stands, and where it is too wide."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            seen = accessibility_violations(page)
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > size["width"]:
                seen.append(f"it is {wide} pixels wide")
            found += [f"{page.url}, {scheme}, {size['width']}: {fault}" for fault in seen]
    return found

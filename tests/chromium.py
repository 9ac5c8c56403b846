"""Chromium without a screen, for the tests that look at a page as its readers do."""

import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def missing() -> str:
    """Why there is no browser here; empty where there is one."""
    if find_spec("playwright") is None:
        return "the browser tests need playwright (pip)"
    return "" if CHROMIUM else "no Chromium here: apt-get install chromium"


# Asked before any fixture: without a browser, no page need be made nor served.
IN_A_BROWSER = [pytest.mark.browser, pytest.mark.skipif(bool(missing()), reason=missing())]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """The browser, one for each file of tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        found = running.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield found
        found.close()

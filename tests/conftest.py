"""What all tests share: the switch that rewrites expected files instead of comparing with them."""

import os

import pytest
from budget import LONG
from chromium import browser as browser  # noqa: PLC0414  # a fixture, for all tests
from hypothesis import HealthCheck, settings
from libreoffice import libreoffice as libreoffice  # noqa: PLC0414  # a fixture, for all tests

# A fault of the program must fail its test, not become a polite message.
os.environ["STATUTS_DEBUG"] = "1"


# An ordinary run tries the same examples every time, so that it is green or red for everybody alike.
settings.register_profile("statuts", derandomize=not LONG, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("statuts")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-cases", action="store_true", help="write what was found as what is expected")


@pytest.fixture
def update_cases(request: pytest.FixtureRequest) -> bool:
    """True where expected files are to be rewritten; look at the difference before committing it."""
    return bool(request.config.getoption("--update-cases")) or os.environ.get("UPDATE") == "1"

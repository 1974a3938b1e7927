from pathlib import Path

import pytest

HERE = Path(__file__).resolve()
ROOT = HERE.parents[3]


@pytest.fixture(scope="session")
def page() -> str:
    """A page of a (made-up) ministry's web site."""
    return (ROOT / "examples" / "page.txt").read_text(encoding="utf-8")

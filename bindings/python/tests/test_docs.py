"""The examples in the docstrings and in the README, and the scripts in examples/."""

import doctest
import importlib
import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

PYTHON = Path(__file__).resolve().parents[1]
SCRIPTS = {
    "quickstart.py": ("vanban", "111,350,000,000 VND, for 278 đề án"),
    "pandas_facts.py": ("pandas", "c: the text is not a str but"),
    "polars_acronyms.py": ("polars", "cụm công nghiệp"),
    "arrow_summaries.py": ("pyarrow", "Xã An Thử khánh thành cầu mới có kinh phí 18 tỷ đồng."),
}


@pytest.mark.parametrize("name", ["vanban", "vanban._analysis", "vanban._analyzer", "vanban._summary"])
def test_docstrings(name):
    done = doctest.testmod(importlib.import_module(name))
    assert done.attempted > 0 and done.failed == 0


@pytest.mark.parametrize("readme", ["README.md", "../../README.md", "../../README.vi.md"])
def test_readme(capsys, readme):
    blocks = re.findall(r"```python\n(.*?)```", (PYTHON / readme).read_text(encoding="utf-8"), re.S)
    ran = [block for block in blocks if "spark" not in block]
    assert ran
    for block in ran:
        exec(block, {})
        wanted = re.findall(r"print\(.*\)  # (.*)", block)
        assert capsys.readouterr().out.splitlines() == wanted


@pytest.mark.parametrize("script", SCRIPTS)
def test_examples(script):
    needs, wanted = SCRIPTS[script]
    if importlib.util.find_spec(needs) is None:
        pytest.skip(f"{needs} is not installed: examples/{script} was not run")
    done = subprocess.run(
        [sys.executable, PYTHON / "examples" / script], capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert wanted in done.stdout

"""The cases that every binding must pass."""

import json

import pytest
import vanban
from conftest import ROOT

CASES = json.loads((ROOT / "bindings" / "conformance" / "cases.json").read_text(encoding="utf-8"))


def answer(case):
    options = dict(case["options"])
    vb = vanban.Analyzer(date=options.pop("date", None), as_of=options.pop("as_of", None))
    if "title" in case:
        options["title"] = case["title"]
    if "documents" in case:
        options["titles"] = [document.get("title") for document in case["documents"]]
        return vb.summarize_together([document["text"] for document in case["documents"]], **options)
    return getattr(vb, case["call"])(case["text"], **options)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case):
    if "error" in case:
        with pytest.raises(vanban.Error) as error:
            answer(case)
        assert str(error.value) == case["error"]
        return
    found = answer(case)
    if case["call"] == "lint":
        assert [remark.to_dict() for remark in found] == case["expected"]["remarks"]
        return
    assert found.to_dict() == case["expected"]
    assert json.loads(found.to_json()) == case["expected"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_objects_say_what_the_json_says(case):
    if "error" in case or case["call"] == "lint":
        return
    found = answer(case)
    for layer, entries in case["expected"].items():
        if isinstance(entries, list):
            assert [item.to_dict() for item in getattr(found, layer)] == entries
    if isinstance(found, vanban.Analysis):
        assert set(found.layers) == set(case["expected"]) & set(vanban.LAYERS)


def test_every_call_has_a_case():
    calls = {"analyze", "tokenize", "expand", "extract", "summarize", "summarize_together", "lint", "normalize"}
    assert {case["call"] for case in CASES} == calls

import copy
import pickle
import unicodedata
from dataclasses import FrozenInstanceError

import pytest
import vanban

# "The fund is supplemented [misspelt] by of of 5 billion dong. The parties reconciled in harmony; … decree no. …"
TEXT = "Quỹ được bổ xung của của 5 tỷ đồng 👍🏽. Các bên hoà giải, hòa thuận, hòa hợp theo Nghị định 5/2020/NÐ-CP."


def told(remarks):
    return [(r.kind, unicodedata.normalize("NFC", r.text), r.suggestion) for r in remarks]


def test_remarks_are_typed():
    found = vanban.lint(TEXT)
    assert isinstance(found, list) and {type(r) for r in found} == {vanban.Remark}
    assert told(found) == [
        ("misspelt", "bổ xung", "bổ sung"),
        ("doubled", "của của", "của"),
        ("tone_style", "hoà", "hòa"),
        ("look_alike", "NÐ", "NĐ"),
    ]
    assert found[0].to_dict() == {
        "start": 9,
        "end": 16,
        "kind": "misspelt",
        "text": "bổ xung",
        "suggestion": "bổ sung",
    }


def test_remarks_are_frozen_and_travel():
    remark = vanban.lint(TEXT)[0]
    with pytest.raises(FrozenInstanceError):
        remark.kind = "lost"
    assert pickle.loads(pickle.dumps(remark)) == remark == copy.deepcopy(remark)
    assert repr(remark).startswith("Remark(start=9, end=16, kind='misspelt'")


@pytest.mark.parametrize("offsets, code, width", [("bytes", "utf-8", 1), ("utf16", "utf-16-le", 2)])
def test_every_unit_cuts_the_same_text(offsets, code, width):
    raw = TEXT.encode(code)
    found = vanban.lint(TEXT, offsets=offsets)
    assert [raw[r.start * width : r.end * width].decode(code) for r in found] == [r.text for r in found]
    assert told(found) == told(vanban.lint(TEXT))


def test_offsets_are_code_points():
    assert [TEXT[r.start : r.end] for r in vanban.lint(TEXT)] == [r.text for r in vanban.lint(TEXT)]


def test_nfd_gives_the_same_over_its_own_text_and_says_that_it_is_nfd():
    nfd = unicodedata.normalize("NFD", TEXT)
    found = vanban.lint(nfd)
    assert [nfd[r.start : r.end] for r in found] == [r.text for r in found]
    assert found[0].kind == "decomposed"
    assert told(found[1:]) == told(vanban.lint(TEXT))


def test_names_that_had_ended_are_told_as_of_a_day():
    text = "Tỉnh Hà Giang có 12 huyện."  # "Hà Giang province has 12 districts."
    assert vanban.lint(text) == []
    found = vanban.Analyzer(as_of="2025-08-01").lint(text)
    assert told(found) == [("stale", "Tỉnh Hà Giang", "tỉnh Tuyên Quang")]


def test_a_dictionary_explains_an_acronym(tmp_path):
    text = "ABCXYZ đã họp."  # "ABCXYZ has met."
    house = tmp_path / "house.tsv"
    house.write_text("ABCXYZ\tban của chúng ta\n", encoding="utf-8")
    assert told(vanban.lint(text)) == [("undefined", "ABCXYZ", None)]
    assert vanban.Analyzer(dictionaries=[house]).lint(text) == []


def test_nothing_gives_nothing():
    assert vanban.lint("") == vanban.lint(" \n\t") == vanban.lint("Trời đẹp.") == []


@pytest.mark.parametrize(
    "call, cause",
    [
        (lambda: vanban.lint(None), "the text is not a str but NoneType"),
        (lambda: vanban.lint(b"bytes"), "the text is not a str but bytes"),
        (lambda: vanban.lint("Hà \ud83d"), "the text has a lone surrogate at code point 3"),
        (lambda: vanban.lint(TEXT, offsets="words"), "words: no such unit of offsets; there are chars"),
    ],
)
def test_errors_say_what_is_wrong(call, cause):
    with pytest.raises(vanban.Error, match=cause) as error:
        call()
    assert isinstance(error.value, ValueError)


def test_options_go_by_name():
    with pytest.raises(TypeError):
        vanban.lint(TEXT, "bytes")

import pickle
import unicodedata

import pytest
import vanban

# "Pursuant to decree no. 5/2020 👍🏽 the parties reconcile in health and peace."
TEXT = "Căn cứ Nghị định 5/2020/NÐ-CP 👍🏽, các bên hoà giải, khỏe mạnh, hòa bình."


def applied(found):
    """The source with the edits, which must be the text."""
    raw = found.source
    out, at = "", 0
    for edit in found.edits:
        out += raw[at : edit.start] + edit.replacement
        at = edit.end
    return out + raw[at:]


@pytest.mark.parametrize(
    "tone, words",
    [
        ("keep", "hoà giải, khỏe mạnh, hòa bình."),
        ("old", "hòa giải, khỏe mạnh, hòa bình."),
        ("new", "hoà giải, khoẻ mạnh, hoà bình."),
    ],
)
def test_tone_marks_go_where_they_are_wanted(tone, words):
    found = vanban.normalize(TEXT, tone=tone)
    assert str(found) == found.text == f"Căn cứ Nghị định 5/2020/NĐ-CP 👍🏽, các bên {words}"
    assert found.source == TEXT and applied(found) == found.text
    assert vanban.normalize(found.text, tone=tone).edits == ()


def test_marks_are_kept_unless_a_style_is_named():
    assert vanban.normalize(TEXT) == vanban.normalize(TEXT, tone="keep")


def test_edits_are_words():
    found = vanban.normalize(TEXT, tone="new")
    assert [(found.of(e), e.replacement) for e in found.edits] == [("NÐ", "NĐ"), ("khỏe", "khoẻ"), ("hòa", "hoà")]
    assert found.edits[0].to_dict() == {"start": 24, "end": 26, "replacement": "NĐ"}


@pytest.mark.parametrize("offsets", ["chars", "bytes", "utf16"])
def test_every_unit_cuts_the_same_text(offsets):
    found = vanban.normalize(TEXT, tone="new", offsets=offsets)
    assert found.offsets == offsets
    assert found.of_all(found.edits) == ["NÐ", "khỏe", "hòa"]


@pytest.mark.parametrize("form", ["NFD", "NFKD"])
def test_letters_typed_apart_are_composed(form):
    text = unicodedata.normalize(form, TEXT)
    found = vanban.normalize(text, tone="new")
    assert str(found) == str(vanban.normalize(TEXT, tone="new")) == applied(found)
    assert unicodedata.normalize("NFC", found.of(found.edits[0])) == "Căn" == found.edits[0].replacement


def test_letters_of_other_languages_are_left_alone():
    assert str(vanban.normalize("Sigurður")) == "Sigurður"


def test_results_are_frozen_and_travel():
    found = vanban.normalize(TEXT)
    with pytest.raises(AttributeError):
        found.edits = ()
    again = pickle.loads(pickle.dumps(found))
    assert type(again) is vanban.Normalization and again == found and again.to_dict() == found.to_dict()
    assert sorted(found.to_dict()) == ["data", "edits", "offsets", "schema", "text"]
    assert repr(found) == "<Normalization of 72 characters, edits: 1>"
    with pytest.raises(AttributeError, match="the layer tokens was not asked for"):
        found.tokens


def test_nothing_to_do_gives_the_same():
    for text in ("", " \n", "Trời đẹp 👍🏽."):
        assert str(vanban.normalize(text)) == text and vanban.normalize(text).edits == ()


@pytest.mark.parametrize(
    "call, cause",
    [
        (lambda: vanban.normalize(None), "the text is not a str but NoneType"),
        (lambda: vanban.normalize(7), "the text is not a str but int"),
        (lambda: vanban.normalize("Hà \ud83d"), "the text has a lone surrogate at code point 3"),
        (lambda: vanban.normalize(TEXT, tone="newer"), "newer: no such place of tone marks; there are keep, old, new"),
        (lambda: vanban.normalize(TEXT, offsets="words"), "words: no such unit of offsets; there are chars"),
    ],
)
def test_errors_say_what_is_wrong(call, cause):
    with pytest.raises(vanban.Error, match=cause) as error:
        call()
    assert isinstance(error.value, ValueError)


def test_wrong_types_of_options():
    with pytest.raises(TypeError):
        vanban.normalize(TEXT, tone=None)
    with pytest.raises(TypeError):
        vanban.normalize(TEXT, "new")

import copy
import datetime
import io
import multiprocessing
import pickle
import threading
import unicodedata
from dataclasses import FrozenInstanceError
from decimal import Decimal

import pytest
import vanban

NEWS = "Ông Nguyễn Văn Thử, Giám đốc Sở Công Thương 👍🏽, chi 4,5 tỷ đồng cho 32 đề án ở 5 CCN, tăng 12,5% so với 2017."


def test_version_and_data():
    assert vanban.__version__ == "0.1.0"
    assert vanban.DATA_VERSION.startswith("20")
    assert "money" in vanban.LAYERS and "cong-thuong" in vanban.DOMAINS


def test_offsets_are_code_points():
    found = vanban.analyze(NEWS)
    assert [NEWS[m.start : m.end] for m in found.money] == [m.text for m in found.money] == ["4,5 tỷ đồng"]
    assert found.words == [NEWS[t.start : t.end] for t in found.tokens]


@pytest.mark.parametrize("offsets", ["chars", "bytes", "utf16"])
def test_every_unit_cuts_the_same_text(offsets):
    found = vanban.analyze(NEWS, offsets=offsets)
    assert found.offsets == offsets
    assert found.of(found.money[0]) == "4,5 tỷ đồng"
    assert found.words == vanban.analyze(NEWS).words


def test_amounts_are_exact():
    money = vanban.extract(NEWS).money[0]
    assert money.value == Decimal("4500000000") and isinstance(money.value, Decimal)
    assert money.to_dict()["value"] == "4500000000"
    assert vanban.extract(NEWS).percents[0].value == Decimal("12.5")


def test_nfd_gives_the_same_over_its_own_text():
    nfd = unicodedata.normalize("NFD", NEWS)
    found = vanban.analyze(nfd)
    assert [unicodedata.normalize("NFC", w) for w in found.words] == vanban.analyze(NEWS).words
    assert nfd[found.money[0].start : found.money[0].end] == unicodedata.normalize("NFD", "4,5 tỷ đồng")


def test_results_are_frozen_and_readable():
    found = vanban.analyze(NEWS)
    with pytest.raises(FrozenInstanceError):
        found.money[0].value = 1
    with pytest.raises(AttributeError):
        found.money = ()
    assert repr(found.tokens[0]).startswith("Token(start=0, end=3, kind=")
    assert "money" in repr(found)


def test_dictionaries_that_are_given_out_are_the_callers():
    found = vanban.analyze(NEWS)
    found.to_dict()["money"].clear()
    assert found.to_dict()["money"] and found.money


def test_a_layer_that_was_not_asked_for_is_named():
    found = vanban.analyze(NEWS, layers=["money"])
    assert found.layers == ("money",)
    with pytest.raises(AttributeError, match="the layer tokens was not asked for"):
        found.tokens


def test_expansion():
    found = vanban.expand("Huyện có 5 CCN.", style="replace")
    assert str(found) == found.text == "Huyện có 5 cụm công nghiệp."
    assert found.source == "Huyện có 5 CCN."
    assert found.of(found.edits[0]) == "CCN" and found.edits[0].replacement == "cụm công nghiệp"


def test_pickles_are_equal():
    for found in (vanban.analyze(NEWS), vanban.expand(NEWS), *vanban.analyze_batch([None])):
        again = pickle.loads(pickle.dumps(found))
        assert again == found and type(again) is type(found) and again.to_dict() == found.to_dict()
    found = vanban.analyze(NEWS)
    for item in (*found.tokens, *found.acronyms, *found.officials, *found.money, *found.percents):
        assert pickle.loads(pickle.dumps(item)) == item == copy.deepcopy(item)


@pytest.mark.parametrize(
    "call, cause",
    [
        (lambda: vanban.analyze(NEWS, layers=["moneys"]), "moneys: no such layer; there are sentences"),
        (lambda: vanban.analyze(NEWS, offsets="words"), "words: no such unit of offsets; there are chars"),
        (lambda: vanban.expand(NEWS, style="all"), "all: no such style; there are first"),
        (lambda: vanban.expand(NEWS, min_confidence=7.0), "7: a number between 0 and 1 is wanted"),
        (lambda: vanban.Analyzer(domain="sport"), "sport: no such field; there are core"),
        (lambda: vanban.Analyzer(date="2/1/2018"), "2/1/2018: a date is written 2018-02-01"),
        (lambda: vanban.summarize(NEWS, sentences=-1), "-1: a number from 0 on is wanted"),
        (lambda: vanban.summarize(NEWS, sentences=1, syllables=9), "only one of them may be given"),
        (lambda: vanban.analyze_batch([NEWS], threads=0), "0: a number of threads from 1 to 1024 is wanted"),
        (lambda: vanban.analyze_batch([NEWS], titles=[]), "0 titles for 1 texts"),
        (lambda: vanban.analyze(None), "the text is not a str but NoneType"),
        (lambda: vanban.analyze(NEWS, title=7), "the title is not a str but int"),
        (lambda: vanban.analyze("Hà \ud83d"), "the text has a lone surrogate at code point 3"),
    ],
)
def test_errors_say_what_is_wrong(call, cause):
    with pytest.raises(vanban.Error) as error:
        call()
    assert cause in str(error.value)
    assert isinstance(error.value, ValueError)


def test_one_where_a_list_is_wanted():
    with pytest.raises(TypeError, match="texts is one str"):
        vanban.analyze_batch(NEWS)
    with pytest.raises(TypeError, match="layers is one str"):
        vanban.analyze(NEWS, layers="money")
    with pytest.raises(TypeError, match="dictionaries is one path"):
        vanban.Analyzer(dictionaries="house.toml")


def test_a_dictionary_of_ones_own(tmp_path):
    house = tmp_path / "house.toml"
    house.write_text('[[acronym]]\nform = "CTKC"\nexpansion = "chương trình khuyến công"\n', encoding="utf-8")
    for given in (house, str(house), io.StringIO("CTKC\tchương trình khuyến công"), house.open("rb")):
        vb = vanban.Analyzer(dictionaries=[given])
        for one in (vb, pickle.loads(pickle.dumps(vb))):
            assert one.analyze("Tỉnh có CTKC mới.").acronyms[0].expansion == "chương trình khuyến công"
    assert "house.toml" in repr(vanban.Analyzer(dictionaries=[house]))


def test_a_bad_dictionary_names_file_and_line(tmp_path):
    house = tmp_path / "house.toml"
    house.write_text('[[acronym]]\nform = "CTKC"\nexpansion = \n', encoding="utf-8")
    with pytest.raises(vanban.Error, match=r"house\.toml:3: "):
        vanban.Analyzer(dictionaries=[house])
    with pytest.raises(FileNotFoundError):
        vanban.Analyzer(dictionaries=[tmp_path / "none.toml"])


def test_dates_of_either_kind():
    text = "Hôm qua, tỉnh họp."  # "Yesterday the province met."
    for day in ("2019-03-04", datetime.date(2019, 3, 4), datetime.datetime(2019, 3, 4, 9)):
        assert vanban.Analyzer(date=day).extract(text).dates[0].value == "2019-03-03"


def test_threads_share_an_analyzer(page):
    vb, wanted, seen = vanban.Analyzer(), vanban.analyze(page).to_dict(), []
    one = vb.analyze(page)

    def read():
        seen.append(vb.analyze(page).to_dict() == wanted and len(one.tokens) == len(wanted["tokens"]))

    threads = [threading.Thread(target=read) for _ in range(8)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    assert seen == [True] * 8


class TestBatch:
    texts = [f"Đơn vị {n} chi {n} tỷ đồng." for n in range(1, 200)]

    def test_order_is_kept(self):
        found = vanban.analyze_batch(self.texts, layers=["money"])
        assert [int(item.money[0].value) for item in found] == [n * 10**9 for n in range(1, 200)]
        assert [item.text for item in found] == self.texts

    @pytest.mark.parametrize("threads", [None, 1, 2, 7, 500])
    def test_any_number_of_threads_gives_the_same(self, threads):
        assert vanban.analyze_batch(self.texts, threads) == [vanban.analyze(t) for t in self.texts]

    def test_a_bad_item_is_an_item(self):
        found = vanban.analyze_batch(["Tốt.", None, 7, b"bytes", "\ud800", "Tốt."])
        assert [item.error for item in found] == [
            None,
            "the text is not a str but NoneType",
            "the text is not a str but int",
            "the text is not a str but bytes",
            "the text has a lone surrogate at code point 0, which UTF-8 cannot hold",
            None,
        ]
        assert found[1].to_dict() == {"error": found[1].error}
        assert "error=" in repr(found[1])
        with pytest.raises(vanban.Error, match="not a str but NoneType"):
            found[1].tokens

    def test_titles(self):
        text = "Trời mưa to ở nhiều nơi. Xã An Thử khánh thành cây cầu mới."
        options = {"layers": ["summary"], "sentences": 1}
        found = vanban.analyze_batch([text] * 3, titles=["Cầu mới ở xã An Thử", None, 7], **options)
        assert found[0] == vanban.analyze(text, title="Cầu mới ở xã An Thử", **options)
        assert found[1] == vanban.analyze(text, **options)
        assert found[2].error == "the title is not a str but int"

    def test_nothing_gives_nothing(self):
        assert vanban.analyze_batch([]) == []

    def test_after_a_fork(self):
        vanban.analyze_batch(self.texts, 2)
        with multiprocessing.get_context("fork").Pool(2) as pool:
            assert pool.map(in_child, [self.texts] * 2) == [len(self.texts)] * 2


def in_child(texts):
    return len(vanban.analyze_batch(texts, 2))

"""How long a summary is, and several texts as one."""

import pickle
import threading
import time
import unicodedata

import pytest
import vanban

# "An Thử commune opened a new bridge this morning 🎉. It is 120 m long and costs 18 billion dong, which people and the
# state raised. Pupils used to take a boat. The road to it will be paved next month."
NEWS = (
    "Sáng nay, xã An Thử khánh thành cây cầu mới 🎉 bắc qua sông Mây. Cây cầu dài 120 m, có kinh phí 18 tỷ đồng do người "
    "dân và nhà nước cùng đóng góp. Trước đây, học sinh phải đi đò qua sông vào mùa lũ. Chủ tịch xã cho biết đường dẫn "
    "lên cầu sẽ được trải nhựa trong tháng tới."
)
# "An Thử has a new bridge after years of waiting. It costs 18 billion dong. It rained in many places."
OTHER = "Xã An Thử có cầu mới sau nhiều năm chờ đợi. Cầu có kinh phí 18 tỷ đồng. Trời mưa to ở nhiều nơi."


class TestLength:
    def test_characters(self):
        near, hard = (vanban.summarize(NEWS, characters=120, hard=hard) for hard in (False, True))
        assert sum(len(s.text) for s in near.summary) > 120 >= sum(len(s.text) for s in hard.summary) > 0

    def test_a_hard_limit_may_leave_nothing(self):
        assert vanban.summarize(NEWS, syllables=3, hard=True).summary == ()
        assert vanban.summarize(NEWS, syllables=20).summary

    @pytest.mark.parametrize("ratio, sentences", [(0, 0), (0.25, 1), (0.5, 2), (1, 4)])
    def test_ratio(self, ratio, sentences):
        assert len(vanban.summarize(NEWS, ratio=ratio).summary) == sentences

    def test_lead(self, page):
        found = {lead: vanban.summarize(page, lead=lead) for lead in ("auto", "present", "absent")}
        assert found["present"] != found["absent"]
        assert found["auto"] == vanban.summarize(page)

    def test_every_call_takes_the_same(self):
        options = {"characters": 100, "hard": True, "lead": "absent", "query": "học sinh"}
        wanted = vanban.summarize(NEWS, **options)
        layers = ["keyphrases", "summary"]
        assert vanban.analyze(NEWS, layers=layers, **options) == wanted
        assert vanban.analyze_batch([NEWS] * 3, layers=layers, **options) == [wanted] * 3
        assert vanban.summarize_together([NEWS], **options).to_dict() == wanted.to_dict()

    @pytest.mark.parametrize(
        "call", [vanban.summarize, vanban.analyze, lambda text, **o: vanban.analyze_batch([text], **o)]
    )
    @pytest.mark.parametrize(
        "options, cause",
        [
            ({"characters": -1}, "-1: a number from 0 on is wanted"),
            ({"ratio": 1.5}, "1.5: a number between 0 and 1 is wanted"),
            ({"ratio": float("nan")}, "NaN: a number between 0 and 1 is wanted"),
            ({"lead": "maybe"}, "maybe: a lead is auto, present or absent"),
            ({"sentences": 1, "syllables": 9}, "sentences and syllables: only one of them may be given"),
            ({"characters": 1, "ratio": 0.5}, "characters and ratio: only one of them may be given"),
            ({"sentences": 1, "ratio": 0.5, "hard": True}, "sentences and ratio: only one of them may be given"),
            ({"query": "Hà \ud83d"}, "the query has a lone surrogate at code point 3"),
            ({"query": 7}, "the query is not a str but int"),
        ],
    )
    def test_errors_say_what_is_wrong(self, call, options, cause):
        with pytest.raises(vanban.Error) as error:
            call(NEWS, **options)
        assert cause in str(error.value) and isinstance(error.value, ValueError)

    @pytest.mark.parametrize("options", [{"characters": 1.5}, {"ratio": "half"}, {"hard": None}, {"lead": None}])
    def test_wrong_types(self, options):
        with pytest.raises(TypeError):
            vanban.summarize(NEWS, **options)


class TestTogether:
    def test_sentences_carry_the_number_of_their_text(self):
        found = vanban.summarize_together([NEWS, OTHER], sentences=3)
        assert {s.document for s in found.summary} == {0, 1}
        assert [s.document for s in found.summary] == sorted(s.document for s in found.summary)
        for s in found.summary:
            assert (NEWS, OTHER)[s.document][s.start : s.end] == s.text == found.of(s)

    @pytest.mark.parametrize("offsets", ["chars", "bytes", "utf16"])
    def test_every_unit_cuts_the_same_text(self, offsets):
        found = vanban.summarize_together([OTHER, NEWS], ratio=1, offsets=offsets)
        assert found.offsets == offsets and len(found.summary) > 4
        assert [found.of(s) for s in found.summary] == [s.text for s in found.summary]

    def test_nfd_gives_the_same_over_its_own_texts(self):
        nfd = [unicodedata.normalize("NFD", text) for text in (NEWS, OTHER)]
        found = vanban.summarize_together(nfd, sentences=3)
        wanted = vanban.summarize_together([NEWS, OTHER], sentences=3)
        assert [unicodedata.normalize("NFC", s.text) for s in found.summary] == [s.text for s in wanted.summary]
        assert all(nfd[s.document][s.start : s.end] == s.text for s in found.summary)

    def test_titles(self):
        titled = vanban.summarize_together([NEWS, OTHER], ["Trời mưa to ở nhiều nơi", None], sentences=2)
        assert titled == vanban.summarize_together(
            iter([NEWS, OTHER]), titles=("Trời mưa to ở nhiều nơi", None), sentences=2
        )
        assert titled.to_dict() != vanban.summarize_together([NEWS, OTHER], sentences=2).to_dict()

    def test_one_text_is_summarized_as_such(self):
        found = vanban.summarize_together([NEWS], ["Cầu mới"], sentences=2)
        assert found.to_dict() == vanban.summarize(NEWS, title="Cầu mới", sentences=2).to_dict()

    def test_a_query(self):
        texts = {q: vanban.summarize_together([NEWS, OTHER], sentences=3, query=q) for q in (None, "học sinh đi đò")}
        told = [any("học sinh" in s.text for s in found.summary) for found in texts.values()]
        assert told == [False, True]

    @pytest.mark.parametrize("texts", [[], ["", ""], [" \n"]])
    def test_nothing_gives_nothing(self, texts):
        found = vanban.summarize_together(texts)
        assert found.summary == () and found.keyphrases == () and found.texts == tuple(texts)

    def test_results_are_frozen_and_travel(self):
        found = vanban.summarize_together([NEWS, OTHER], sentences=1)
        with pytest.raises(AttributeError):
            found.summary = ()
        again = pickle.loads(pickle.dumps(found))
        assert again == found and again.to_dict() == found.to_dict() and again.texts == (NEWS, OTHER)
        assert sorted(found.to_dict()) == ["data", "keyphrases", "offsets", "schema", "summary"]
        assert repr(found) == "<Summary of 2 texts, sentences: 1>"

    @pytest.mark.parametrize(
        "call, cause",
        [
            (lambda: vanban.summarize_together([NEWS, None]), "document 1: the text is not a str but NoneType"),
            (lambda: vanban.summarize_together([b"bytes"]), "document 0: the text is not a str but bytes"),
            (
                lambda: vanban.summarize_together(["\ud800"]),
                "document 0: the text has a lone surrogate at code point 0",
            ),
            (lambda: vanban.summarize_together([NEWS], [7]), "document 0: the title is not a str but int"),
            (lambda: vanban.summarize_together([NEWS], ["a", "b"]), "2 titles for 1 texts"),
            (lambda: vanban.summarize_together([NEWS], ratio=2), "2: a number between 0 and 1 is wanted"),
            (lambda: vanban.summarize_together([NEWS], offsets="words"), "words: no such unit of offsets"),
        ],
    )
    def test_errors_say_what_is_wrong(self, call, cause):
        with pytest.raises(vanban.Error) as error:
            call()
        assert cause in str(error.value)

    def test_one_where_a_list_is_wanted(self):
        with pytest.raises(TypeError, match="texts is one str"):
            vanban.summarize_together(NEWS)
        with pytest.raises(TypeError, match="titles is one str"):
            vanban.summarize_together([NEWS], "Cầu mới")
        with pytest.raises(TypeError, match="not iterable"):
            vanban.summarize_together(None)


@pytest.mark.parametrize(
    "call",
    [
        lambda text: vanban.summarize_together([text, text]),
        vanban.lint,
        lambda text: vanban.normalize(text, tone="new"),
    ],
    ids=["summarize_together", "lint", "normalize"],
)
def test_other_threads_run_meanwhile(call):
    ticks, stop = [0], threading.Event()

    def tick():
        while not stop.is_set():
            ticks[0] += 1
            time.sleep(0.0005)

    other = threading.Thread(target=tick)
    other.start()
    try:
        before = ticks[0]
        call(NEWS * 4000)
        assert ticks[0] - before > 5
    finally:
        stop.set()
        other.join()

"""Whatever is pasted, the reader answers: no exception, spans inside the text, quickly."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ats.domain.reading import Reading
from ats.reading import answer, read_html, read_json_ld, read_text
from ats.reading.lines.repair import repaired
from benchmarks.labelled_postings import labelled_postings
from benchmarks.mutated_postings import fault, mutant

_WORDS = st.sampled_from(
    """Requirements Responsibilities: What You Will Do • - \n \n\n . : ; | $120,000 - 150k per year
    5+ years experience with of GitHub JavaScript C++ Baker at Millrace is hiring a remote hybrid
    (required) a plus Build Lead servicesWhat skillsProficiency e.g. etc. Deadline: 1 2026 May
    £45 /hr equity bonus Bachelor’s visa <li> <p> </p> & \u202e \u00a0 \ufffd ü 日本語
    مرحبا İ""".split(" ")
)
_MESSY = st.lists(st.one_of(_WORDS, st.text(max_size=8)), max_size=60).map(" ".join)


def check(reading: Reading) -> None:
    length = len(reading.text)
    places = [span for spans in reading.spans.values() for span in spans]
    places += [item.span for item in reading.items] + list(reading.repeats)
    places += reading.unsorted
    assert all(0 <= start < end <= length for start, end in places)
    json.dumps(answer(reading)).encode()
    if repaired(reading.text)[1]:
        return  # items then show the repaired words
    for item in reading.items:
        stood = reading.text[item.span[0] : item.span[1]].replace("**", "")
        assert " ".join(stood.split()) == item.text


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=300), _MESSY))
def test_any_text(words: str) -> None:
    reading = read_text(words)
    assert len(reading.text) == len(words)
    check(reading)


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.text(max_size=200), _MESSY))
def test_any_markup(words: str) -> None:
    check(read_html(words))
    check(read_json_ld(words))


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
_NAMES = st.sampled_from(
    "title hiringOrganization datePosted validThrough employmentType jobLocation baseSalary "
    "identifier url description jobLocationType".split()
)


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(_NAMES, _JSON, max_size=6))
def test_any_json_ld(properties: dict[str, object]) -> None:
    check(read_json_ld(json.dumps({"@type": "JobPosting", **properties})))


@pytest.mark.parametrize(
    "words",
    [
        "",
        " \n\t ",
        "\x00\x00a\x00",
        "\ud800 lone \udfff",
        "職務内容:\n・サーバーの構築\n応募資格:\n・3年以上の経験",
        "وصف الوظيفة\n• إدارة الفريق\nالمتطلبات\n• خبرة خمس سنوات",
        "Обязанности:\n- Разработка\nТребования:\n- Опыт 3 года",
        "\u202eremote\u202c",
    ],
)
def test_strange_texts(words: str) -> None:
    check(read_text(words))


def test_unsafe_characters_are_replaced_one_to_one() -> None:
    assert read_text("a\x00b\ud800c").text == "a\ufffdb\ufffdc"
    assert read_text("a\r\nb\u2028c").text == "a\r\nb\u2028c"


@pytest.mark.parametrize(
    "part",
    [
        "a",
        " ",
        "\n",
        "•",
        "$1,",
        "1 ",
        "A",
        "aB",
        "A b, ",
        "Senior ",
        "(",
        "looking for a ",
        "5+ years ",
        "$1 - $2 ",
    ],
)
def test_five_megabytes_take_a_moment(part: str) -> None:
    words = part * (5_000_000 // len(part))
    began = time.process_time()
    reading = read_text(words)
    assert time.process_time() - began < 5
    assert reading.text == words


def test_an_item_keeps_a_run_that_is_no_words() -> None:
    key = "a1" * 60
    reading = read_text(f"Requirements\n- Experience with keys such as {key}\n- A licence\n")
    assert reading.items[0].text == f"Experience with keys such as {key}"
    check(reading)


def test_a_processing_instruction_has_no_tag() -> None:
    assert read_html("<p>Baker</p><?php echo 1 ?><p>Bakery</p>").text == "Baker\n\nBakery"


def test_a_megabyte_where_a_name_should_stand() -> None:
    names = "title hiringOrganization employmentType url validThrough identifier".split()
    posting = {"@type": "JobPosting", **dict.fromkeys(names, "&amp; Sons " * 100_000)}
    began = time.process_time()
    check(read_json_ld(json.dumps(posting)))
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "part", [", DU ", "( - ", "(a", "$1 to ", "5+ years ", "a, ", "e.g. ", "1-", "’s "]
)
def test_a_run_inside_a_posting(part: str) -> None:
    words = "Hiring a Baker at Millrace (Leeds)! You knead. " + part * 10_000 + " Pay: £14 an hour."
    began = time.process_time()
    check(read_text(words))
    assert time.process_time() - began < 2


def test_a_deep_page() -> None:
    check(read_html("<div>" * 20_000 + "Pay: $20 per hour"))
    check(read_json_ld('{"a":' * 5_000 + "1" + "}" * 5_000))


def test_damaged_postings() -> None:
    """The first of the ten thousand that `make fuzz-reading` reads; it looks at the time too."""
    postings = labelled_postings()
    damaged = [mutant(postings, number) for number in range(200)]
    faults = {one.number: fault(one.reader, one.text, seconds=60) for one in damaged}
    assert {number: said for number, said in faults.items() if said} == {}


def test_the_same_number_is_the_same_damage() -> None:
    postings = labelled_postings()
    assert [mutant(postings, n) for n in range(20)] == [mutant(postings, n) for n in range(20)]
    assert len({mutant(postings, n).text for n in range(20)}) == 20

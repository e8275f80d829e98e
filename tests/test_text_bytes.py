"""Which encoding bytes have, and that one that can't be told gives no text at all."""

from __future__ import annotations

import pytest

from ats.text_bytes import is_unclear, text_of

RUSSIAN = (
    "Пекарь в ночную смену. Требования: опыт работы от двух лет, аккуратность, знание печи. "
    "Обязанности: выпечка хлеба и булочек."
)
JAPANESE = "夜勤のパン職人を募集\n仕事内容：パンの製造と窯の管理。応募資格：経験二年以上"
GREEK = "Ζητείται αρτοποιός για νυχτερινή βάρδια. Απαιτήσεις: δύο χρόνια εμπειρίας στον φούρνο."
POLISH = "Szukamy piekarza na nocną zmianę. Wymagania: życzliwość, łatwość pracy, miła załoga."
WESTERN = (
    "Bäcker gesucht – „Frühschicht“, 2 500 € im Monat",
    "Formação, condições e relações: atenção à produção",
    "Søren’s café • £30,000 • ¿Hablas español? Ya, ¡claro! • 20 m³",
    "Bakery\n\x97\x97\x97\x97\x97\x97\n".encode("latin-1").decode("cp1252"),
)


@pytest.mark.parametrize("encoding", ["koi8_r", "cp1251", "cp866", "iso8859_5"])
def test_cyrillic(encoding: str) -> None:
    assert text_of(RUSSIAN.encode(encoding)) == RUSSIAN


def test_other_scripts() -> None:
    for text, encoding in ((JAPANESE, "cp932"), (JAPANESE, "euc_jp"), (GREEK, "cp1253")):
        assert text_of(text.encode(encoding)) == text
        long = "\n".join([text] * 900)
        assert text_of(long.encode(encoding)) == long


@pytest.mark.parametrize("text", WESTERN)
def test_western_text_stays_as_windows_writes_it(text: str) -> None:
    assert text_of(text.encode("cp1252")) == text


def test_what_cannot_be_told_is_no_text() -> None:
    for content in ("опыт".encode("koi8_r"), "窯".encode("cp932"), POLISH.encode("cp1250")):
        assert text_of(content) is None
        assert is_unclear(content)
    assert not is_unclear(bytes(range(32)) * 40 + b"\xff\xc0")
    assert not is_unclear(b"\xef\xbb\xbf\xff")


def test_utf_8_with_a_few_damaged_bytes_stays_utf_8() -> None:
    content = (RUSSIAN * 2).encode() + b"\xd0 end"
    assert text_of(content) == RUSSIAN * 2 + "\ufffd end"


def test_utf_32_with_its_mark() -> None:
    assert text_of(GREEK.encode("utf-32")) == GREEK

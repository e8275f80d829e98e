"""Tells the language a posting is mostly written in, from its small words and its letters."""

from __future__ import annotations

import re
from collections import Counter

_LONGEST = 3000
_PIECES = 4
"""A longer text is judged by four pieces of it, so that a posting in two languages is known by
the one most of it is in."""
_LEAST_WORDS = 8
_FEW = 1.5
_LEAST_SHARE = 0.06
_LEAD = 1.35

_SMALL_WORDS = {
    "en": "the and of to in for with you your our we are is as on that this will be or an by from"
    " have at their who not it all has can they about what if which more than work us into",
    "de": "und der die das mit für sie wir du dein deine ihre ihr von im bei zu den dem ein eine"
    " einer einen ist sind auf als oder auch sowie uns unser unsere werden nach aus zum zur über"
    " du dich nicht haben hast durch sich wird an am bis es ich",
    "fr": "et le la les des du de un une pour dans avec vous nous votre notre vos nos est sont au"
    " aux sur par en que qui ou ce cette ces plus être avez à se son sa ses leur leurs il elle"
    " y ne pas",
    "sv": "och att det som på är för med du vi av till en ett har din vår dig oss i kan eller om"
    " den våra ditt dina inom vara ska vill hos samt från dem de men även inte här blir bra",
    "es": "y el la los las de del en que con para un una por se su sus tu tus nuestro nuestra como"
    " al o más es son nos nuestros te si lo buscamos ser sobre entre desde nuestras le equipo",
    "nl": "en de het een van voor met je wij we jij jouw ons onze op is zijn in te dat die aan als"
    " bij naar ook of om niet door deze dit heb hebt worden binnen uit kunt er jou wat",
    "da": "og at det som på er for med du vi af til en et har din vores dig os i kan eller om den"
    " dit dine inden være skal vil hos samt fra de men også ikke her bliver dem jeg efter",
    "no": "og å det som på er for med du vi av til en et har din vår deg oss i kan eller om den"
    " ditt dine innen være skal vil hos samt fra de men også ikke her blir dem jeg etter våre",
    "it": "il la i gli le di del della dei delle che con per un una in si su sono è nel nella da"
    " al alla o come nostro nostra più anche tuo tua noi essere lavoro ai ed dal non presso",
    "pt": "os as de do da dos das em no na que com para um uma por se sua seu como ao à ou"
    " mais são é nos nosso nossa você não ser sobre nossos pela pelo às também",
    "fi": "ja on ei se että joka sekä tai kun olet meillä sinulla sinun myös voit kanssa mukaan"
    " ovat olemme hän tämä siitä niin meidän jos vain sinä me työ tehtävä odotamme tarjoamme",
    "pl": "na do że się nie jest oraz dla od po przez jak lub za są twoje twój nasz nasze"
    " naszym co przy pod jako będzie ze masz ciebie pracy doświadczenie",
}
# Letters that a language has and its neighbours lack, as a share of all letters they decide.
_LETTERS = {
    "de": "ßäöü", "fr": "éèêçœàù", "sv": "åäö", "es": "ñ¿¡óáí", "da": "æøå", "no": "æøå",
    "fi": "äö", "pl": "ąęłżśźćń", "pt": "ãõçáé", "it": "èàùò", "nl": "ëï", "en": "",
}  # fmt: skip
_NOT_ENGLISH = re.compile(r"[^\x00-\x7f]")


def _shares() -> dict[str, list[tuple[str, float]]]:
    """Each small word with its languages; one that several have speaks less for each."""
    owners: dict[str, list[str]] = {}
    for language, words in _SMALL_WORDS.items():
        for word in set(words.split()):
            owners.setdefault(word, []).append(language)
    return {
        word: [(language, 1 / len(languages)) for language in languages]
        for word, languages in owners.items()
    }


_OWNERS = _shares()


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language most of the text is in: English, German, French,
    Swedish, Spanish, Dutch, Danish, Norwegian, Italian, Portuguese, Finnish or Polish. None
    where the text is too short, in another language, or where two come too near."""
    text = _sample(text).lower()
    words = text.split()  # small words have no marks at them as a rule
    if len(words) < _LEAST_WORDS:
        return None
    scores = dict.fromkeys(_SMALL_WORDS, 0.0)
    for word, times in Counter(filter(_OWNERS.__contains__, words)).items():
        for language, share in _OWNERS[word]:
            scores[language] += share * times
    _add_letters(scores, text)
    first, second = sorted(scores, key=lambda language: scores[language], reverse=True)[:2]
    sure = scores[first] >= max(_FEW, _LEAST_SHARE * len(words))
    return first if sure and scores[first] >= _LEAD * scores[second] else None


def _sample(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    length, step = _LONGEST // _PIECES, (len(text) - _LONGEST // _PIECES) // (_PIECES - 1)
    return " ".join(text[at : at + length] for at in range(0, step * _PIECES, step))


def _add_letters(scores: dict[str, float], text: str) -> None:
    """Its own letters make a language that its words speak for likelier, by a quarter at most;
    æ and ø part Danish and Norwegian from Swedish, not from each other."""
    if text.isascii():
        return
    counts = Counter(_NOT_ENGLISH.findall(text))
    for language, letters in _LETTERS.items():
        if scores[language] and letters:
            count = sum(counts[letter] for letter in letters)
            scores[language] *= 1 + min(0.25, 20 * count / len(text))

"""The language of a posting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.reading import read_text
from ats.reading.language import language_of

TEXTS = {
    "en": "We are looking for a baker who will work with us in the old mill. You have a driving"
    " licence and you like to get up early.",
    "de": "Wir suchen für unsere Backstube eine Person, die gerne früh aufsteht. Du hast einen"
    " Führerschein und arbeitest mit uns im Team.",
    "fr": "Nous recherchons pour notre moulin une personne qui aime se lever tôt. Vous avez le"
    " permis et vous travaillez avec nous dans la boutique.",
    "sv": "Vi söker dig som gillar att gå upp tidigt och som vill arbeta med oss i kvarnen. Du har"
    " körkort för att leverera bröd.",
    "es": "Buscamos una persona para nuestro molino que quiera trabajar con nosotros en la tienda."
    " Tienes carnet y te gusta el pan.",
    "nl": "Wij zoeken een bakker voor onze molen die graag vroeg opstaat. Je hebt een rijbewijs en"
    " je werkt met ons in de winkel.",
    "da": "Vi søger en bager til vores mølle, som gerne vil stå tidligt op. Du har kørekort og"
    " arbejder sammen med os i butikken efter aftale.",
    "no": "Vi søker en baker til møllen vår som liker å stå opp tidlig. Du har førerkort og jobber"
    " sammen med oss i butikken etter avtale.",
    "it": "Cerchiamo per il nostro mulino una persona che ama alzarsi presto. Hai la patente e"
    " lavori con noi nella bottega della città.",
    "pt": "Procuramos para o nosso moinho uma pessoa que goste de acordar cedo. Você tem carta de"
    " condução e não se importa com a farinha.",
    "fi": "Etsimme myllyymme leipuria, joka herää mielellään aikaisin. Sinulla on ajokortti ja"
    " olet valmis työhön kanssamme, sekä teet sen ilolla.",
    "pl": "Szukamy do naszego młyna osoby, która lubi wstawać wcześnie. Masz prawo jazdy oraz nie"
    " boisz się pracy przy mące, bo to jest dla ciebie ważne.",
}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_language(language: str) -> None:
    assert language_of(TEXTS[language]) == language
    assert read_text(TEXTS[language]).language == language


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Baker, Hull",
        "£45,000 - £55,000 per annum",
        "Python SQL Docker Kubernetes Terraform Ansible Jenkins Grafana Kafka Spark Hadoop",
        "Мы ищем пекаря, который любит рано вставать и работать вместе с нами на мельнице.",
        "私たちは水車小屋で一緒に働くパン職人を探しています。朝早く起きるのが好きな方を歓迎します。",
    ],
)
def test_unknown(words: str) -> None:
    assert language_of(words) is None


def test_most_of_the_body_tells() -> None:
    assert language_of(TEXTS["de"] * 5 + TEXTS["en"] * 2) == "de"
    assert language_of(TEXTS["en"] * 30 + TEXTS["fr"] * 200) == "fr"


def test_foreign_words_do_not_turn_it() -> None:
    tools = " Software Engineer (m/w/d) Python Cloud DevOps Team Lead Home Office Benefits"
    assert language_of(TEXTS["de"] + tools * 3) == "de"


@given(st.text(max_size=400))
def test_any_text(words: str) -> None:
    assert language_of(words) in {None, *TEXTS}

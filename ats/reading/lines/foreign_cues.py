"""Words inside a line that tell a demand from a duty or a benefit, in German, French, Swedish and
Spanish."""

from __future__ import annotations

import re

from ats.reading.keyed import Keyed

_DEMAND = Keyed(
    r"erfahrung|kenntniss|ausbildung\b|\bstudium|abschluss|führerschein|fähigkeit|bereitschaft"
    r"|teamfähig|zuverlässig|belastbar|sorgfältig|selbst(?:st)?ändig"
    r"|sicher(?:er|en)? (?:im )?umgang"
    r"|begeister|interesse an|\bspaß an|\bfreude an"
    r"|\bdu (?:hast|bist|kannst|kennst|sprichst|liebst)"
    r"|\bsie (?:haben|sind|können|verfügen|bringen|sprechen)|deutsch (?:fließend|fliessend|und)"
    r"|expérience|maîtrise|connaissance|diplôme|\bformation (?:en|de|supérieure|initiale)|permis\b"
    r"|étudiant|rigueur|rigoureu|autonom|capacité|sens d[eu]|aisance|titulaire|goût (?:du|de|pour)"
    r"|\bvous (?:êtes|avez|maîtrisez|savez|aimez|parlez|justifiez|disposez)"
    r"|\btu (?:es|as|sais|aimes)"
    r"|experiencia|conocimientos?|titulaci[oó]n|\bgrado en|carn[eé]t? de|capacidad|manejo de"
    r"|dominio|\bganas de|nivel (?:alto|medio|avanzado)"
    r"|formaci[oó]n (?:en|profesional|universitaria)"
    r"|erfarenhet|kunskap|utbildning|körkort|\bvana|\bvan vid|examen|förmåga|legitim"
    r"|flytande|behärska"
    r"|\bdu (?:har|är|kan|trivs|gillar|talar|tycker)",
    "erfahr|kenntn|ausbild|studium|abschluss|führersch|fähig|bereitsch|zuverl|belastb|sorgf"
    "|selbst|umgang|begeister|interesse|spaß|freude|du |sie |deutsch |expérience|maîtris|connaiss"
    "|diplôme|formation|permis|étudiant|rigu|rigou|autonom|capacité|sens d|aisance|titulaire|goût"
    "|vous |tu |experiencia|conocim|titulaci|grado|carn|capacidad|manejo|dominio|ganas|nivel"
    "|formaci|erfarenhet|kunskap|utbildning|körkort|vana|van vid|examen|förmåga|legitim|flytande"
    "|behärska",
)
_PERK = Keyed(
    r"urlaub|\bferien\b|altersvorsorge|weihnachtsgeld|urlaubsgeld|jobticket"
    r"|deutschlandticket|zuschuss"
    r"|zuschüsse|weiterbildung|obstkorb|gleitzeit|flexible arbeitszeit|firmenwagen"
    r"|mitarbeiterrabatt"
    r"|unbefristet|13\. (?:monats)?gehalt|jobrad|kantine"
    r"|titres?.restaurant|tickets?.restaurant|mutuelle|\brtt\b|congés|prime d|13e mois|treizième"
    r"|intéressement|participation|chèques|télétravail|carte (?:de )?transport|gratification"
    r"|vacaciones|seguro (?:médico|de salud|privado)|ticket restaurante|teletrabajo"
    r"|plan de pensiones"
    r"|descuento|jornada intensiva|horario flexible|formación a cargo|retribución flexible"
    r"|semester\b|tjänstepension|friskvård|föräldralön|kollektivavtal|personalrabatt|flextid"
    r"|fri (?:lunch|parkering)|bonus|liftkort",
    "urlaub|ferien|vorsorge|sgeld|ticket|zuschu|zuschü|weiterb|obstk|gleitz|arbeitsz|firmenw"
    "|rabatt|unbefr|gehalt|jobrad|kantine|restaurant|mutuelle|rtt|congés|prime|13e|treiz"
    "|intéress|particip|chèques|télétr|carte|gratif|vacacion|seguro|teletr|pension|descuento"
    "|jornada|horario|formaci|retribuc|semester|friskv|föräldral|kollektiv|flextid|fri |bonus"
    "|liftkort",
)
_TASK = re.compile(
    r"(?:Du|Sie|Tu|Vous|Te|Ihr)\s(?!hast|haben|bist|sind|kannst|können|kennst|kennen|as\b|es\b|êtes"
    r"|avez|sais|savez|aime|har\b|är\b|kan\b|trivs|gillar|bringst|bringen|verfüg|får\b|bekommst"
    r"|erhältst|ofrecemos|maîtris|disposez|justifi|parle|sprichst|sprechen|erhalten|wirst|talar"
    r"|brauchst|brauchen)[a-zà-ÿ]{3,}\s"
)
_OF = r"(?: \w+)? (?:der|des|die|das|den|von|vom|und|unserer?|aller?|beim?|im|in|mit)\b"
_NAMED_TASK = re.compile(
    rf"(?:[A-ZÄÖÜ][a-zäöüß]{{4,}}ung\b{_OF}"
    r"|[A-ZÉÀ][a-zà-ÿ]{2,}(?:er|ir|re) (?:les?|la|l['’]\w+|des?|du|d['’]\w+|à|aux?|une?|en|avec|sur"
    r"|vos|votre|nos|notre|leurs?)\b"
    r"|[A-ZÁÉÍÓÚ][a-zá-ú]{2,}[aei]r (?:el|la|los|las|una?|al?|con|de|en|y|nuestr\w+|su)\b)"
)
"""A task named by its noun or infinitive: "Pflege der Beete", "Tailler les arbres", "Podar los"."""


def demand(line: str) -> bool:
    """Whether the line asks something of the person."""
    return bool(_DEMAND.search(line))


def perk(line: str) -> bool:
    """Whether the line names something the company gives."""
    return bool(_PERK.search(line))


def task(line: str) -> bool:
    """Whether the line begins as words about what you will do begin: "Du planst ...", "Planung
    der ...", "Préparer les ..."."""
    return bool(_TASK.match(line) or _NAMED_TASK.match(line))

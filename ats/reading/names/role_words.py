"""The words that role phrases are made of and that tell what a sentence says of one."""

from __future__ import annotations

import re

from ats.reading.late import late
from ats.reading.lines.vocabulary import ROLE_NOUNS

_MORE_NOUNS = """caretaker operative joiner guide custodian groundskeeper sitter walker valet
    concierge lifeguard usher
    companion cocinero cocinera dependiente dependienta contable operador operadora
    camarero camarera conductor conductora operario operaria repartidor repartidora
    auxiliar recepcionista limpiador limpiadora electricista abogado abogada médico
    médica profesor profesora maestro maestra encargado encargada administrativo
    administrativa consultor consultora diseñador diseñadora investigador
    investigadora becario becaria fontanero mecánico soldador cuisinier cuisinière
    serveur serveuse chauffeur livreur livreuse ouvrier ouvrière opérateur
    opératrice soignant soignante éducateur éducatrice enseignant enseignante
    professeur chercheur chercheuse boulanger boulangère pâtissier pâtissière
    coiffeur coiffeuse secrétaire juriste avocat avocate médecin pharmacien
    pharmacienne magasinier préparateur mécanicien électricien plombier soudeur
    caissier caissière vårdbiträde barnskötare förskollärare lokalvårdare
    sjukgymnast läkare psykolog kurator receptionist servitris servitör bagare
    brevbärare chaufför målare svetsare snickare arzt ärztin lehrer lehrerin bäcker
    bäckerin maler maurer schweißer gärtner gärtnerin friseur friseurin kellner
    kellnerin buchhalter buchhalterin elektriker elektroniker mechatroniker
    hausmeister lagerist schlosser monteur medewerker verpleegkundige docent leraar
    lerares kok monteur chauffeur adviseur ontwikkelaar beheerder verkoper
    schoonmaker timmerman bakker kapper organizer organiser responder writer clerk
    aide helper stylist canvasser commissioner coach controller ombudsman bookkeeper
    typist farmer gardener butcher florist tailor seamstress welder roofer rigger
    ranger firefighter paramedic detective officer sommelier host hostess
    housekeeper dishwasher packer picker loader mover detailer phlebotomist
    sonographer hygienist doctorand postdoc doktorand utvecklare ingenjör chef
    tekniker handläggare samordnare säljare lärare sjuksköterska undersköterska
    ekonom jurist arkitekt projektledare kock snickare elektriker städare assistent
    medarbetare forskare testare ledare analytiker entwicklerin berater beraterin
    leiter leiterin mitarbeiter mitarbeiterin spezialist spezialistin kaufmann
    kauffrau fachkraft pfleger pflegerin techniker technikerin ingenieurin verkäufer
    verkäuferin praktikant praktikantin werkstudent werkstudentin sachbearbeiter
    sachbearbeiterin fahrer koch köchin architekt architektin erzieher erzieherin
    développeur développeuse ingénieure responsable chargé chargée chef directeur
    directrice technicien technicienne comptable infirmier infirmière vendeur
    vendeuse conseiller conseillère analyste gestionnaire stagiaire alternant
    alternante assistante desarrollador desarrolladora ingeniero ingeniera analista
    gerente jefe director directora técnico técnica enfermero enfermera vendedor
    vendedora contador contadora asesor asesora programador programadora
    administrador administradora coordinador coordinadora especialista""".split()
NOUNS = frozenset(ROLE_NOUNS | set(_MORE_NOUNS))
FORMS = frozenset(NOUNS | {noun + "s" for noun in NOUNS} - {"devops", "devs"})
"""Role nouns, plurals among them."""
ENDINGS = (
    "utvecklare", "utvecklaren", "ingenjör", "konsult", "chef", "ledare", "tekniker", "sköterska",
    "lärare", "assistent", "handläggare", "samordnare", "specialist", "arkitekt", "säljare",
    "rådgivare", "entwickler", "entwicklerin", "leiter", "leiterin", "berater", "beraterin",
    "ingenieur", "fachkraft", "mitarbeiter", "mitarbeiterin", "pfleger", "pflegerin", "kaufmann",
    "kauffrau", "arbeiter", "verkäufer", "fahrer", "mechaniker", "elektroniker", "monteur",
    "medarbetare", "förare", "chaufför", "skötare", "vårdare", "biträde", "pedagog", "buchhalter",
    "elektroniker", "mechatroniker", "meister", "lehrer", "helfer", "betreuer", "händler",
    "assistentin", "medewerker", "verpleegkundige", "ontwikkelaar", "adviseur", "beheerder",
    "maker", "keeper", "ologist", "grapher", "therapist", "ician",
    "administratör", "designer", "forskare", "testare", "analytiker", "operatör", "montör",
)  # fmt: skip
"""What compound role names of other languages end with."""
LAST = frozenset(ending[-3:] for ending in ENDINGS)
PLURAL_KEPT = frozenset("sales devops operations swes".split())
NO_TITLE = frozenset(
    """lead head partner associate president owner agent guide expert professor executive dev vp
    ceo cto cfo coo chief founder manager director engineer developer officer leader
    specialist fellow scholar author writer reporter judge server host maker captain pilot
    sales chef professional worker trainer coach driver principal doctor counsel server
    guard handler""".split()
)
"""Role nouns that are seldom a title by themselves."""
SMALL_SKIPPED = frozenset(
    """lead leads sales partner partners head heads host hosts server servers owner owners leader
    leaders chief counsel fellow fellows dev devs expert experts professional professionals
    founder founders principal president executive executives devops""".split()
)
"""Role nouns that in small letters are most often something else."""
PRAISE = frozenset(
    """a an the our your this that great good excellent exceptional exceptionally talented skilled
    experienced passionate motivated self-motivated highly strong smart creative driven
    dedicated next new more additional several many multiple two three few some other all any
    each every first another dynamic energetic enthusiastic ambitious curious hands-on
    results-driven detail-oriented seasoned qualified proactive innovative reliable capable
    outstanding top world-class top-notch best amazing friendly brilliant awesome fantastic
    kind organized full-time part-time permanent remote freelance contract temporary fellow and
    or of for to with as by in at on from be become hire hiring seeking looking is are was were
    will who whom whose than like including such either both not no only also via per within
    into about following exciting immediate current current ideal perfect potential future
    successful right local team-oriented customer-focused en ett vår våra du som till av och
    erfaren driven flera nu eine einen einer ein der die das den als und für une un le la les
    des de du notre votre comme el los las una unos su nuestro motivated mission-driven
    data-driven our their his her its my we you they it""".split()
)
"""Words before a role's name that are no part of it."""
SENIORITY = frozenset(
    """senior sr sr. junior jr jr. lead principal staff head chief associate assistant deputy intern
    trainee graduate entry-level mid-level i ii iii iv v founding executive vice""".split()
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BEFORE: list[tuple[str, frozenset[str] | None, re.Pattern[str]]] = [
    (
        "as a",
        _words("as som als que como comme de become be bli"),
        late(
            r"\b(?:as|som|als|en tant que|como|comme|en qualité de|become|be|bli)[ *]{1,3}"
            r"(?:an?|the|our|your|vår|eine?|einen|une?|un|una|le|la|nuestr[oa])?[ *]{0,3}"
            r"(?:(?:new|next|very|first|[a-z-]+(?:ed|ing|ly|ful|ic|ive|able)) ){0,3}\**$"
        ),
    ),
    (
        "sought",
        _words(
            """seeking seeks looking hiring hire hires recruit recruiting search searching need
            needs welcome opening openings opportunity opportunities vacancy adding add söker
            anställa suchen sucht cherchons cherche recherchons recherche recrutons recrute
            buscamos busca are är bist role position want wanted"""
        ),
        late(
            r"\b(?:seeking|seeks|looking for|hiring|hires?|recruit(?:ing)?"
            r"|search(?:ing)? (?:of|for)|in need of|needs?|welcome|openings? for"
            r"|opportunit(?:y|ies) for"
            r"|vacancy for|adding"
            r"|add|söker|anställa|suchen|sucht|cherchons|cherche|recherchons|recherche|recrutons"
            r"|recrute|buscamos|busca|are you|är du|bist du|role for|position for|want|wanted)"
            r"[ :*].*$"
        ),
    ),
    (
        "role of",
        _words(
            """role position title post job opportunity opening vacancy roll rolle rollen tjänst
            tjänste tjänsten stelle poste puesto"""
        ),
        late(
            r"(?:role|position|title|post|job|opportunity|opening|vacancy|rolle?n?|tjänste?n?|stelle"
            r"|poste|puesto)(?: of| as| för| som| als| de|:| is| –| -)?[ *]{1,3}"
            r"(?:an?|the|our|full-time|full time|part-time)?[ *]{0,3}$"
        ),
    ),
    (
        "someone else",
        None,
        late(
            r"(?:report\w* (?:directly )?(?:in)?to|(?:work|working|works|partner\w*|collaborat\w*"
            r"|liais\w*|interact\w*|coordinat\w*) (?:closely )?with|alongside|led by|managed by"
            r"|supervised by|direction of|supervision of|supervise|mentor\w*|manage|managing"
            r"|support\w*|assist\w*|including|such as|among|other|experience as|worked as|years as"
            r"|experience (?:\w+ )?(?:in|with))\b.{0,40}$"
        ),
    ),
]
"""What the words before a role phrase tell, within their sentence; the first that fits. One of the
words given stands in every match."""
AFTER = {
    "to": "then to", "who": "then who", "with": "then with", "that": "then who",
    "will": "then a verb", "is": "then a verb", "are": "then a verb", "plays": "then a verb",
    "works": "then a verb", "reports": "then a verb", "supports": "then a verb",
    "leads": "then a verb", "provides": "then a verb", "serves": "then a verb",
    "performs": "then a verb", "manages": "then a verb", "oversees": "then a verb",
    "assists": "then a verb", "helps": "then a verb", "ensures": "then a verb",
    "develops": "then a verb", "designs": "then a verb", "prepares": "then a verb",
    "conducts": "then a verb", "must": "then a verb", "should": "then a verb",
    "role": "then role", "position": "then role", "job": "then role", "opportunity": "then role",
    "opening": "then role", "vacancy": "then role", "jobs": "then role",
    "at": "then at", "on": "then in", "in": "then in", "for": "then for", "you": "then you",
    "we": "then you", "team": "then team", "teams": "then team", "experience": "then experience",
    "och": "then and", "and": "then and", "or": "then and", "till": "then to", "som": "then who",
    "responsible": "then a verb", "i": "then in", "für": "then for", "mit": "then with",
    "pour": "then for", "på": "then in", "för": "then for",
}  # fmt: skip
"""What the word after a role phrase tells."""
LABEL = late(
    r"[*# ]*(?P<kind>(?:job|position|posting|role|working|functional|official|vacancy|business"
    r"|corporate|internal|internal job|job posting|university|civil service|class(?:ification)?)? ?"
    r"(?:title|position|role|name)|job|vacancy|opening|stelle|stellenbezeichnung|befattning|tjänst"
    r"|roll|poste|intitulé du poste|puesto|jobtitel|titel|titre)"
    r"(?: title| name)?\**\s*(?::|\s[-–]\s)\**\s*(?P<title>\S[^\n|]{2,140})",
    re.I,
)
ODD_KINDS = ("official", "business", "corporate", "class", "functional")
LABEL_ALONE = late(
    r"[*# ]*(?:job|position|role|posting|working|official|job posting|vacancy)? ?"
    r"(?:title|position|role|job)"
    r"(?: title| name)?[ :*]*|stellenbezeichnung:?|befattning:?|intitulé du poste ?:?|puesto:?",
    re.I,
)
NEXT_LABEL = late(r"\s+[A-Z]\w+(?: [A-Z]\w+)?:|\s{3,}")
FOR_ALL = late(
    r"\((?:[mwfdxhn]|gn|div|all genders?|alle geschlechter)"
    r"(?:\s?[/|*,]\s?(?:[mwfdxhn]|gn|div)){0,3}\)|\b[mwfh](?:/[mwfdxh]){1,2}\b",
    re.I,
)
"""Said after a title only, in German and French postings: "(m/w/d)"."""
SENTENCE = frozenset(
    """we you our us is are was will your has have i my vi du wir sie nous vous their they can it
    that this please click apply http https""".split()
)
"""Words of sentences, and of no title."""
MODES = frozenset(
    """remote onsite hybrid fulltime parttime contract permanent temporary visa wfh relocation
    location salary equity competitive http https www full-time part-time on-site""".split()
)
MODE = late(
    r"\b(?:on-site|full.time|part.time)\b|\d{2,3}k\b|[$€£]\s?\d|^(?:remote|onsite|hybrid|contract)",
    re.I,
)
SEVERAL = late(
    r"(?i)(?:multiple|various|several|many|all|different|open|varied|two|three|engineering|software|tech)\b"
    r".*\b(?:roles?|positions?|openings|jobs)\b|^(?:roles|positions|openings|engineering roles)$"
)

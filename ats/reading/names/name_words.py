"""The words around a name that tell what is said of it, and words that are no company's name."""

from __future__ import annotations

import re

from ats.reading.lines.vocabulary import HEADING_WORDS
from ats.reading.names import role_words

BEFORE = {
    word: role
    for role, words in {
        "at": "at hos bei chez på",
        "join": "join joining rejoignez rejoindre why meet love",
        "about": "about über om sobre",
        "by": "by via through von par",
        "of": "of av de du in",
        "to": "to for with from within för med mit pour till inside",
        "client": "client clients kund kunden",
    }.items()
    for word in words.split()
}
"""What a word before a name makes of it."""
THE = frozenset("the der die das den le la el".split())
SPEAKS = frozenset(
    """at|join|about|heading about|by|to|is seeking|is equal|is a|is|is a, amid|verb|seeks|then we
    |then team|owning|below about us|the first line|a line near the top""".replace(
        "\n    ", ""
    ).split("|")
)
"""What a sentence says of a company, and seldom of a tool."""
AND = frozenset("and or und och et".split())
ENDS = frozenset({".", "!", "?", ":", "•", "”"})
SKILL = frozenset(
    "in using with experience knowledge like including certified degree use know".split()
)
BE = frozenset("is are was ist är est es sind were".split())
ARTICLE = frozenset("a an the one not en ett ein eine un une der die das le la".split())
SEEKS = frozenset(
    """seeking looking hiring searching recruiting committed proud dedicated seeks söker sucht
    recherche busca recrute recrutons""".split()
)

WE = frozenset("we our you your vi wir nous we’re we're you’ll you'll us i".split())
STAFF = frozenset(
    """team teams employees recruiting recruiters recruiter careers culture customers platform
    mission values family office group offices benefits benefit staff affiliates""".split()
)
VERB = re.compile(r"[a-z]{3,}(?:s|ar|er|t)$")
VERBS = frozenset(
    """offers provides builds helps delivers specializes specialises develops believes designs
    creates requires enables makes empowers has operates welcomes values exists combines
    brings connects serves works continues strives aims reserves supports considers will
    does may was uses sells erbjuder bietet propose ofrece participates recognizes
    encourages understands celebrates complies prohibits maintains assists accepts
    partners powers transforms reimagines makes seeks offre cherche entwickelt utvecklar
    gör har hjälper driver manages allows gives""".split()
)
ORGANISATIONS = frozenset(
    """technology technologies solutions systems consulting group lab labs bank health healthcare
    capital partners ventures hospital university college school clinic trust institute
    foundation council agency association services industries international holding
    holdings media energy financial insurance software network networks studio studios
    games motors therapeutics robotics analytics digital interactive global consultants
    recruitment staffing medical laboratory laboratories logistics manufacturing
    enterprises society county city state department office board center centre museum
    academy church library region klinikum hotel restaurant cafe café bakery kitchen farm
    farms charity dental pharmacy surgery practice textiles store stores shop brewery
    press publishing gasthof gasthaus klinik praxis kanzlei schule stadt
    gemeinde landkreis verein stiftung verlag werke bau getränke clinique hôpital école
    lycée mairie commune ville hôtel ehpad cabinet société groupe université clínica
    colegio escuela ayuntamiento universidad residencia restaurante librería taberna grupo
    fundación skola sjukhus vårdcentral stad restaurang hotell gemeente ziekenhuis
    stichting bakkerij groep""".split()
)
ORGANISATION = re.compile(
    r"(?:^(?:pharma|bio)\w)|(?:universit[eäy]t?\w*|kommun|gruppen|[a-zåäö]{3}skolan?)$"
)
"""Words that the names of organisations are made of."""
CAPITAL = re.compile(r"[A-ZÀ-Þ]")
DIGIT = re.compile(r"\d")
LEGAL_FORMS = frozenset(
    """inc llc ltd gmbh ag ab sa s.a bv b.v plc corp corporation llp p.c pty co company limited n.v
    se kg oy as a/s s.l sas sarl spa s.p.a""".split()
)
PLACES = frozenset(
    """alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,georgia
    hawaii,idaho,illinois,indiana,iowa,kansas,kentucky,louisiana,maine,maryland,massachusetts
    michigan,minnesota,mississippi,missouri,montana,nebraska,nevada,ohio,oklahoma,oregon
    pennsylvania,tennessee,texas,utah,vermont,virginia,washington,wisconsin,wyoming,new york
    new jersey,new mexico,new hampshire,new orleans,new delhi,new york city,north carolina
    north dakota,south carolina,south dakota,west virginia,rhode island,washington dc,los angeles
    san francisco,san diego,san jose,san antonio,san mateo,boston,chicago,seattle,austin,dallas
    houston,denver,atlanta,miami,philadelphia,phoenix,portland,london,manchester,edinburgh,dublin
    berlin,munich,münchen,hamburg,köln,cologne,frankfurt,stuttgart,paris,lyon,amsterdam,stockholm
    göteborg,gothenburg,malmö,uppsala,linköping,lund,zürich,zurich,geneva,basel,vienna,wien,madrid
    barcelona,lisbon,oslo,copenhagen,helsinki,warsaw,krakow,prague,budapest,sydney,melbourne
    brisbane,perth,toronto,vancouver,montreal,ottawa,singapore,hong kong,tokyo,bangalore,bengaluru
    hyderabad,mumbai,pune,india,china,japan,sweden,sverige,germany,deutschland,austria,österreich
    switzerland,schweiz,france,spain,españa,italy,netherlands,belgium,poland,ireland,scotland
    england,wales,norway,norge,denmark,finland,israel,brazil,mexico,canada,australia,new zealand
    south africa,united states,united kingdom,united states of america,asia,africa,north america
    south america,emea,apac,latin america,middle east,bay area,san francisco bay area
    silicon valley,europa,europe""".replace("\n", ",")
    .replace("    ", "")
    .split(",")
)
"""Places often named in postings, in small letters."""
STATE = re.compile(r", [A-Z]{2}(?!\w)")
ADDRESS = re.compile(r"(?:://|www\.|@)(?:www\.)?([a-z0-9][\w.-]*)(?:/([\w-]+))?(?:/([\w-]+))?")
DOMAIN = re.compile(r"\.(?:com|io|ai|org)(?![\w-])")
PLAIN = re.compile(r"[^a-z0-9]")
EVERYWHERE = frozenset(
    """google microsoft amazon salesforce oracle apple facebook linkedin netflix sap adobe ibm meta
    twitter github slack zoom instagram youtube tiktok""".split()
)
STOP = frozenset(
    """we you our the this that it they he she who what why how when where there here if in at on
    as for to and or job role position company team work about join us all candidates
    candidate applicants applicant employees employee experience skills knowledge ability
    responsibilities requirements qualifications benefits salary location remote hybrid
    equal opportunity employment description summary overview please apply click bachelor
    bachelors master masters degree must strong excellent proven your my his her their its
    any each every no not new some today monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november
    december english german french spanish swedish usa uk eu europe america united states
    canada australia london paris berlin aws azure gcp kafka python java javascript sql
    linux windows docker kubernetes office excel git github tableau hr ai ml ceo cto vp
    covid covid-19 com full-time part-time contract senior junior lead principal staff
    head eeo eoe ada state federal government engineering product design marketing sales
    finance legal operations data analytics science technology security support success
    customer customers people talent human resources clients client department university
    college school math computer mathematics stem both one two note while since however
    therefore although mission fortune inc llc ltd internet cloud web mobile software
    hardware business health healthcare city county interested founded backed
    headquartered based located ideal responsible reporting working duties vi du som för
    har ni hos wir sie ich als nous vous je il elle let platform fully competitive
    description: date time full part paid type level year years jan feb mar apr jun jul
    aug sep sept oct nov dec agile scrum react node angular django flask spark hadoop api
    apis saas b2b b2c crm erp etl ci/cd devops ios android html css php ruby rust go c c++
    c# .net typescript postgresql mysql mongodb redis terraform jenkins jira confluence
    phd bs ba ms msc bsc mba gpa dei pto 401k 401 k ssn id w2 cv kpi kpis roi okr seo ux
    ui qa series tech responsibilities: christian jewish muslim american european asian
    title details information contact email phone fax address website internal external
    minimum preferred required desired essential additional other basic key main core
    general category status schedule shift hours pay compensation bonus perks vacation
    holidays insurance medical dental vision life disability retirement flexible unlimited
    annual parental leave management manager director engineer developer analyst program
    project programs projects services service solutions systems system application
    applications development research quality communication communications training
    education professional personal industry sector global international world national
    local regional site secondary primary elementary iot organization organisation
    introduction standards anställningen tjänsten position: overview: north south east
    west central street suite avenue road floor building yes ce cet cette ces tout toute
    tous toutes votre notre nos vos est une les des dans avec sur qui que accueil se qué
    cómo quién los las una tu tus su sus te ofrecemos buscamos somos si wat wie wij jij
    jouw ons onze een het vem vad hur när din ditt dina detta det den heltid deltid
    tillsvidare tillträde ansökan ihre ihr ihren wer was wann ab mandant vollzeit teilzeit
    aufgaben posted duration weekends weekend agency reference ref start term grade
    requisition line karriär up varför welkom waarom pourquoi rejoindre warum willkommen
    välkommen bienvenidos contrato contrat vertrag stage anställning lön salaire sueldo
    gehalt lohn loon empresa requisitos fecha permanent fixed sign-on jahr monat stunde jr sr
    similar hello hi hej hallo hola bonjour då daten konsultuppdrag vikariat sommarjobb
    institutionen forskargruppen""".split()
)
"""Words that are no company's name by themselves."""


RANK = re.compile(r"(?:[ivx]{1,4}|\d{1,2})")
NOUNS = role_words.FORMS
EMPTY = STOP | HEADING_WORDS
MAY_REPEAT = frozenset(
    "at|at, first|owning|is|is a|verb|then we|then team|to|in a list|skill".split("|")
)
ABOUT_US = re.compile(
    r"(?i)\W*(?:about(?: us| the company| our company| the employer)?|who (?:we are|is)|company"
    r"|(?:the )?(?:company|employer) (?:description|overview|profile|background|summary"
    r"|information)|our (?:company|story)|om (?:oss|företaget|arbetsgivaren)|(?:wir )?über uns"
    r"|unternehmen|qui sommes[- ]nous|à propos(?: de nous)?|(?:description de )?l.entreprise"
    r"|sobre nosotros|quiénes somos|what we do|a little about us|introduction|overview)\W*"
)
"""Headings below which the company speaks of itself."""

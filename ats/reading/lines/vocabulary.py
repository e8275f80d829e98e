"""The word lists the finders share: words that begin lines, headings, duties and role names."""

from __future__ import annotations

import re

STARTERS = frozenset(
    """About What Who Why How We You Your Our The This These At As In Must Responsibilities
    Requirements Requirement Qualifications Qualification Minimum Preferred Basic
    Required Benefits Experience Education Skills Job Key Essential Nice Additional
    Strong Excellent Proven Ability Knowledge Bachelor Bachelors Master Masters Come
    Click If For With Salary Location Description Summary Overview Duties Position Role
    Equal Join Perks Bonus Compensation Company Desired Familiarity Proficiency Working
    We’re We're You’ll You'll Bachelor’s Bachelor's Master’s Master's That’s That's It’s
    Here Please To Note Reports Date Department Is Are Have Apply And Not""".split()
)
"""Words that begin a line or a heading: after these, glue is believed even in capitalised words."""

GLUED_LEFT = frozenset(
    """description responsibilities requirements qualifications summary overview benefits
    duties education experience skills role position company required preferred minimum
    desired functions activities accountabilities competencies compensation perks
    background profile purpose details objective opportunity knowledge abilities
    candidate information""".split()
)
"""Capitalised words that end a heading, so that what follows begins something new."""

COMPOUNDS = frozenset(
    """github gitlab javascript typescript pytorch linkedin devops postgresql mongodb graphql
    cloudformation bigquery tensorflow elasticsearch dynamodb spacex powerpoint
    sharepoint wordpress youtube jetbrains openshift fastapi hubspot salesforce
    powershell bitbucket couchdb influxdb clickhouse cockroachdb mysql nosql opencv
    openstack openapi opengl webrtc websocket websockets webgl webpack datadog pagerduty
    servicenow autocad solidworks matlab quickbooks photoshop indesign coffeescript
    actionscript objectivec backbonejs angularjs nodejs reactjs vuejs nextjs sparksql
    pyspark scikitlearn numpy scipy xgboost lightgbm fasttext huggingface openai
    deepmind doordash paypal mastercard facebook airbnb ebay iphone ipad macos ios
    tiktok whatsapp snapchat weworks wework mailchimp wikipedia stackoverflow hackerrank
    leetcode devsecops mlops dataops finops gitops aiops llmops sysops netops secops
    bluejeans onedrive onenote teamcity circleci argocd cloudwatch eventbridge sagemaker
    databricks terraform lambda rabbitmq activemq zeromq redhat vmware virtualbox
    vsphere sourcetree codeigniter springboot dropwizard asp xamarin flutterflow
    firebase realtime crowdstrike sentinelone fortinet paloalto checkpoint splunk
    newrelic logstash filebeat moneygram thoughtworks ziprecruiter glassdoor
    smartrecruiters bamboohr brassring workday peoplesoft netsuite zoominfo linuxone
    minitab labview simulink solarwinds cybersecurity healthtech fintech biotech edtech
    medtech proptech adtech martech mcdonald mckinsey macdonald lowercase camelcase
    usestate""".split()
)
"""Names written with a capital inside, in lower case; these are never cut in two."""

_VERBS = """accelerate accept act adapt address administer adopt advise advocate aid align allocate
    analyse analyze answer apply appraise architect arrange articulate assess assign
    assist assure attend attract audit author automate be become benchmark brief bring
    budget build calculate calibrate call capture care carry catalog champion check
    clean close coach code collaborate collect communicate compile complete compose
    conduct configure consult contact contribute control convert coordinate counsel
    craft create cultivate curate cut debug decide define delegate deliver demonstrate
    deploy design detect determine develop devise diagnose direct discover discuss
    dispatch distribute document draft drive edit educate elevate elicit embed empower
    enable encourage enforce engage engineer enhance ensure escalate establish estimate
    evaluate evangelize examine execute expand experiment explain explore extend extract
    facilitate file find fix follow forecast forge foster fulfil fulfill gain gather
    generate give govern greet grow guide handle help hire hold host identify implement
    improve improvise influence inform ingest initiate innovate inspect inspire install
    integrate interact interface interpret interview introduce inventory investigate
    iterate join keep launch lead learn leverage liaise lift listen load maintain make
    manage map market maximize measure meet mentor migrate mitigate model moderate
    modify monitor motivate negotiate nurture observe obtain offer onboard operate
    operationalize optimise optimize orchestrate order organise organize oversee own
    package participate partner perform pilot place plan play prepare present prevent
    prioritise prioritize process procure produce profile program promote propose
    protect prototype provide publish pull pursue push raise read receive recommend
    reconcile record recruit redesign reduce refactor refine report represent research
    resolve respond review revise run safeguard scale schedule scope secure select sell
    serve set shape share ship solve source spearhead specify stay steer stock
    strategize streamline strengthen structure study suggest supervise supply support
    sustain synthesize tackle take teach test track train transform translate transport
    troubleshoot tune turn understand undertake unify update upgrade upload use utilise
    utilize validate verify visualize walk watch work write""".split()


def _forms(verb: str) -> set[str]:
    stem = verb[:-1] if verb.endswith("e") and verb not in {"be", "oversee"} else verb
    third = verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"
    if verb.endswith(("s", "sh", "ch", "x", "ss")):
        third = verb + "es"
    double = verb + verb[-1] + "ing"
    return {verb, third, stem + "ing", double}


DUTY_VERBS = frozenset(form for verb in _VERBS for form in _forms(verb))
"""Words a duty begins with: "Build", "builds", "Building"."""

_ROLE_NOUNS = """accountant actuary administrator advisor adviser advocate agent analyst animator
    apprentice architect artist assistant associate builder bricklayer attendant auditor
    baker barista bartender biologist bookkeeper broker buyer captain caregiver carer
    carpenter cashier chef chemist cleaner clerk clinician coach consultant contractor
    controller cook coordinator copywriter counsel counselor courier craftsman creator
    curator dentist designer developer dietitian director dispatcher doctor driver
    economist editor educator electrician engineer entwickler estimator evangelist
    examiner executive expert fellow fitter founder generalist geologist guard handler
    head hygienist illustrator inspector installer instructor intern interpreter
    inspector investigator janitor journalist judge laborer lawyer lead leader lecturer
    librarian machinist maker manager marketer mason mechanic merchandiser midwife
    modeler nanny nurse officer operator optician owner painter paralegal paramedic
    partner pharmacist phlebotomist photographer physician physiotherapist pilot planner
    plumber porter practitioner president principal producer professor programmer
    psychologist radiographer receptionist recruiter registrar relator reporter
    representative researcher roofer sales salesperson scholar scientist scrum secretary
    server specialist sre statistician steward strategist stylist superintendent
    supervisor surgeon surveyor teacher technician technologist teller tester therapist
    trader trainee trainer translator treasurer tutor underwriter utvecklare utvikler
    ingénieur développeur ingenieur konsult veterinarian waiter warden weaver welder
    worker writer technologist chief cto ceo cfo coo vp swe sde devops dev""".split()
ROLE_NOUNS = frozenset(_ROLE_NOUNS)
ROLE_NOUN = re.compile(
    r"(?<![\w-])(?:" + "|".join(sorted(ROLE_NOUNS, key=len, reverse=True)) + r")s?(?![\w])",
    re.IGNORECASE,
)
"""A word that names what a person does."""

HEADING_WORDS = frozenset(
    """a about abilities ability accountabilities achieve activities additional after all also
    an and applicant apply are areas as at attributes background basic be because been
    being beneficial benefits best better bonus brief bring build business candidate
    candidates company compensation competencies competences completely core could
    credentials criteria culture daily day definitely description desirable desired do
    doing duties easily education eligibility enjoy essential even exciting expect
    expectations experience extra for from functions fit general get give good great
    have help here highly how icing ideal ideally if impact important in including
    information is it job join key knowledge licenses life like ll look looking love
    main make mandatory may mean minimum mission must my need needed needs nice not
    objectives of offer offers on only opportunity optional or our out overview own
    package part pay people perks person personal physical plus pluses points position
    preferences preferred primary principal professional profile purpose qualifications
    qualification qualities range re recommended relevant required requirement
    requirements responsibilities responsibility responsible reward rewards role roles
    salary scope see select should show skill skills skillset specific specification
    spend stand strongly success succeed successful summary support takes task tasks
    team technical technologies than that the there these things think this thrive to
    today total tools training traits typical typically us useful ve we what when where
    which who why will wish with within work working would you your yourself you’ll
    you'll we’re we're you’re you're you’ve you've we’d we'd what’s what's anforderungen
    aufgaben profil ihr dein deine wir bieten was du mitbringst deine arbetsuppgifter
    kvalifikationer kompetens erfarenhet vi erbjuder din dina om rollen söker dig som
    missions votre compétences profil recherché nous offrons poste minimum meriterande
    krav""".split()
)
"""Words that headings are made of."""

FOREIGN_HEADINGS = {
    "OTHER": r"bewerb|ansprechpartner|datenschutz|kontakt|ansök|övrigt|rekryteringsprocess"
    r"|urval|facklig|postuler|candidature|processus de recrutement|modalités|postular"
    r"|c[oó]mo aplicar|proceso de selecci[oó]n|contacto|solliciteren|candidatar",
    "BENEFIT": r"wir (?:\w+ )?bieten|bieten wir|unser angebot|(?:deine|ihre) (?:vorteile|benefits)"
    r"|freuen|gute gründe|für dich drin|unsere leistungen|förmåner|erbjud|får du|du får"
    r"|avantages|(?:nous|on) (?:vous |te )?(?:offr|propos)|pourquoi (?:nous )?rejoindre"
    r"|bekommst du|du bekommst|(?:erhalten|bekommen) sie|geben wir|wir geben"
    r"|ce que (?:nous|on) (?:\w+ )?(?:mett|donn|réserv)|te llevas|te damos|damos\b"
    r"|ofrecemos|beneficios|ventajas|ofrece|bieden|benef[ií]cios|oferecemos|offriamo",
    "PAY": r"gehalt|vergütung|\blön\b|salaire|rémunération|salario|remuneraci[oó]n|retribuci",
    "NICE": r"von vorteil|wünschenswert|idealerweise|pluspunkt|merit(?:er)?|önskvärt|plus om"
    r"|atouts?\b|souhait|appréci|un plus|idéalement|se valorar|valorable|deseable|diferencia"
    r"|desejável|\bpré\b|gradit[oi]",
    "DUTY": r"aufgaben|tätigkeit|was du (?:\w+ )*(?:machst|tust|bewegst)|das machst du"
    r"|(?:dich|sie|euch) erwartet|erwartet (?:dich|sie|euch)|wirst du|du wirst"
    r"|(?:deine|ihre) (?:rolle|verantwortung|mission)|dein (?:job|alltag|impact)"
    r"|verantwort|arbetsuppgift|din roll|dina? (?:uppgifter|ansvar)|ansvarsområd"
    r"|vad du (?:kommer|ska|gör)|i rollen|uppdraget|missions\b|responsabil|tâches"
    r"|(?:votre|ton) (?:rôle|mission|quotidien)|ce que (?:vous|tu) (?:fer|all|vas|fai)"
    r"|activités|au quotidien|funciones|tareas|(?:qu[eé]|lo que) harás"
    r"|tu (?:misi[oó]n|rol|día)|actividades|atividades|atribuições|ga je doen|werkzaamheden",
    "ROLE": r"stellenbeschreibung|(?:über|zu) (?:die|der|dieser?) (?:stelle|rolle|position)"
    r"|om (?:rollen|tjänsten|jobbet|uppdraget)|(?:le|du) poste|(?:del|el) puesto",
    "MUST": r"wünschen wir|uns wünschen|erwarten wir|wir erwarten|pedimos|du kan\b"
    r"|(?:nous|on) (?:attend|cherch|demand)"
    r"|profil|anforderung|qualifikation|voraussetzung|mitbring|bringst du|du bringst"
    r"|bringen sie|kenntnisse|wen wir suchen|wir suchen|auszeichnet|das solltest|\bkrav"
    r"|kvalifikation|kompetens|söker|vem är du|om dig|är du|din bakgrund|du har\b|erfarenhet"
    r"|egenskaper|compétences|exigences|formation|pré-?requis|requis\b|vous (?:êtes|avez)"
    r"|recherch|expérience|requisitos|perfil|buscamos|formaci[oó]n|conocimientos"
    r"|habilidades|competencias|imprescindible|experiencia|necesit|requisiti|profiel"
    r"|functie-?eisen|vragen wij|wie ben j|qualificações|procuramos",
    "ABOUT": r"über uns|wer wir sind|unternehmen|das sind wir|om oss|om företag|vilka är vi"
    r"|om arbetsplats|à propos|qui sommes|entreprise|l['’]équipe|sobre nosotros"
    r"|qui[eé]nes somos|la empresa|acerca de|over ons|sobre n[oó]s|chi siamo",
}
"""What headings in German, Swedish, French and Spanish say, and a few in their neighbours'
languages, by the name of the role they give."""

FOREIGN_HEADING_WORDS = frozenset(
    """der die das den dem ein eine einen deine dein dich dir du dies diese dieser ihr ihre ihren
    ihnen sie sich unser unsere unseren uns wir was wer wen wie warum bei mit mitbringst
    mitbringen mitbringen für von zu zum zur im in auf und oder über ist sind hast haben
    solltest sollten kannst können bringst bringen machst tust bieten bietet erwartet erwartest
    erwarten suchen vorteil vorteile vorteilhaft wünschenswert idealerweise aufgabe aufgaben
    aufgabengebiet aufgabenbereich tätigkeiten verantwortung verantwortlichkeiten
    voraussetzungen qualifikation qualifikationen kenntnisse fähigkeiten erfahrung erfahrungen
    stelle rolle position profil anforderungsprofil persönlichkeit überzeugst freuen darauf
    angebot leistungen unternehmen team mehr wichtig noch außerdem auch gut gute gründe
    att av bli dig din dina ditt den det du en ett för förmåner gör ha hos har i inom jobbet jobb
    ska kan kommer krav kraven kvalifikationer med meriterande merit om oss på roll rollen
    tjänsten uppgifter ansvar ansvarsområden arbetsuppgifter söker tror vad varför vem vi vill
    vilka våra vår vårt är även erbjuder erfarenhet erfarenheter egenskaper personliga
    kompetenser utbildning bakgrund ser gärna som skallkrav önskvärt uppdraget arbete
    à au aux avec ce ces cette chez de des du elle en es et êtes avez est il l la le les leur
    notre nos nous on ou par pas pour profil poste que quel quelle quels qui recherchons
    recherché recherchée rejoindre rôle sera serait ses son sont sur ta tes ton tu un une
    vos votre vous proposons offrons offre avantages atout atouts souhaité souhaitée
    souhaitées compétences requises requis expérience formation responsabilités tâches
    activités principales principaux quotidien description propos sommes entreprise équipe
    a al como cómo con del el ella ellas en es esta este la las lo los más nos nosotros o para
    perfil por puesto que qué quién quiénes se si sobre somos su sus te tu tus un una y
    requisitos requeridos requerido beneficios ofrecemos ofrece buscamos buscando harás hacer
    funciones principales responsabilidades tareas conocimientos habilidades experiencia
    formación valorará valorable valorables deseable deseables imprescindible imprescindibles
    necesitas necesario misión rol día competencias empresa descripción
    wat wie jij je jouw wij bieden vragen doen ga gaat ben profiel functie eisen
    atividades benefícios oferecemos diferenciais qualificações procuramos requeridas""".split()
)
"""Words those headings are made of."""

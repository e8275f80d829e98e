"""Lines are found again where a copy lost them, and names are never cut in two."""

from __future__ import annotations

import pytest

from ats.reading import read_text
from ats.reading.lines.layout import lay_out

NAMES = """GitHub GitLab PyTorch JavaScript TypeScript LinkedIn YouTube PostgreSQL MySQL MongoDB
    GraphQL NoSQL DevOps MLOps DevSecOps FinOps BigQuery TensorFlow OpenCV OpenStack OpenShift
    OpenAPI OpenGL OpenTelemetry CloudFormation CloudFront CloudWatch DynamoDB ElasticSearch
    SageMaker EventBridge PowerPoint PowerShell PowerBI SharePoint OneDrive OneNote WordPress
    WooCommerce HubSpot SalesForce ServiceNow PagerDuty DataDog DataBricks SnowPipe ClickHouse
    CockroachDB InfluxDB CouchDB MariaDB RocksDB ScyllaDB DuckDB SQLite RabbitMQ ActiveMQ ZeroMQ
    RedHat VMware VirtualBox CentOS FreeBSD NetBSD AngularJS NodeJS NextJS VueJS ReactJS
    CoffeeScript ActionScript FastAPI FluentD LangChain LlamaIndex HuggingFace OpenAI DeepMind
    ChatGPT XGBoost LightGBM CatBoost NumPy SciPy PySpark PyCharm IntelliJ WebStorm JetBrains
    CircleCI TeamCity ArgoCD BitBucket SonarQube SolidWorks AutoCAD MatLab LabVIEW SimuLink
    QuickBooks NetSuite PeopleSoft WorkDay MailChimp TikTok WhatsApp SnapChat PayPal DoorDash
    MasterCard McKinsey McDonald DeLonghi FedEx eBay iPhone iPad iOS macOS iCloud eCommerce
    SpaceX AstraZeneca GlaxoSmithKline PricewaterhouseCoopers BlackRock JPMorgan HashiCorp
    CrowdStrike CloudFlare StackOverflow HackerRank LeetCode PhD WebRTC WebSocket WebGL LaTeX
    BibTeX QGIS ArcGIS BioPython GeoPandas StreamLit RStudio DataRobot OpenSearch""".split()


def words(text: str) -> list[str]:
    return [line.text for line in lay_out(text)]


@pytest.mark.parametrize("name", NAMES)
def test_names_stay_whole(name: str) -> None:
    for line in (
        f"Experience with {name} and other tools",
        f"We use {name}, and you know {name} well.",
        f"{name} or something like it",
        f"Strong knowledge of {name}",
    ):
        assert words(line) == [line]


def test_there_are_many_names() -> None:
    assert len(NAMES) > 130


def test_a_line_break_lost_to_nothing() -> None:
    glued = "Requirements3+ years of baking breadAbility to rise earlyKnowledge of rye and spelt"
    assert words(glued) == [
        "Requirements",
        "3+ years of baking bread",
        "Ability to rise early",
        "Knowledge of rye and spelt",
    ]


def test_a_line_break_turned_into_a_space() -> None:
    lines = [
        "Responsibilities",
        "Plan the planting of the beds along the river",
        "Maintain the greenhouses and their heating",
        "Train volunteers in the use of hand tools",
        "Requirements",
        "Experience with fruit trees and old roses",
        "Ability to work outdoors in all seasons",
        "Knowledge of composting and soil care",
    ]
    found = words(" ".join(lines))
    assert len(found) >= 5
    assert set(lines[5:]) <= set(found)


def test_prose_is_not_cut() -> None:
    prose = (
        "The garden lies between the old town and the river Lea, where the Friends of Lea Park "
        "planted the first lime trees in 1904. Today three gardeners and forty volunteers from "
        "Hackney and Bow keep it open for everybody, with support from the National Lottery."
    )
    assert words(prose) == [prose]


def test_glued_bullets() -> None:
    glued = (
        "You will need a good hand for clay and a calm mind on market days- Experience with glazes"
        "- A driving licence- Patience with children and their parents- Knowledge of kilns of "
        "every kind and of the firing schedules that they need"
    )
    assert len(words(glued)) == 5


@pytest.mark.parametrize("mark", ["•", "-", "*", "–", "·", "・", "‧", "»", "→", "1)", "2.", "(a)"])
def test_bullets_of_many_kinds(mark: str) -> None:
    line = lay_out(f"{mark} Knowledge of knots")[0]
    assert line.bullet
    assert line.text == "Knowledge of knots"


def test_emoji_bullets_and_headings() -> None:
    lines = lay_out("🌟 What you bring\n\n✅ Patience\n🔥 Steady hands\n🎯 A good eye")
    assert [line.text for line in lines] == [
        "What you bring",
        "Patience",
        "Steady hands",
        "A good eye",
    ]
    assert [line.bullet for line in lines] == [False, True, True, True]


def test_a_heading_on_two_lines() -> None:
    found = read_text("Potter\n\nYour\nResponsibilities:\n- Throw bowls\n- Mix glazes")
    assert [item.text for item in found.items] == ["Throw bowls", "Mix glazes"]
    assert {item.kind.value for item in found.items} == {"duty"}


def test_markdown_headings_glued_to_words() -> None:
    glued = (
        "We are a small pottery with a large garden and many guests in summer.### Requirements"
        "* Experience with wood-fired kilns and stoneware* Knowledge of local clay and its limits"
        "* Willingness to teach evening classes in autumn and winter"
    )
    found = read_text(glued)
    assert len(found.items) == 3


def test_c_sharp_is_no_heading() -> None:
    line = "Experience with C# Desktop and C# Server applications, and with F# Scripts " * 4
    assert all("C#" in words or "F#" in words for words in words(line.strip()))


def test_sentences_wrapped_to_a_width() -> None:
    found = read_text(
        "Requirements\n- Experience with wooden boats of every size, and with the tools\n"
        "  that are needed to repair them in winter\n- Knowledge of knots"
    )
    assert [item.text for item in found.items] == [
        "Experience with wooden boats of every size, and with the tools that are needed to "
        "repair them in winter",
        "Knowledge of knots",
    ]


def test_short_lines_in_small_letters_are_a_list() -> None:
    found = read_text("Requirements\nknowledge of knots\nexperience with ropes\nability to swim")
    assert len(found.items) == 3


def test_codes_and_rates_glued_to_the_next_line() -> None:
    assert words("Rye Mill, Salem, ORPart-time at $25/hourAbout the mill") == [
        "Rye Mill, Salem, OR",
        "Part-time at $25/hour",
        "About the mill",
    ]
    assert words("Knowledge of tides, GPSs and maps") == ["Knowledge of tides, GPSs and maps"]


def test_a_bullet_stays_with_its_first_words() -> None:
    prose = "We spin in an old mill by the river, and people come from far away to see it. " * 40
    words = prose + (
        "of looms, dye works, spinning rooms, the shop, the archive etc.What You Will Do:• Build "
        "looms that carry cloth to our weavers. You will plan, draw and test each loom until it is "
        "quiet, even and quick enough for the mill• Mend shuttles inside a deep and old machine "
        "room that includes belts, wheels and gears• Keep the mill ready for every order of cloth"
    )
    bullets = [line.text.split()[0] for line in lay_out(words) if line.bullet]
    assert bullets == ["Build", "Mend", "Keep"]


@pytest.mark.parametrize(
    "text",
    [
        "We’re Crumb. RequirementsFive years of baking with GitHub• Ability to plan• Patience",
        "We bake and start at four.RequirementsFive years of baking• Ability to plan",
        "We bake.\nRequirements\nFive years of baking\n• Ability to plan\n• Patience",
    ],
)
def test_a_heading_glued_on_both_sides_and_the_years_below_it(text: str) -> None:
    asked = [item.text for item in read_text(text).items]
    assert asked[0].startswith("Five years of baking")
    assert asked[1] == "Ability to plan"

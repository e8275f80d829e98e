"""Buttons, chips, segments, glyphs and the rest, driven as a person drives them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ats.domain.posting import Coverage, RequirementStatus
from ats.domain.stage import DEFAULT_STAGES, Outcome, Stage, StageKind
from ats.gui.controls.buttons import IconButton, LeadingButton, SplitButton, StageButton, button
from ats.gui.controls.chip import Chip, FilterChip, ToggleChip
from ats.gui.controls.elided_label import ElidedLabel
from ats.gui.controls.empty_state import EmptyState
from ats.gui.controls.flow_layout import FlowLayout, clear_layout
from ats.gui.controls.glyphs import CoverageBar, RequirementGlyph, StageGlyph, ticks_width
from ats.gui.controls.monogram import Monogram, letter
from ats.gui.controls.segmented import Choice, Segmented, StatusSegmented
from ats.gui.theme import Scheme, Theme

STAGES = [
    Stage(id=at + 1, name=name, kind=kind, position=at)
    for at, (name, kind) in enumerate(DEFAULT_STAGES)
]


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def test_an_icon_button_has_a_name_and_a_tooltip(qtbot: QtBot) -> None:
    made = IconButton("plus", "Add requirement", shortcut="Ctrl+R")
    shown(qtbot, made)
    assert made.accessibleName() == "Add requirement"
    assert made.toolTip() == "Add requirement (Ctrl+R)"
    assert min(made.width(), made.height()) >= 24


def test_targets_are_large_enough(qtbot: QtBot) -> None:
    for made in (
        button("Save"),
        button("Undo", "link"),
        button("Add", "ghost", "plus"),
        IconButton("x", "Close"),
        Chip("Backend Engineer"),
        FilterChip("Remote"),
    ):
        shown(qtbot, made)
        assert made.height() >= 24, made
        assert made.width() >= 24, made


def test_the_split_button_runs_its_actions(qtbot: QtBot) -> None:
    made = SplitButton("New application", "plus", "Other ways")
    shown(qtbot, made)
    main, other = QAction("New application", made), QAction("Import CSV", made)
    ran: list[str] = []
    main.triggered.connect(lambda: ran.append("main"))
    made.set_actions(main, [other])
    made.main.click()
    assert ran == ["main"]
    assert [action.text() for action in made.menu().actions()] == ["Import CSV"]
    assert made.arrow.accessibleName() == "Other ways"
    main.setEnabled(False)
    assert not made.main.isEnabled()


def test_the_stage_button_offers_every_stage_and_outcome(qtbot: QtBot) -> None:
    made = StageButton()
    shown(qtbot, made)
    made.show_stage(STAGES[3], None, STAGES)
    assert made.text() == "Interviewing"
    assert made.accessibleName() == "Stage: Interviewing"
    menu = made.menu()
    menu.aboutToShow.emit()
    actions = {action.text(): action for action in menu.actions() if action.text()}
    assert list(actions) == [stage.name for stage in STAGES]
    assert not actions["Interviewing"].isEnabled()
    with qtbot.waitSignal(made.chosen) as chosen:
        actions["Offer"].trigger()
    assert chosen.args == [STAGES[4], None]
    outcomes = actions["Closed"].menu().actions()  # type: ignore[attr-defined]
    with qtbot.waitSignal(made.chosen) as chosen:
        outcomes[1].trigger()
    assert chosen.args == [STAGES[5], Outcome.REJECTED]


def test_a_closed_stage_says_why(qtbot: QtBot) -> None:
    made = StageButton()
    qtbot.addWidget(made)
    made.show_stage(STAGES[5], Outcome.NO_RESPONSE, STAGES)
    assert made.text() == "Closed: No response"


def test_a_leading_button_gives_room_to_both_texts(qtbot: QtBot) -> None:
    made = LeadingButton("Search or run…", "search", "search")
    shown(qtbot, made)
    without = made.sizeHint().width()
    made.set_trailing("Ctrl K")
    assert made.sizeHint().width() > without + 20


def test_segments_are_chosen_by_mouse_and_arrow_keys(qtbot: QtBot) -> None:
    made = Segmented("View", [Choice("board", "Board"), Choice("table", "Table")])
    shown(qtbot, made)
    made.set_value("board")
    seen: list[str] = []
    made.chosen.connect(seen.append)
    made.setFocus()
    QTest.keyClick(made.focusWidget(), Qt.Key.Key_Right)
    assert (seen, made.value()) == (["table"], "table")
    QTest.keyClick(made.focusWidget(), Qt.Key.Key_Right)
    assert seen == ["table", "board"]


def test_only_the_chosen_segment_is_a_tab_stop(qtbot: QtBot) -> None:
    window = QWidget()
    row = FlowLayout(window)
    made, after = StatusSegmented(), QPushButton("After")
    row.addWidget(made)
    row.addWidget(after)
    shown(qtbot, window)
    made.set_value(RequirementStatus.PARTIAL)
    made.setFocus()
    assert window.focusWidget().text() == "Partial"  # type: ignore[attr-defined]
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is after
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    assert window.focusWidget().text() == "Partial"  # type: ignore[attr-defined]


def test_setting_a_value_is_not_choosing(qtbot: QtBot) -> None:
    made = StatusSegmented()
    qtbot.addWidget(made)
    with qtbot.assertNotEmitted(made.chosen):
        made.set_value(RequirementStatus.GAP)
    assert made.value() is RequirementStatus.GAP


def test_a_filter_chip_is_removed_by_its_cross_or_a_key(qtbot: QtBot) -> None:
    chip = FilterChip("Remote or hybrid")
    shown(qtbot, chip)
    cross = QPoint(chip.width() - 14, chip.height() // 2)
    with qtbot.waitSignal(chip.removed), qtbot.assertNotEmitted(chip.clicked):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=cross)
    with qtbot.waitSignal(chip.removed):
        QTest.keyClick(chip, Qt.Key.Key_Delete)
    with qtbot.waitSignal(chip.clicked), qtbot.assertNotEmitted(chip.removed):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(10, chip.height() // 2))


def test_chips_answer_to_enter_and_space(qtbot: QtBot) -> None:
    chip = ToggleChip("Remote")
    shown(qtbot, chip)
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert chip.isChecked()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert not chip.isChecked()


def test_flow_breaks_lines_and_grows(qtbot: QtBot) -> None:
    window = QWidget()
    flow = FlowLayout(window)
    for text in ("Remote", "Hybrid", "Pay at least 75k", "Backend"):
        flow.addWidget(Chip(text))
    shown(qtbot, window)
    assert flow.heightForWidth(120) > 2 * flow.heightForWidth(2000)
    window.resize(120, 400)
    flow.activate()
    spots = [flow.itemAt(at).geometry() for at in range(flow.count())]  # type: ignore[union-attr]
    assert not any(one.intersects(other) for one in spots for other in spots if one is not other)
    assert all(QRect(0, 0, 120, 400).contains(spot) for spot in spots)
    clear_layout(flow)
    assert flow.count() == 0


def test_glyphs_and_bars_say_what_they_show(qtbot: QtBot, look: Theme) -> None:
    stage, requirement, bar = StageGlyph(), RequirementGlyph(), CoverageBar()
    for widget in (stage, requirement, bar):
        qtbot.addWidget(widget)
    stage.show_stage(StageKind.CLOSED, Outcome.ACCEPTED)
    requirement.show_status(RequirementStatus.GAP)
    bar.show_coverage(Coverage(5, 2, 2, 1))
    assert stage.accessibleName() == "Accepted"
    assert requirement.accessibleName() == "Gap"
    assert bar.accessibleName() == "7 of 10 covered"
    for scheme in Scheme:
        look.set_scheme(scheme)
        for widget in (stage, requirement, bar):
            widget.resize(QSize(60, 16))
            assert not widget.grab().isNull()


def test_ticks_never_need_more_than_their_room() -> None:
    assert ticks_width(Coverage()) == 0
    assert ticks_width(Coverage(strong=1)) == 8
    assert all(ticks_width(Coverage(strong=count)) <= 64 for count in range(1, 200))


def test_a_long_text_is_shortened_and_told_in_the_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("Senior Software Engineer, Payments and Billing")
    shown(qtbot, label)
    label.resize(80, 20)
    assert label.is_elided()
    assert label.toolTip() == "<span>Senior Software Engineer, Payments and Billing</span>"
    label.resize(800, 20)
    assert label.toolTip() == ""


def test_monograms() -> None:
    assert letter("Confluent") == "C"
    assert letter("  élan") == "É"
    assert letter("4 Day Week") == "4"
    assert letter("") == "?"


def test_a_monogram_is_painted(qtbot: QtBot) -> None:
    made = Monogram("Confluent")
    qtbot.addWidget(made)
    made.show_name("Lumen & Vale")
    assert not made.grab().isNull()


def test_an_empty_state_offers_what_to_do(qtbot: QtBot) -> None:
    window = QWidget()
    actions = [QAction(text, window) for text in ("Paste posting", "Add by hand")]
    made = EmptyState("briefcase", "No applications yet. Paste a posting to start.", *actions)
    made.setParent(window)
    shown(qtbot, window)
    ran: list[int] = []
    actions[0].triggered.connect(lambda: ran.append(1))
    made.setFocus()
    assert window.focusWidget() is made.buttons[0]
    assert made.buttons[0].property("variant") == "primary"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert len(ran) == 1
    actions[1].setEnabled(False)
    assert not made.buttons[1].isEnabled()
    texts = [label.text() for label in made.findChildren(QLabel)]
    assert "No applications yet. Paste a posting to start." in texts


def test_words_in_a_tooltip_are_never_markup(qtbot: QtBot) -> None:
    label = ElidedLabel('<img src="file:///etc/passwd"> & more words than fit')
    shown(qtbot, label)
    label.resize(80, 20)
    assert "<img" not in label.toolTip()
    assert "&lt;img" in label.toolTip()

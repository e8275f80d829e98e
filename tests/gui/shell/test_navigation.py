"""Back and forward behave as in a browser."""

from __future__ import annotations

from ats.gui.navigation import History, Place

HOME, ONE, TWO = Place("applications"), Place("application", 1), Place("application", 2)


def test_back_and_forward_retrace_the_way() -> None:
    history = History(HOME)
    history.visit(ONE)
    history.visit(TWO)
    assert [history.back(), history.back(), history.back()] == [ONE, HOME, HOME]
    assert not history.can_go_back
    assert [history.forward(), history.forward(), history.forward()] == [ONE, TWO, TWO]


def test_a_new_visit_forgets_what_was_ahead() -> None:
    history = History(HOME)
    history.visit(ONE)
    history.back()
    history.visit(TWO)
    assert not history.can_go_forward
    assert history.back() == HOME


def test_visiting_where_one_is_adds_nothing() -> None:
    history = History(HOME)
    history.visit(HOME)
    assert not history.can_go_back


def test_stepping_replaces_and_forgetting_takes_out() -> None:
    history = History(HOME)
    history.visit(Place("review"))
    history.visit(ONE)
    history.replace(TWO)
    history.forget("review")
    assert (history.place, history.back()) == (TWO, HOME)

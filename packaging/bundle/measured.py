"""A second door of the bundle that ends the process at a moment, for `packaging/measure_start.py`.

    ats-measured empty            at the first paint of an empty Qt window
    ats-measured picture FOLDER   at the first paint of the program's window, on the store in FOLDER
    ats-measured ready FOLDER     when the program is drawn and at rest

It stands beside the program only where it was built and is in no package.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable


def _ending(paint: Callable[..., None]) -> Callable[..., None]:
    def painted(window: object, event: object) -> None:
        paint(window, event)
        os._exit(0)

    return painted


def _empty() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        paintEvent = _ending(QMainWindow.paintEvent)  # noqa: N815

    app = QApplication([])
    window = Window()
    window.resize(1440, 900)
    window.show()
    app.exec()


def _picture() -> None:
    from ats.gui.frame import Frame

    Frame.paintEvent = _ending(Frame.paintEvent)
    _start()


def _ready() -> None:
    from ats import app

    class Measured(app.Running):
        def started(self, *_given: object) -> None:
            app.QApplication.processEvents()
            os._exit(0)

    app.Running = Measured
    _start()


def _start() -> None:
    from ats.__main__ import main

    main()


moment = sys.argv[1]
if moment != "empty":
    os.environ["ATS_DATA"] = sys.argv[2]
del sys.argv[1:]
{"empty": _empty, "picture": _picture, "ready": _ready}[moment]()

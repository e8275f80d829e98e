"""From starting the program to the first picture of its window, and to the window ready for use,
beside an empty Qt window.

    python benchmarks/bench_launch.py [APPLICATIONS…]

Each start is a process of its own and they start in turns. The first picture is the end of the
first paint of the window; ready is when the list is drawn and the event loop at rest.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.generated import fill  # noqa: E402
from benchmarks.timing import in_turns, line  # noqa: E402

ROUNDS = 7

_FLOOR = """
import os
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        os._exit(0)
app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""

_FIRST_PICTURE = """
import os, sys
from ats.gui.frame import Frame
paint = Frame.paintEvent
def painted(self, event):
    paint(self, event)
    os._exit(0)
Frame.paintEvent = painted
os.environ["ATS_DATA"] = sys.argv.pop()
from ats.__main__ import main
main()
"""

_READY = """
import os, sys
from PySide6.QtWidgets import QApplication
from ats import app
class Measured(app.Running):
    def started(self, files):
        QApplication.processEvents()
        os._exit(0)
app.Running = Measured
os.environ["ATS_DATA"] = sys.argv.pop()
from ats.__main__ import main
main()
"""


def started(program: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-c", program, *arguments], cwd=ROOT, check=True)


def main(sizes: list[int]) -> None:
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            data = Path(folder) / "data"
            fill(data, size, posting_words=200).close()
            for what, program in (("first picture", _FIRST_PICTURE), ("ready", _READY)):
                ours, theirs = in_turns(
                    lambda program=program, data=data: started(program, str(data)),
                    lambda: started(_FLOOR),
                    ROUNDS,
                )
                print(line(f"{what}, {size} applications", ours, theirs, "an empty window"))


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [1, 1000])

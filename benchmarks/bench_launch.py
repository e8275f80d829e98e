"""From starting the program to its first whole picture, beside an empty Qt window.

    python benchmarks/bench_launch.py [APPLICATIONS…]

Each start is a process of its own that ends once the event loop has come to rest after the
first paint; both kinds start in turns.
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
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
QTimer.singleShot(0, lambda: QTimer.singleShot(0, app.quit))
app.exec()
"""

_OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ats import app
class Measured(app.Running):
    def __init__(self, *arguments, **more):
        super().__init__(*arguments, **more)
        QTimer.singleShot(0, lambda: QTimer.singleShot(0, self.window.close))
app.Running = Measured
app.run(Path(sys.argv[1]), [])
"""


def started(program: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-c", program, *arguments], cwd=ROOT, check=True)


def main(sizes: list[int]) -> None:
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            data = Path(folder) / "data"
            fill(data, size, posting_words=200).close()
            ours, theirs = in_turns(
                lambda data=data: started(_OURS, str(data)), lambda: started(_FLOOR), ROUNDS
            )
            print(line(f"start with {size} applications", ours, theirs, "an empty window"))


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [1, 1000])

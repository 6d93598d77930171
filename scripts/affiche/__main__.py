"""``python -m affiche``: the command line, where the command ``affiche`` is not on the path."""

from affiche.cli import run

run()

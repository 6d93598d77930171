"""The command line: what people type, and what they read back.

What is right or wrong is decided below; this storey asks, prints and sets exit codes.
"""

from affiche.cli.app import main, run

__all__ = ["main", "run"]

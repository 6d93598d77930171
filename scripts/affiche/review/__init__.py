"""Compare two states of a project: what changed for readers, and on what hangs on a wall.

Where the states come from (a branch, a commit) and how the answer is shown is left to ``cli``.
"""

__all__: list[str] = []

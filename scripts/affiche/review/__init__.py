"""Compare two states of a project: what changed for readers, and on what hangs on a wall.

Where the states come from (a branch, a commit) and how the answer is shown is left to ``cli``.
"""

from affiche.review.comparison import Comparison, Named, compare_states
from affiche.review.diff import Diff
from affiche.review.markdown import as_markdown
from affiche.review.plain import as_plain
from affiche.review.report_page import report_page
from affiche.review.schema import as_json, schema_json
from affiche.review.states import State, open_state

__all__ = [
    "Comparison",
    "Diff",
    "Named",
    "State",
    "as_json",
    "as_markdown",
    "as_plain",
    "compare_states",
    "open_state",
    "report_page",
    "schema_json",
]

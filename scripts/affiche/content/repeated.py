"""Take an item out of a list that names it twice.

Finding it is left to the model.
"""

from __future__ import annotations

import re

from affiche.content.yaml_nodes import Fields
from affiche.model import KeyPath
from affiche.report import Place, Repair


def without_item(fields: Fields, path: KeyPath) -> Repair | None:
    """Return the repair that takes out the one-word item at ``path``, which is there before too.

    None where something else stands on its line, such as a remark: that is its writer's to keep.
    """
    position = fields.values.get(path)
    if position is None or position[0] > len(fields.lines):
        return None
    number, column = position
    line = fields.lines[number - 1]
    if re.fullmatch(r" *- +[\"']?[\w-]+[\"']? *", line):
        return Repair(Place(fields.file, number), f"{line}\n", "")
    before = re.search(r", *$", line[: column - 1])
    item = re.match(r"[\"']?[\w-]+[\"']?(?= *[],])", line[column - 1 :])
    if before is None or item is None:
        return None
    place = Place(fields.file, number, before.start() + 1)
    return Repair(place, f"{before[0]}{item[0]}", "")

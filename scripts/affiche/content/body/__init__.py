"""The Markdown under the fields: what is wrong in it, with its place.

The fields above it are left to the other modules of ``content``; making HTML of it to the site
generator.
"""

from affiche.content.body.body import Body
from affiche.content.body.checking import check_bodies
from affiche.content.body.remembered import Recall, anew

__all__ = ["Body", "Recall", "anew", "check_bodies"]

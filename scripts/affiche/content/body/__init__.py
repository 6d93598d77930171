"""The Markdown under the fields: what is wrong in it, with its place.

The fields above it are left to the other modules of ``content``; making HTML of it to the site
generator.
"""

from affiche.content.body.body import Body
from affiche.content.body.checking import check_bodies

__all__ = ["Body", "check_bodies"]

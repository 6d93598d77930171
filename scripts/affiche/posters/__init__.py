"""From catalogue to poster jobs, and from jobs to PDF, SVG and WebP.

The only storey that draws: typst, Pillow and segno are spoken here and nowhere else.
"""

from typing import TYPE_CHECKING

from affiche.posters.artwork import FAMILIES, PATTERN, Artwork, choose_artwork
from affiche.posters.fonts import FontFile
from affiche.posters.job import POSTER, ArtworkJob, CardJob, PictureJob, PosterJob
from affiche.posters.making import MadePosters, make_posters
from affiche.posters.on_demand import on_demand
from affiche.posters.picture import prepare_picture, why_not_a_picture
from affiche.posters.planning import PlannedPoster, go_address, plan_posters
from affiche.posters.qr import CodeBook, draw_qr
from affiche.posters.studio import Studio, open_studio
from affiche.posters.wording import for_whom, format_label, kicker_of, sessions_of, size_label

if TYPE_CHECKING:
    from affiche.posters.page_artwork import plan_artwork, plan_pictures
    from affiche.posters.paperwork import Paper, PaperKind, Paperwork, make_paperwork
    from affiche.posters.print_order import needs_print_shop, plan_order
    from affiche.posters.rendering import ARTWORK, CARD, PICTURE, PREVIEW, render
    from affiche.posters.social_card import CARD_SIZE_PX, SocialCard, plan_card

_HOMES = {
    "ARTWORK": "rendering",
    "CARD": "rendering",
    "CARD_SIZE_PX": "social_card",
    "PICTURE": "rendering",
    "PREVIEW": "rendering",
    "Paper": "paperwork",
    "PaperKind": "paperwork",
    "Paperwork": "paperwork",
    "SocialCard": "social_card",
    "make_paperwork": "paperwork",
    "needs_print_shop": "print_order",
    "plan_artwork": "page_artwork",
    "plan_card": "social_card",
    "plan_order": "print_order",
    "plan_pictures": "page_artwork",
    "render": "rendering",
}
"""The modules of what most commands do without."""

__all__ = [
    "ARTWORK",
    "CARD",
    "CARD_SIZE_PX",
    "FAMILIES",
    "PATTERN",
    "PICTURE",
    "POSTER",
    "PREVIEW",
    "Artwork",
    "ArtworkJob",
    "CardJob",
    "CodeBook",
    "FontFile",
    "MadePosters",
    "Paper",
    "PaperKind",
    "Paperwork",
    "PictureJob",
    "PlannedPoster",
    "PosterJob",
    "SocialCard",
    "Studio",
    "choose_artwork",
    "draw_qr",
    "for_whom",
    "format_label",
    "go_address",
    "kicker_of",
    "make_paperwork",
    "make_posters",
    "needs_print_shop",
    "open_studio",
    "plan_artwork",
    "plan_card",
    "plan_order",
    "plan_pictures",
    "plan_posters",
    "prepare_picture",
    "render",
    "sessions_of",
    "size_label",
    "why_not_a_picture",
]

__getattr__ = on_demand(__name__, _HOMES)

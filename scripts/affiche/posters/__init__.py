"""From catalogue to poster jobs, and from jobs to PDF, SVG and WebP.

The only storey that draws: typst, Pillow and segno are spoken here and nowhere else.
"""

from affiche.posters.artwork import FAMILIES, PATTERN, Artwork, choose_artwork
from affiche.posters.fonts import FontFile
from affiche.posters.job import ArtworkJob, CardJob, PictureJob, PosterJob, Preview, ProofJob
from affiche.posters.making import MadePosters, check_made, make_posters
from affiche.posters.page_artwork import plan_artwork, plan_pictures
from affiche.posters.paperwork import Paper, PaperKind, Paperwork, make_paperwork
from affiche.posters.picture import prepare_picture, why_not_a_picture
from affiche.posters.planning import PREVIEW_WIDTH_PX, PlannedPoster, go_address, plan_posters
from affiche.posters.print_order import needs_print_shop, plan_order
from affiche.posters.print_picture import Shelf
from affiche.posters.qr import draw_qr
from affiche.posters.rendering import ARTWORK, CARD, PICTURE, POSTER, PREVIEW, render
from affiche.posters.social_card import CARD_SIZE_PX, SocialCard, plan_card
from affiche.posters.studio import Studio, open_studio
from affiche.posters.wording import for_whom, format_label, kicker_of, sessions_of, size_label

__all__ = [
    "ARTWORK",
    "CARD",
    "CARD_SIZE_PX",
    "FAMILIES",
    "PATTERN",
    "PICTURE",
    "POSTER",
    "PREVIEW",
    "PREVIEW_WIDTH_PX",
    "Artwork",
    "ArtworkJob",
    "CardJob",
    "FontFile",
    "MadePosters",
    "Paper",
    "PaperKind",
    "Paperwork",
    "PictureJob",
    "PlannedPoster",
    "PosterJob",
    "Preview",
    "ProofJob",
    "Shelf",
    "SocialCard",
    "Studio",
    "check_made",
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

"""From catalogue to poster jobs, and from jobs to PDF, SVG and WebP.

The only storey that draws: typst, Pillow and segno are spoken here and nowhere else.
"""

from typing import TYPE_CHECKING

from affiche.posters.on_demand import on_demand

if TYPE_CHECKING:
    from affiche.posters.artwork import FAMILIES, PATTERN, Artwork, choose_artwork
    from affiche.posters.difference import PictureDifference, compare_looks, show_look
    from affiche.posters.facts import ChangedFact, Fact, changed_facts, with_fact
    from affiche.posters.fonts import FontFile
    from affiche.posters.job import POSTER, ArtworkJob, CardJob, LookJob, PictureJob, PosterJob
    from affiche.posters.look import (
        design_of,
        file_of,
        look_of,
        outline_of,
        proof_of,
        same_finish,
        same_photograph,
    )
    from affiche.posters.making import MadePosters, check_made, make_posters
    from affiche.posters.page_artwork import plan_artwork, plan_pictures
    from affiche.posters.papers import Paper, PaperKind, plan_papers
    from affiche.posters.paperwork import Clerk, Paperwork, make_paperwork
    from affiche.posters.picture import prepare_picture, why_not_a_picture
    from affiche.posters.planning import PlannedPoster, go_address, plan_in_languages, plan_posters
    from affiche.posters.prepress import without_names
    from affiche.posters.print_order import needs_print_shop, plan_order
    from affiche.posters.print_picture import Shelf
    from affiche.posters.qr import draw_qr
    from affiche.posters.rendering import ARTWORK, CARD, LOOK, PICTURE, PREVIEW, attempt, render
    from affiche.posters.social_card import CARD_SIZE_PX, SocialCard, plan_card
    from affiche.posters.studio import Studio, open_studio
    from affiche.posters.wording import (
        ended,
        for_whom,
        format_label,
        kicker_of,
        sessions_of,
        size_label,
    )

_HOMES = {
    "ARTWORK": "rendering",
    "Artwork": "artwork",
    "ArtworkJob": "job",
    "CARD": "rendering",
    "CARD_SIZE_PX": "social_card",
    "CardJob": "job",
    "ChangedFact": "facts",
    "FAMILIES": "artwork",
    "Fact": "facts",
    "FontFile": "fonts",
    "LOOK": "rendering",
    "LookJob": "job",
    "MadePosters": "making",
    "PATTERN": "artwork",
    "PICTURE": "rendering",
    "POSTER": "job",
    "PREVIEW": "rendering",
    "Clerk": "paperwork",
    "Paper": "papers",
    "PaperKind": "papers",
    "Paperwork": "paperwork",
    "PictureDifference": "difference",
    "PictureJob": "job",
    "PlannedPoster": "planning",
    "PosterJob": "job",
    "Shelf": "print_picture",
    "SocialCard": "social_card",
    "Studio": "studio",
    "attempt": "rendering",
    "changed_facts": "facts",
    "check_made": "making",
    "choose_artwork": "artwork",
    "compare_looks": "difference",
    "design_of": "look",
    "draw_qr": "qr",
    "ended": "wording",
    "file_of": "look",
    "for_whom": "wording",
    "format_label": "wording",
    "go_address": "planning",
    "kicker_of": "wording",
    "look_of": "look",
    "make_paperwork": "paperwork",
    "make_posters": "making",
    "needs_print_shop": "print_order",
    "open_studio": "studio",
    "outline_of": "look",
    "plan_artwork": "page_artwork",
    "plan_card": "social_card",
    "plan_in_languages": "planning",
    "plan_order": "print_order",
    "plan_papers": "papers",
    "plan_pictures": "page_artwork",
    "plan_posters": "planning",
    "prepare_picture": "picture",
    "proof_of": "look",
    "render": "rendering",
    "same_finish": "look",
    "same_photograph": "look",
    "sessions_of": "wording",
    "show_look": "difference",
    "size_label": "wording",
    "why_not_a_picture": "picture",
    "with_fact": "facts",
    "without_names": "prepress",
}
"""The module of each name: most commands do without most of them."""

__all__ = [
    "ARTWORK",
    "CARD",
    "CARD_SIZE_PX",
    "FAMILIES",
    "LOOK",
    "PATTERN",
    "PICTURE",
    "POSTER",
    "PREVIEW",
    "Artwork",
    "ArtworkJob",
    "CardJob",
    "ChangedFact",
    "Clerk",
    "Fact",
    "FontFile",
    "LookJob",
    "MadePosters",
    "Paper",
    "PaperKind",
    "Paperwork",
    "PictureDifference",
    "PictureJob",
    "PlannedPoster",
    "PosterJob",
    "Shelf",
    "SocialCard",
    "Studio",
    "attempt",
    "changed_facts",
    "check_made",
    "choose_artwork",
    "compare_looks",
    "design_of",
    "draw_qr",
    "ended",
    "file_of",
    "for_whom",
    "format_label",
    "go_address",
    "kicker_of",
    "look_of",
    "make_paperwork",
    "make_posters",
    "needs_print_shop",
    "open_studio",
    "outline_of",
    "plan_artwork",
    "plan_card",
    "plan_in_languages",
    "plan_order",
    "plan_papers",
    "plan_pictures",
    "plan_posters",
    "prepare_picture",
    "proof_of",
    "render",
    "same_finish",
    "same_photograph",
    "sessions_of",
    "show_look",
    "size_label",
    "why_not_a_picture",
    "with_fact",
    "without_names",
]

__getattr__ = on_demand(__name__, _HOMES)

"""From catalogue to poster jobs, and from jobs to PDF, SVG and WebP.

The only storey that draws: typst, Pillow and segno are spoken here and nowhere else.
"""

from affiche.posters.artwork import FAMILIES, Artwork, choose_artwork
from affiche.posters.fonts import FontFile
from affiche.posters.job import ArtworkJob, PictureJob, PosterJob
from affiche.posters.making import MadePosters, make_posters
from affiche.posters.page_artwork import plan_artwork, plan_pictures
from affiche.posters.picture import prepare_picture, why_not_a_picture
from affiche.posters.planning import PlannedPoster, go_address, plan_posters
from affiche.posters.rendering import ARTWORK, PICTURE, POSTER, PREVIEW, render
from affiche.posters.studio import Studio, open_studio
from affiche.posters.wording import for_whom, sessions_of

__all__ = [
    "ARTWORK",
    "FAMILIES",
    "PICTURE",
    "POSTER",
    "PREVIEW",
    "Artwork",
    "ArtworkJob",
    "FontFile",
    "MadePosters",
    "PictureJob",
    "PlannedPoster",
    "PosterJob",
    "Studio",
    "choose_artwork",
    "for_whom",
    "go_address",
    "make_posters",
    "open_studio",
    "plan_artwork",
    "plan_pictures",
    "plan_posters",
    "prepare_picture",
    "render",
    "sessions_of",
    "why_not_a_picture",
]

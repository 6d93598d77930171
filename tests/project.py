"""A small project in which nothing is wrong, written into a folder for a test to change.

What a test changes in it is left to that test.
"""

from __future__ import annotations

from pathlib import Path

# The smallest JPEG header that is told from other files; no test decodes it.
PHOTO = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")
LOGO = '<svg xmlns="http://www.w3.org/2000/svg"><path fill="currentColor" d="M0 0h1v1z"/></svg>\n'

MKDOCS = """\
site_name: Leren bij Meridiaan
site_url: https://leren.example/
theme:
  name: material
  custom_dir: overrides
  font: false
plugins:
  - search
  - affiche
"""

BRAND = """\
name: Meridiaan
colours:
  inkt: {hex: "#0B1B3B", cmyk: [100, 80, 30, 60]}
  papier: {hex: "#FFFFFF", cmyk: [0, 0, 0, 0]}
  zee: {hex: "#2348C9", cmyk: [90, 70, 0, 0]}
schemes:
  zee:
    ground: zee
    text: papier
    first: papier
    second: inkt
    panel: inkt
    accent: zee
    accent_dark: papier
ink: inkt
paper: papier
fonts:
  headline: Poppins
  text: Source Sans 3
logo: logo.svg
symbol: symbol.svg
languages: [nl]
"""
BILINGUAL = BRAND.replace("languages: [nl]", "languages: [nl, en]")

VALUE = """\
---
name: Nieuwsgierig
statement: Wij vragen door.
sponsor: noor-el-amrani
colour: zee
---

Wie vraagt, leert.
"""

AUDIENCE = """\
---
name: Leidinggevenden
level: manager
---
"""

PERSON = """\
---
name: Noor el Amrani
job_title: Directeur Mens en Organisatie
portrait: noor.jpg
portrait_alt: Noor lacht in de kantine.
---
"""

PROGRAMME = """\
---
name: Luisteren
summary: Twee dagdelen over *echt* luisteren.
values:
  - value: nieuwsgierig
    how: Je oefent met vragen.
audiences:
  - audience: leidinggevenden
    benefit: Je team vertelt je meer.
sponsor: noor-el-amrani
---
"""

CAMPAIGN = """\
---
title: Leren begint bovenaan
message: Wie leidt, leert het eerst.
call_to_action: Kies je dagdeel
programmes: [luisteren]
values:
  - nieuwsgierig
audiences: [leidinggevenden]
starts: 2026-12-03
ends: 2027-01-31
sponsor: noor-el-amrani
benefits:
  leidinggevenden: Je team vertelt je meer.
image: zaal.jpg
image_alt: Een volle zaal.
posters:
  - template: photo
    formats: [a3]
  - template: locations
    locations: locations.csv
touchpoints:
  - channel: mail
    trigger: starts -14d
    sender: noor-el-amrani
status: approved
endorsement: Ik begin er zelf mee.
---

Het verhaal van de campagne.
"""

LOCATIONS = """\
id,name,room,date,time,contact
utrecht,Utrecht,Zaal 1,2026-12-03,10:00-12:00,Balie
zwolle,Zwolle,,,,
"""

FILES: dict[str, str | bytes] = {
    "mkdocs.yml": MKDOCS,
    "overrides/brand.yml": BRAND,
    "overrides/logo.svg": LOGO,
    "overrides/symbol.svg": LOGO,
    "docs/index.md": "# Leren\n",
    "docs/values/index.md": "# Waarden\n",
    "docs/values/nieuwsgierig.md": VALUE,
    "docs/audiences/leidinggevenden.md": AUDIENCE,
    "docs/people/noor-el-amrani.md": PERSON,
    "docs/people/noor.jpg": PHOTO,
    "docs/programmes/luisteren.md": PROGRAMME,
    "campaigns/bovenaan/index.md": CAMPAIGN,
    "campaigns/bovenaan/zaal.jpg": PHOTO,
    "campaigns/bovenaan/locations.csv": LOCATIONS,
}
"""Every file of the project, by its path."""


VALUE_IN_ENGLISH = """\
---
name: Curious
statement: We keep asking.
---

Those who ask, learn.
"""

PROGRAMME_IN_ENGLISH = """\
---
name: Listening
summary: Two half-days on *really* listening.
values:
  - value: nieuwsgierig
    how: You practise with questions.
audiences:
  - audience: leidinggevenden
    benefit: Your team tells you more.
---
"""

CAMPAIGN_IN_ENGLISH = """\
---
title: From the top
message: Those who lead learn first.
call_to_action: Pick your half-day
benefits:
  leidinggevenden: Your team tells you more.
image_alt: A full hall.
endorsement: I will be there.
---

The story of the campaign.
"""

ENGLISH: dict[str, str | bytes | None] = {
    "overrides/brand.yml": BILINGUAL,
    "docs/index.en.md": "# Learning\n",
    "docs/values/index.en.md": "# Values\n",
    "docs/values/nieuwsgierig.en.md": VALUE_IN_ENGLISH,
    "docs/audiences/leidinggevenden.en.md": "---\nname: Managers\n---\n",
    "docs/people/noor-el-amrani.en.md": (
        "---\njob_title: Director of People\nportrait_alt: Noor laughs in the canteen.\n---\n"
    ),
    "docs/programmes/luisteren.en.md": PROGRAMME_IN_ENGLISH,
    "campaigns/bovenaan/index.en.md": CAMPAIGN_IN_ENGLISH,
}
"""What makes the project bilingual: the brand's languages, and a translation of every page."""


def write_project(root: Path, /, **files: str | bytes | None) -> Path:
    """Write the project into ``root`` and return ``root``.

    Args:
        root: An empty folder.
        files: What other files hold, or these files instead, by path; None leaves a file out.
    """
    for path, content in {**FILES, **files}.items():
        if content is None:
            continue
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root

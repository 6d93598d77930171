"""Every rule that Affiche checks, by the name it is reported under, with the reason for it.

A rule's logic lives where the fact is known; this register keeps the names unique and explained.
"""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    """The build stops: a page or poster would be wrong."""

    WARNING = "warning"
    """The build goes on, unless it is strict."""


_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

_GAPS = ("coverage.", "translation.", "page.review-")
"""How the names of rules begin whose breach is a gap."""


class Code(StrEnum):
    """A rule's name: ``<subject>.<what-is-wrong>``."""

    severity: Severity
    """What a breach weighs unless the rule says otherwise."""

    why: str
    """Why the rule exists: shown in the handbook."""

    def __new__(cls, value: str, severity: Severity, why: str) -> Code:
        """Make a member from its name, its weight and its reason."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.severity = severity
        member.why = why
        return member

    @property
    def is_gap(self) -> bool:
        """Whether a breach is a debt of the content and not a mistake on a page.

        What is there is right; something else is still to be made. So a gap is told, and even a
        strict build goes on.
        """
        return self.severity is _WARNING and self.value.startswith(_GAPS)

    # A file that cannot be read
    UNREADABLE_FILE = (
        "content.unreadable-file",
        _ERROR,
        "A file that cannot be opened cannot be shown.",
    )
    NOT_UTF8 = (
        "content.not-utf8",
        _ERROR,
        "In another encoding, letters such as é and ë turn into something else on page and poster.",
    )
    EMPTY_FILE = ("content.empty-file", _ERROR, "An empty file says nothing to anyone.")
    NO_FRONT_MATTER = (
        "content.no-front-matter",
        _ERROR,
        "Without the block between two lines of --- nothing is known about the page.",
    )
    UNCLOSED_FRONT_MATTER = (
        "content.unclosed-front-matter",
        _ERROR,
        "Without its closing line of --- the whole page would be read as fields.",
    )
    TAB_IN_YAML = ("content.tab-in-yaml", _ERROR, "YAML counts spaces; a tab has no width in it.")
    UNQUOTED_COLON = (
        "content.unquoted-colon",
        _ERROR,
        "A colon followed by a space begins a new field, so a text with one needs quotes.",
    )
    INVALID_YAML = (
        "content.invalid-yaml",
        _ERROR,
        "Fields that cannot be read would be lost without a word.",
    )
    DUPLICATE_KEY = (
        "content.duplicate-key",
        _ERROR,
        "Of two fields with one name only the last would count.",
    )
    INVALID_CSV = (
        "content.invalid-csv",
        _ERROR,
        "A row that does not fit its columns puts the wrong words on a poster.",
    )
    BAD_FILE_NAME = (
        "content.bad-file-name",
        _ERROR,
        "The name of the file is the page's address: it goes into links, posters and mails.",
    )
    MISSING_INDEX = (
        "content.missing-index",
        _ERROR,
        "A campaign is the index.md in its folder; without it the folder is never shown.",
    )
    MISSING_BRAND = (
        "content.missing-brand",
        _ERROR,
        "Colours, fonts and logo come from overrides/brand.yml.",
    )
    MISSING_SETTINGS = (
        "content.missing-settings",
        _ERROR,
        "mkdocs.yml says where the site will stand; QR codes lead there.",
    )
    # Translations and the product's own words
    TRANSLATION_UNKNOWN_LANGUAGE = (
        "translation.unknown-language",
        _ERROR,
        "A translation into a language that the site does not have is shown to nobody.",
    )
    TRANSLATION_WITHOUT_ORIGINAL = (
        "translation.without-original",
        _ERROR,
        "Pages, links and posters hang on the original; a translation alone leads nowhere.",
    )
    NOT_TRANSLATABLE = (
        "translation.not-a-text",
        _ERROR,
        "Dates, links and choices are the same in every language; written twice, they part ways.",
    )
    TRANSLATION_DIFFERS = (
        "translation.differs",
        _ERROR,
        "A translation says what its original says, item by item.",
    )
    TRANSLATION_INCOMPLETE = (
        "translation.incomplete",
        _WARNING,
        "What is not translated is shown in the language of the original, and marked so.",
    )
    TRANSLATION_MISSING = (
        "translation.missing",
        _WARNING,
        "Readers of the other language find only a reference to the original.",
    )
    TRANSLATION_STALE = (
        "translation.stale",
        _WARNING,
        "The original says something else by now; readers of two languages should hear the same.",
    )
    MISSING_WORDS = (
        "translation.missing-words",
        _WARNING,
        "The product's own words stand on every page; without a translation they are in English.",
    )
    INVALID_WORDS = (
        "brand.invalid-words",
        _ERROR,
        "A sentence with a mistake in it would break every page on which it stands.",
    )

    # A field that is wrong
    UNKNOWN_KEY = (
        "content.unknown-key",
        _ERROR,
        "A misspelt field would be ignored, and its text never shown.",
    )
    MISSING_FIELD = (
        "content.missing-field",
        _ERROR,
        "A required field is one that a reader will miss.",
    )
    EMPTY_FIELD = ("content.empty-field", _ERROR, "An empty field is a forgotten one.")
    WRONG_TYPE = (
        "content.wrong-type",
        _ERROR,
        "A list where a text belongs (or the reverse) cannot be shown.",
    )
    INVALID_DATE = (
        "content.invalid-date",
        _ERROR,
        "People put these dates in their diaries.",
    )
    INVALID_CHOICE = (
        "content.invalid-choice",
        _ERROR,
        "Some fields have a fixed list of answers.",
    )
    INVALID_TEXT = (
        "content.invalid-text",
        _ERROR,
        "The text does not have the form that its place needs.",
    )
    INVALID_LINK = (
        "content.invalid-link",
        _ERROR,
        "Only web, mail and telephone addresses are safe on a page and in a PDF.",
    )
    WRONG_ORDER = (
        "content.wrong-order",
        _ERROR,
        "What ends before it starts never happens.",
    )
    TOO_MANY = (
        "content.too-many",
        _ERROR,
        "A poster that says everything is read by nobody.",
    )
    FIGURE_NOT_IN_TEXT = (
        "content.figure-not-in-text",
        _ERROR,
        "A number on a poster that its own source line does not say is a number made up.",
    )
    ALTERNATIVE_SAYS_NOTHING = (
        "content.alternative-says-nothing",
        _ERROR,
        "WCAG 2.2, 1.1.1: who cannot see a picture is told what it shows, not what its file is "
        "called.",
    )
    DUPLICATE_ENTRY = (
        "content.duplicate-entry",
        _ERROR,
        "Named twice, a thing would be shown twice, or overwrite its namesake's file.",
    )

    # A reference that leads nowhere
    UNKNOWN_VALUE = (
        "content.unknown-value",
        _ERROR,
        "A programme or campaign is tied to values that exist.",
    )
    UNKNOWN_AUDIENCE = (
        "content.unknown-audience",
        _ERROR,
        "What is in it for whom needs a whom.",
    )
    UNKNOWN_PERSON = (
        "content.unknown-person",
        _ERROR,
        "A sponsor is somebody: with a name, a role and words of their own.",
    )
    UNKNOWN_PROGRAMME = (
        "content.unknown-programme",
        _ERROR,
        "A campaign promotes programmes that exist.",
    )
    UNKNOWN_SCHEME = (
        "content.unknown-scheme",
        _ERROR,
        "A value's colour is one of the brand's schemes.",
    )
    UNKNOWN_COLOUR = (
        "content.unknown-colour",
        _ERROR,
        "Colours are named in the brand, so that screen and print agree.",
    )
    UNKNOWN_FORMAT = ("content.unknown-format", _ERROR, "A poster is made in sizes that exist.")
    UNKNOWN_FONT = (
        "brand.unknown-font",
        _ERROR,
        "A font that is not installed would be replaced by another without a word.",
    )
    MISSING_FILE = (
        "content.missing-file",
        _ERROR,
        "A picture or list that is named must lie where the field says.",
    )

    OUTSIDE_FOLDER = (
        "content.outside-folder",
        _ERROR,
        "A file from elsewhere is missing on the next computer; beside its text it travels along.",
    )

    # Pictures and posters
    NOT_A_PICTURE = (
        "poster.not-a-picture",
        _ERROR,
        "Only a JPEG, PNG or WebP picture can be printed.",
    )
    PICTURE_SOFT = (
        "poster.picture-soft",
        _WARNING,
        "Under 200 pixels per inch a print looks soft from where one reads it.",
    )
    PICTURE_TOO_SMALL = (
        "poster.picture-too-small",
        _ERROR,
        "Under 120 pixels per inch a print looks broken: one sees the steps in every edge.",
    )
    CODE_TOO_SMALL = (
        "poster.code-too-small",
        _ERROR,
        "A telephone reads a code from ten times its width; people stand a quarter of the "
        "viewing distance away.",
    )
    CODE_TOO_DENSE = (
        "poster.code-too-dense",
        _WARNING,
        "A longer address has more and smaller modules; a camera needs 2.5 pixels for each.",
    )
    CODE_NOT_READ = (
        "poster.code-not-read",
        _ERROR,
        "A code that a program cannot read on the finished poster is read by no telephone.",
    )
    FAINT_ON_PICTURE = (
        "poster.faint-on-picture",
        _ERROR,
        "WCAG 2.2, 1.4.3 holds on photographs too, and what is under the words could be any "
        "colour.",
    )
    OUTSIDE_SAFE_AREA = (
        "poster.outside-safe-area",
        _ERROR,
        "What stands too near the edge is lost to the printer's grip or the knife.",
    )
    TYPE_TOO_SMALL = (
        "poster.type-too-small",
        _ERROR,
        "Type under the format's smallest size cannot be read from where people stand.",
    )
    UNKNOWN_TEMPLATE = (
        "poster.unknown-template",
        _ERROR,
        "A poster's template is one of the built-in ones or one in overrides/posters/.",
    )
    UNKNOWN_ARTWORK = (
        "poster.unknown-artwork",
        _ERROR,
        "Artwork is drawn by one of the known families.",
    )
    MISSING_LEAD = (
        "poster.missing-lead",
        _ERROR,
        "A template leads with something that the campaign does not have.",
    )
    TEMPLATE_FAILED = (
        "poster.template-failed",
        _ERROR,
        "A template that does not compile makes no poster.",
    )
    HEADLINE_TOO_LONG = (
        "poster.headline-too-long",
        _ERROR,
        "A headline is read from across the hall; under its smallest size it is not read at all.",
    )
    TEXT_TOO_LONG = (
        "poster.text-too-long",
        _ERROR,
        "Text under its smallest size cannot be read from where people stand.",
    )
    MISSING_GLYPH = (
        "poster.missing-glyph",
        _ERROR,
        "A character that the font lacks is printed as an empty box.",
    )

    # Files for the print shop
    NO_PROFILE = (
        "press.no-profile",
        _WARNING,
        "Only the profile of a press says which inks make which colour there; with a guessed one,"
        " a whole print run comes out in the wrong colours.",
    )
    NO_PRESS = (
        "press.no-press",
        _ERROR,
        "Each press and paper wants a file of its own; the brand says which it is.",
    )
    NOT_A_PRESS_PROFILE = (
        "press.not-a-press-profile",
        _ERROR,
        "The profile of a screen, a camera or a scanner says nothing about ink on paper.",
    )
    NOT_IN_INK = (
        "press.not-in-ink",
        _ERROR,
        "A press prints cyan, magenta, yellow and black; what is still in red, green and blue is"
        " converted by somebody else, in another way each time.",
    )
    SPOT_COLOUR = (
        "press.spot-colour",
        _ERROR,
        "A spot colour is a fifth ink and a fifth plate, which nobody has ordered.",
    )
    GRADIENT = (
        "press.gradient",
        _ERROR,
        "Between two colours, inks mix otherwise than light does: a gradient turns grey or bands.",
    )
    TOO_MUCH_INK = (
        "press.too-much-ink",
        _ERROR,
        "More ink than the paper takes does not dry: it sets off on the next sheet.",
    )
    OVERPRINTS_COLOUR = (
        "press.overprints-colour",
        _ERROR,
        "Only black covers what it is printed over; any other ink changes colour there.",
    )
    NO_OUTPUT_INTENT = (
        "press.no-output-intent",
        _ERROR,
        "ISO 15930-7: without the profile that it was made for, nobody can tell what the numbers"
        " in a file look like on paper.",
    )
    NOT_FOR_PRINT = (
        "press.not-for-print",
        _ERROR,
        "ISO 15930-7: a file for print holds nothing that acts, is locked or lies over the sheet.",
    )

    # Finished files of every kind
    DAMAGED_FILE = (
        "file.damaged",
        _ERROR,
        "What one reader of PDF forgives, the next one, at the print shop, refuses.",
    )
    WRONG_BOX = (
        "file.wrong-size",
        _ERROR,
        "Whoever cuts or scales the sheet goes by the boxes in the file, not by how it looks.",
    )
    FONT_NOT_EMBEDDED = (
        "file.font-not-embedded",
        _ERROR,
        "A font that is not in the file is replaced by another one where it is missing.",
    )
    WRONG_STANDARD = (
        "file.not-of-its-standard",
        _ERROR,
        "Readers, archives and print shops go by the standard that a file says it keeps.",
    )
    UNTAGGED = (
        "file.untagged",
        _ERROR,
        "Without tags a screen reader has letters, but no headings, lists or order.",
    )
    UNTITLED_FILE = (
        "file.untitled",
        _ERROR,
        "Read aloud, a file without a title is announced by its file name.",
    )
    NO_LANGUAGE = (
        "file.no-language",
        _ERROR,
        "Without its language a text is read aloud in that of the listener's computer.",
    )
    NO_ALTERNATIVE = (
        "file.no-alternative",
        _ERROR,
        "Who does not see a picture is told what it shows, or that there is one and no more.",
    )

    # Rules over the whole catalogue
    CLAIM_TOO_OLD = (
        "claim.too-old",
        _WARNING,
        "A figure has an age; an old one convinces nobody and may have become untrue.",
    )
    REVIEWED_IN_FUTURE = (
        "page.reviewed-in-future",
        _WARNING,
        "Readers trust a page that somebody has read again, not one that somebody will.",
    )
    REVIEW_OVERDUE = (
        "page.review-overdue",
        _WARNING,
        "A page that nobody looks at goes on saying what has stopped being true.",
    )
    CONTRAST_TOO_LOW = (
        "brand.contrast-too-low",
        _ERROR,
        "WCAG 2.2, 1.4.3: text needs a contrast of 4.5:1 with its ground, large text 3:1.",
    )
    BROKEN_LINK = (
        "content.broken-link",
        _ERROR,
        "A link that leads nowhere costs trust.",
    )

    # What the content still owes
    VALUE_LIVED_TOO_LITTLE = (
        "coverage.value-lived-too-little",
        _WARNING,
        "A value that no programme lives is a word on a wall.",
    )
    VALUE_WITHOUT_SPONSOR = (
        "coverage.value-without-sponsor",
        _WARNING,
        "People believe a value when somebody at the top stands for it by name.",
    )
    AUDIENCE_SERVED_TOO_LITTLE = (
        "coverage.audience-served-too-little",
        _WARNING,
        "Whoever finds nothing for them does not come back.",
    )
    AUDIENCE_WITHOUT_VALUE = (
        "coverage.audience-without-value",
        _WARNING,
        "Everybody looks at those who lead: they practise every value, not only the easy ones.",
    )
    AUDIENCE_WITHOUT_CAMPAIGN = (
        "coverage.audience-without-campaign",
        _WARNING,
        "An audience that hears nothing for half a year believes that nothing is there for it.",
    )
    BENEFIT_MISSING = (
        "coverage.benefit-missing",
        _WARNING,
        "A campaign for an audience says what is in it for them, and not only what it is about.",
    )
    BENEFIT_COPIED = (
        "coverage.benefit-copied",
        _WARNING,
        "What is promised to everybody in the same words is promised to nobody.",
    )
    ENDORSEMENT_MISSING = (
        "coverage.endorsement-missing",
        _WARNING,
        "A sponsor who says nothing about a campaign is a name under it.",
    )
    ENDORSEMENT_GENERAL = (
        "coverage.endorsement-general",
        _WARNING,
        "Words that would fit under every campaign say nothing about this one.",
    )
    ENDORSEMENT_COPIED = (
        "coverage.endorsement-copied",
        _WARNING,
        "Readers who see the same words twice believe neither.",
    )

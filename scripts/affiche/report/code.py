"""Every rule that Affiche checks, by the name it is reported under, with its weight.

A rule's logic lives where the fact is known; its reason, in ``content/words/rules``.
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

_FOUNDATIONS = ("content.", "translation.", "file.")
"""How the names of rules begin on whose errors nothing can be built."""


class Code(StrEnum):
    """A rule's name: ``<subject>.<what-is-wrong>``."""

    severity: Severity
    """What a breach weighs unless the rule says otherwise."""

    def __new__(cls, value: str, severity: Severity) -> Code:
        """Make a member from its name and its weight."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.severity = severity
        return member

    @property
    def is_gap(self) -> bool:
        """Whether a breach is a debt of the content and not a mistake on a page.

        What is there is right; something else is still to be made. So a gap is told, and even a
        strict build goes on.
        """
        return self.severity is _WARNING and self.value.startswith(_GAPS)

    @property
    def must_hold(self) -> bool:
        """Whether nobody may allow a breach, since nothing could be read or built then.

        Who allows things is not allowed anything either: else one line could hide all others.
        """
        is_foundation = self.value.startswith(_FOUNDATIONS) or self in _UNBUILDABLE
        return self.is_about_allowances or (self.severity is _ERROR and is_foundation)

    @property
    def is_about_allowances(self) -> bool:
        """Whether a breach is in the file that says what is allowed."""
        return self.value.startswith("allowance.")

    UNREADABLE_FILE = "content.unreadable-file", _ERROR
    NOT_UTF8 = "content.not-utf8", _ERROR
    EMPTY_FILE = "content.empty-file", _ERROR
    NO_FRONT_MATTER = "content.no-front-matter", _ERROR
    UNCLOSED_FRONT_MATTER = "content.unclosed-front-matter", _ERROR
    TAB_IN_YAML = "content.tab-in-yaml", _ERROR
    UNQUOTED_COLON = "content.unquoted-colon", _ERROR
    INVALID_YAML = "content.invalid-yaml", _ERROR
    DUPLICATE_KEY = "content.duplicate-key", _ERROR
    INVALID_CSV = "content.invalid-csv", _ERROR
    BAD_FILE_NAME = "content.bad-file-name", _ERROR
    MISSING_INDEX = "content.missing-index", _ERROR
    MISSING_BRAND = "content.missing-brand", _ERROR
    MISSING_SETTINGS = "content.missing-settings", _ERROR

    UNKNOWN_KEY = "content.unknown-key", _ERROR
    MISSING_FIELD = "content.missing-field", _ERROR
    EMPTY_FIELD = "content.empty-field", _ERROR
    WRONG_TYPE = "content.wrong-type", _ERROR
    INVALID_DATE = "content.invalid-date", _ERROR
    INVALID_CHOICE = "content.invalid-choice", _ERROR
    INVALID_TEXT = "content.invalid-text", _ERROR
    INVALID_LINK = "content.invalid-link", _ERROR
    WRONG_ORDER = "content.wrong-order", _ERROR
    TOO_MANY = "content.too-many", _ERROR
    FIGURE_NOT_IN_TEXT = "content.figure-not-in-text", _ERROR
    ALTERNATIVE_SAYS_NOTHING = "content.alternative-says-nothing", _ERROR
    DUPLICATE_ENTRY = "content.duplicate-entry", _ERROR

    UNKNOWN_VALUE = "content.unknown-value", _ERROR
    UNKNOWN_AUDIENCE = "content.unknown-audience", _ERROR
    UNKNOWN_PERSON = "content.unknown-person", _ERROR
    UNKNOWN_PROGRAMME = "content.unknown-programme", _ERROR
    UNKNOWN_SCHEME = "content.unknown-scheme", _ERROR
    UNKNOWN_COLOUR = "content.unknown-colour", _ERROR
    UNKNOWN_FORMAT = "content.unknown-format", _ERROR
    MISSING_FILE = "content.missing-file", _ERROR
    OUTSIDE_FOLDER = "content.outside-folder", _ERROR
    BROKEN_LINK = "content.broken-link", _ERROR

    TRANSLATION_UNKNOWN_LANGUAGE = "translation.unknown-language", _ERROR
    TRANSLATION_WITHOUT_ORIGINAL = "translation.without-original", _ERROR
    NOT_TRANSLATABLE = "translation.not-a-text", _ERROR
    TRANSLATION_DIFFERS = "translation.differs", _ERROR
    TRANSLATION_INCOMPLETE = "translation.incomplete", _WARNING
    TRANSLATION_MISSING = "translation.missing", _WARNING
    TRANSLATION_STALE = "translation.stale", _WARNING
    MISSING_WORDS = "translation.missing-words", _WARNING

    INVALID_WORDS = "brand.invalid-words", _ERROR
    UNKNOWN_FONT = "brand.unknown-font", _ERROR
    CONTRAST_TOO_LOW = "brand.contrast-too-low", _ERROR

    NOT_A_PICTURE = "poster.not-a-picture", _ERROR
    PICTURE_SOFT = "poster.picture-soft", _WARNING
    PICTURE_TOO_SMALL = "poster.picture-too-small", _ERROR
    CODE_TOO_SMALL = "poster.code-too-small", _ERROR
    CODE_TOO_DENSE = "poster.code-too-dense", _WARNING
    CODE_NOT_READ = "poster.code-not-read", _ERROR
    FAINT_ON_PICTURE = "poster.faint-on-picture", _ERROR
    OUTSIDE_SAFE_AREA = "poster.outside-safe-area", _ERROR
    TYPE_TOO_SMALL = "poster.type-too-small", _ERROR
    UNKNOWN_TEMPLATE = "poster.unknown-template", _ERROR
    UNKNOWN_ARTWORK = "poster.unknown-artwork", _ERROR
    MISSING_LEAD = "poster.missing-lead", _ERROR
    TEMPLATE_FAILED = "poster.template-failed", _ERROR
    HEADLINE_TOO_LONG = "poster.headline-too-long", _ERROR
    TEXT_TOO_LONG = "poster.text-too-long", _ERROR
    MISSING_GLYPH = "poster.missing-glyph", _ERROR

    NO_PROFILE = "press.no-profile", _WARNING
    NO_PRESS = "press.no-press", _ERROR
    NOT_A_PRESS_PROFILE = "press.not-a-press-profile", _ERROR
    NOT_IN_INK = "press.not-in-ink", _ERROR
    SPOT_COLOUR = "press.spot-colour", _ERROR
    GRADIENT = "press.gradient", _ERROR
    TOO_MUCH_INK = "press.too-much-ink", _ERROR
    OVERPRINTS_COLOUR = "press.overprints-colour", _ERROR
    NO_OUTPUT_INTENT = "press.no-output-intent", _ERROR
    NOT_FOR_PRINT = "press.not-for-print", _ERROR

    DAMAGED_FILE = "file.damaged", _ERROR
    WRONG_BOX = "file.wrong-size", _ERROR
    FONT_NOT_EMBEDDED = "file.font-not-embedded", _ERROR
    WRONG_STANDARD = "file.not-of-its-standard", _ERROR
    UNTAGGED = "file.untagged", _ERROR
    UNTITLED_FILE = "file.untitled", _ERROR
    NO_LANGUAGE = "file.no-language", _ERROR
    NO_ALTERNATIVE = "file.no-alternative", _ERROR

    CLAIM_TOO_OLD = "claim.too-old", _WARNING

    REVIEWED_IN_FUTURE = "page.reviewed-in-future", _WARNING
    REVIEW_OVERDUE = "page.review-overdue", _WARNING

    VALUE_LIVED_TOO_LITTLE = "coverage.value-lived-too-little", _WARNING
    VALUE_WITHOUT_SPONSOR = "coverage.value-without-sponsor", _WARNING
    AUDIENCE_SERVED_TOO_LITTLE = "coverage.audience-served-too-little", _WARNING
    AUDIENCE_WITHOUT_VALUE = "coverage.audience-without-value", _WARNING
    AUDIENCE_WITHOUT_CAMPAIGN = "coverage.audience-without-campaign", _WARNING
    BENEFIT_MISSING = "coverage.benefit-missing", _WARNING
    BENEFIT_COPIED = "coverage.benefit-copied", _WARNING
    ENDORSEMENT_MISSING = "coverage.endorsement-missing", _WARNING
    ENDORSEMENT_GENERAL = "coverage.endorsement-general", _WARNING
    ENDORSEMENT_COPIED = "coverage.endorsement-copied", _WARNING

    BODY_BROKEN_LINK = "body.broken-link", _ERROR
    BODY_UNKNOWN_ANCHOR = "body.unknown-anchor", _ERROR
    BODY_FORBIDDEN_LINK = "body.forbidden-link", _ERROR
    BODY_ABSOLUTE_LINK = "body.absolute-link", _ERROR
    BODY_INSECURE_LINK = "body.insecure-link", _WARNING
    BODY_LINK_WITHOUT_TEXT = "body.link-without-text", _ERROR
    BODY_LINK_SAYS_NOTHING = "body.link-says-nothing", _WARNING
    BODY_UNDEFINED_REFERENCE = "body.undefined-reference", _ERROR
    BODY_MISSING_PICTURE = "body.missing-picture", _ERROR
    BODY_PICTURE_FROM_ELSEWHERE = "body.picture-from-elsewhere", _ERROR
    BODY_PICTURE_WITHOUT_ALTERNATIVE = "body.picture-without-alternative", _ERROR
    BODY_ALTERNATIVE_SAYS_NOTHING = "body.alternative-says-nothing", _ERROR
    BODY_SECOND_TITLE = "body.second-title", _ERROR
    BODY_EMPTY_HEADING = "body.empty-heading", _ERROR
    BODY_HEADING_SKIPPED = "body.heading-skipped", _WARNING
    BODY_TABLE_WITHOUT_HEADER = "body.table-without-header", _ERROR
    BODY_UNEVEN_TABLE = "body.uneven-table", _ERROR
    BODY_NOT_A_TABLE = "body.not-a-table", _ERROR
    BODY_UNKNOWN_DIRECTIVE = "body.unknown-directive", _ERROR
    BODY_UNCLOSED_FENCE = "body.unclosed-fence", _ERROR
    BODY_LEFTOVER_FIELDS = "body.leftover-fields", _ERROR
    BODY_FORBIDDEN_HTML = "body.forbidden-html", _ERROR
    BODY_TANGLED = "body.tangled", _ERROR

    ALLOWANCE_UNKNOWN_RULE = "allowance.unknown-rule", _ERROR
    ALLOWANCE_NOT_POSSIBLE = "allowance.not-possible", _ERROR
    ALLOWANCE_TOO_LONG = "allowance.too-long", _ERROR
    ALLOWANCE_EXPIRED = "allowance.expired", _WARNING
    ALLOWANCE_IDLE = "allowance.changes-nothing", _WARNING


_UNBUILDABLE = frozenset(
    {
        Code.INVALID_WORDS,
        Code.UNKNOWN_FONT,
        Code.NOT_A_PICTURE,
        Code.UNKNOWN_TEMPLATE,
        Code.UNKNOWN_ARTWORK,
        Code.MISSING_LEAD,
        Code.TEMPLATE_FAILED,
        Code.HEADLINE_TOO_LONG,
        Code.TEXT_TOO_LONG,
        Code.NO_PRESS,
        Code.BODY_BROKEN_LINK,
        Code.BODY_UNKNOWN_ANCHOR,
        Code.BODY_ABSOLUTE_LINK,
        Code.BODY_MISSING_PICTURE,
        Code.BODY_FORBIDDEN_LINK,
        Code.BODY_FORBIDDEN_HTML,
        Code.BODY_TANGLED,
        Code.NOT_A_PRESS_PROFILE,
    }
)
"""Rules of other subjects whose breach leaves no page, poster or file, or no safe one."""

"""Files as nobody ought to write them: nearly right, hostile, or no text at all.

What must hold whatever they say is left to ``test_anything_goes``.
"""

from __future__ import annotations

import codecs
import re

import yaml
from hypothesis import strategies as st

from tests.project import BRAND, CAMPAIGN, CAMPAIGN_IN_ENGLISH, FILES, PROGRAMME

STORY = """
## Waarom

Lees [Nieuwsgierig](../../values/nieuwsgierig.md) en [verder](#hoe), of <https://leren.example/>.

![Een volle zaal luistert.](zaal.jpg)

### Hoe

| Wat | Wanneer |
|-----|---------|
| *Luisteren* | **Maandag** |

- Eerst `dit`
- Dan [dat][waarde]

[waarde]: ../../values/nieuwsgierig.md

```python
x = 1
```
"""
PAGE = STORY.replace("../../", "").replace("zaal.jpg", "people/noor.jpg")
TOML = '[site]\nhome = "Thuis"\n\n[date]\nfull = "EEE, d MMMM y"\n'

FILES_THAT_CHANGE: dict[str, str] = {
    "campaigns/bovenaan/index.md": CAMPAIGN + STORY,
    "campaigns/bovenaan/index.en.md": CAMPAIGN_IN_ENGLISH + STORY,
    "campaigns/bovenaan/locations.csv": str(FILES["campaigns/bovenaan/locations.csv"]),
    "docs/values/nieuwsgierig.md": str(FILES["docs/values/nieuwsgierig.md"]),
    "docs/programmes/luisteren.md": PROGRAMME,
    "docs/people/noor-el-amrani.md": str(FILES["docs/people/noor-el-amrani.md"]),
    "docs/audiences/leidinggevenden.md": str(FILES["docs/audiences/leidinggevenden.md"]),
    "docs/extra.md": f"---\ntitle: Extra\n---\n# Extra\n{PAGE}",
    "docs/index.md": f"# Leren\n{PAGE}",
    "overrides/brand.yml": BRAND,
    "overrides/words/nl.toml": TOML,
    "mkdocs.yml": str(FILES["mkdocs.yml"])
    + "markdown_extensions:\n  - attr_list\n  - md_in_html\n  - toc: {permalink: true}\n",
}
"""By their paths, as they are when nothing is wrong."""

_LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE_YAML = (
    _LAUGHS,
    _LAUGHS + "title: *i\nsite_url: *i\nname: *i\ndocs_dir: *i\n",
    "a: &a\n  <<: *a\n",
    "base: &base {title: x}\n<<: *base\n",
    "title: &t x\nmessage: *t\n",
    "title: *nergens\n",
    "title: !!python/object/apply:os.system [id]\n",
    "title: !!binary aGFsbG8=\n",
    "title: !ENV [PATH]\nsite_url: !ENV [NERGENS, [a, b]]\n",
    "site_url: !ENV {a: b}\nsite_dir: !!set {a, b}\n",
    "!!map {title: x}\n",
    "title: x\ntitle: y\n",
    "? [a, b]\n: x\n",
    "? {a: b}\n: x\n",
    "[" * 4000,
    "{a: " * 4000,
    "- " * 4000 + "x\n",
    "".join(f"{' ' * depth}a:\n" for depth in range(300)),
    "title: |\n" + "  x\n" * 5000,
    "title: " + "x" * 100_000 + "\n",
    'title: "' + "x " * 20_000 + "\n",
    "title: '\n\n\n",
    "%YAML 9.9\n---\ntitle: x\n",
    "title: x\n---\ntitle: y\n",
    "\ttitle: x\n",
    "title:\tx\n  \t- y\n",
    "title: \x85x\u2028y\u2029z\n",
    'title: "\\ud800 \\x00 \\u0007"\n',
    "2026-12-03: x\n1: y\n~: z\ntrue: no\n",
    "starts: 2026-02-30\nends: 99999-01-01\n",
    "starts: 0000-00-00\nends: 3-12-2026\n",
    "=: x\n<<: y\n@: z\n`: w\n",
    "plugins: {affiche: [campaigns_dir]}\ntheme: [x]\n",
    "plugins: [affiche: {campaigns_dir: {a: b}}]\ntheme: {custom_dir: [a]}\n",
    "plugins: [affiche: {campaigns_dir: docs/values}]\ndocs_dir: campaigns\n",
    "docs_dir: a\x7fb\nsite_dir: ../../..\n",
    "docs_dir: mkdocs.yml\n",
    "markdown_extensions: {toc: {slugify: !!python/name:x.y {}, baselevel: 3}, [a]: b}\n",
    "markdown_extensions: [toc: {baselevel: x, toc_depth: a-b}, [a], {a: b, c: d}, ~, 3]\n",
    "markdown_extensions: [footnotes, admonition, extra, wikilinks, smarty, nl2br, abbr]\n",
    "markdown_extensions: [pymdownx.extra, pymdownx.superfences: {custom_fences: x}, nergens]\n",
    "languages: [nl, nl, xx, '../..', '']\n",
    "languages: [en, nl, de]\n",
    "locale = 3\n[site]\nhome = 3\n",
    '[date]\nfull = "}{"\n[[site]]\nhome = "{x.y[0]}{}"\n',
    "id,name\n" + "x," * 3000 + "\n",
    'id,name\n"x\n' + "y\n" * 500,
    "id;name\nu;U\nu;U\n;\n",
)
"""Tricks and accidents; some are hostile in one kind of file only."""

PIECES = (
    *("[", "]", "(", ")", "![", "](", "][", "[x]: y\n", "[^1]", "[^1]: x\n", "*[x]: y\n"),
    *("*", "**", "_", "__", "`", "``", "```", "~~~", "```a\n", "\\", "\\[", "  \n"),
    *("#", "# ", "## x\n", "####### ", "\n===\n", "\n---\n", "---\n", "***\n", "\n\n", "\n"),
    *("> ", ">", "- ", "1. ", "    ", "\t", "- x\n", "    - x\n", "+ ", "1) ", " {#x}", "{: .x }"),
    *("|", "|x|y|\n", "|-|-|\n", "|-|\n", "x|y\n-|-\n", "| |\n", "\\|", "{: style=x }"),
    *("<", ">", "<div>", "</div>", "<div markdown>", "<p", "<b x", '<a href="', "</a", "<!--"),
    *("-->", "<script>", "</script>", "<style>", "<?", "?>", "<![CDATA[", "]]>", "<!DOCTYPE"),
    *("<http://a", "<a@b.c>", "<img src=x>", '<img src="x" onerror="y" style=z>', "<br/>"),
    *(
        "&amp;",
        "&#0;",
        "&#x110000;",
        "&",
        "&x",
        "$x$",
        "$$",
        "[TOC]",
        "[[x]]",
        "{{ x }}",
        "{% x %}",
    ),
    *("!!! note\n", "!!! x\n    y\n", "??? x\n", "::: x\n", "/// x\n", '=== "x"\n', "> [!NOTE]\n"),
    *("[x](y.md)", "[](y)", "[x]()", "[x](#y)", "![x](y)", "![](zaal.jpg)", "[x](http://[)"),
    *("[x](javascript:y)", "[x](//y)", "[x](/y)", "[x](../../../../y.md)", "[x](<y z> 'w')"),
    *(
        "\x02",
        "\x03",
        "\x02wzxhzdk:0\x03",
        "klzzwxh:0001",
        "\U000f0000",
        "\U000f1234",
        "\U0010fffd",
    ),
    *(
        "é",
        "😀",
        "\u200d",
        "\u202e",
        "\ufeff",
        "\u2028",
        "\x85",
        "\x0b",
        "\x0c",
        "\x1b[31m",
        "ſ",
        "İ",
    ),
    *("woord ", "Lees dit. ", "title: x\n", "x", "y z", "0", '"', "'", "(x)", "[x y](z w)"),
)
"""What Markdown is made of, and what it trips over."""

_SIZES = st.sampled_from((1, 1, 2, 3, 10, 50, 300, 2000))
_MOST = 100_000
_piece = st.sampled_from(PIECES)
_run = st.builds(lambda piece, size: piece * size, _piece, _SIZES)
_much = st.sampled_from((300, 300, 3000, 3000, 30_000, _MOST))
_again = st.lists(_piece, min_size=1, max_size=3).map("".join)
bodies = st.one_of(
    st.lists(_piece, max_size=60).map("".join),
    st.lists(_run, max_size=12).map("".join),
    st.builds(lambda piece, size: piece * (size // len(piece)), _again, _much),
    st.text(max_size=300),
).map(lambda text: text[:_MOST])

_odd_values = st.one_of(
    st.sampled_from(
        (
            *(
                "",
                "~",
                "[]",
                "{}",
                "[x]",
                "{x: y}",
                "yes",
                "0x1F",
                "1e999",
                "2026-13-45",
                '""',
                "''",
            ),
            *("''''", '"', "- x", "|", ">", "&x", "*x", "!x", "@x", "%x", "`x", "x: y", "x #y"),
            *(
                "null",
                ".inf",
                "12:30:45",
                "007",
                "nieuwgierig",
                "../../x",
                "/etc/passwd",
                "zaal.png",
            ),
            *("C:\\x", "http://x", "javascript:x", "x" * 5000, "😀" * 50, "[" * 50, "*" * 500),
            *(
                "\u202e x",
                "\x1b[31m",
                "\x00",
                "\x85",
                "\u2028",
                "\ud7ff",
                "[x](y.md)",
                "weekly wed",
            ),
        )
    ),
    st.text(max_size=40),
)
_LINE_WITH_VALUE = re.compile(r"^(\s*(?:- )?[A-Za-z_]+:)(.*)$|^(\s*- )(.*)$")


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """Return ``text`` with a few slips in it."""
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        slip = draw(st.integers(0, 9))
        if slip == 0:
            del lines[at : at + draw(st.integers(1, 5))]
        elif slip == 1:
            lines.insert(at, line)
        elif slip in (2, 3, 4) and (found := _LINE_WITH_VALUE.match(line)):
            lines[at] = f"{found[1] or found[3]} {draw(_odd_values)}"
        elif slip == 5 and line:
            cut = draw(st.integers(0, len(line) - 1))
            lines[at] = (
                line[:cut] + draw(st.sampled_from(("", "x", ":", '"', "é"))) + line[cut + 1 :]
            )
        elif slip == 6:
            lines[at] = draw(st.sampled_from(("\t", " ", "   ", "- ", "> ", "# "))) + line
        elif slip == 7:
            lines.insert(at, draw(st.sampled_from(HOSTILE_YAML)))
        elif slip == 8:
            lines.insert(at, draw(bodies))
        else:
            other = draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], line
        lines = lines or [""]
    return "\n".join(lines)


_plain = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.dates(), st.text(max_size=30)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


@st.composite
def _made_up(draw: st.DrawFn, text: str) -> str:
    """Return fields of the right names with any values, over any body."""
    names = sorted(set(re.findall(r"^([a-z_]+):", text, flags=re.M))) or ["title"]
    data = draw(st.dictionaries(st.sampled_from(names), _plain, max_size=8))
    dumped = yaml.safe_dump(data, allow_unicode=True)
    return f"---\n{dumped}---\n{draw(bodies)}" if text.startswith("---") else dumped


@st.composite
def _over_hostile_fields(draw: st.DrawFn, text: str) -> str:
    fields = draw(st.sampled_from(HOSTILE_YAML))
    return f"---\n{fields}---\n{draw(bodies)}" if text.startswith("---") else fields


@st.composite
def _under_good_fields(draw: st.DrawFn, text: str) -> str:
    head = text.split("\n---\n", maxsplit=1)[0] + "\n---\n" if text.startswith("---") else ""
    return head + draw(bodies)


_BYTES = (b"\x00", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\r", b"\xef\xbb\xbf", b"\xf4\x90\x80\x80")


@st.composite
def _encoded(draw: st.DrawFn, text: str) -> bytes:
    """Return ``text`` as some program may have saved it."""
    ending = draw(st.sampled_from(("\n", "\n", "\n", "\r\n", "\r")))
    text = text.replace("\n", ending)
    encoding = draw(st.sampled_from((*("utf-8",) * 8, "utf-8-sig", "utf-16", "latin-1", "utf-32")))
    data = text.encode(encoding, "surrogatepass" if encoding == "utf-8" else "replace")
    match draw(st.integers(0, 19)):
        case 0:
            cut = draw(st.integers(0, len(data)))
            return data[:cut] + draw(st.sampled_from(_BYTES)) + data[cut:]
        case 1:
            return data[: draw(st.integers(0, len(data)))]
        case 2:
            return codecs.BOM_UTF8 + data
    return data


_KINDS = (mutated, mutated, _made_up, _over_hostile_fields, _under_good_fields)


@st.composite
def contents(draw: st.DrawFn, text: str) -> bytes:
    """Return what may stand in place of ``text``."""
    if draw(st.integers(0, 29)) == 0:
        return draw(st.binary(max_size=60))
    kind = draw(st.sampled_from(_KINDS))
    return draw(_encoded(draw(kind(text))))


@st.composite
def changes(draw: st.DrawFn, most: int = 2) -> dict[str, bytes]:
    """Return new contents for a few files, by path."""
    paths = st.lists(
        st.sampled_from(sorted(FILES_THAT_CHANGE)), min_size=1, max_size=most, unique=True
    )
    return {path: draw(contents(FILES_THAT_CHANGE[path])) for path in draw(paths)}


_quoted = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=80).map(
    lambda text: "'" + text.replace("'", "''") + "'"
)
_dates = st.dates().map(str)


@st.composite
def slips(draw: st.DrawFn) -> dict[str, bytes]:
    """Return new contents for one file, with other words in it: the rest may well be right."""
    path = draw(st.sampled_from(sorted(FILES_THAT_CHANGE)))
    lines = FILES_THAT_CHANGE[path].split("\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        if found := _LINE_WITH_VALUE.match(lines[at]):
            lines[at] = f"{found[1] or found[3]} {draw(st.one_of(_quoted, _dates, _odd_values))}"
        elif draw(st.booleans()):
            del lines[at]
            lines = lines or [""]
    return {path: "\n".join(lines).encode("utf-8", "surrogatepass")}

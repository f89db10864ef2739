"""What stands in one cell of a table ข้อ | รายการ | URL | คำอธิบาย: a code as people and scanners write it, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.core.evidence.links import NOT_AN_ADDRESS, address
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic

_INVISIBLE = re.compile("[\u200b-\u200d\ufeff\u2060]")
_WORD = r"(?:ข้อ(?:ที่)?|ตัวชี้วัด(?:ที่)?|oit|item|no)?[\s.:]*"
#: The letter O, the digit that scanners make of it, and letters of other alphabets that look like it.
_LETTER = "[oοо0]"
_DIGITS = "[0-9oli|]{1,2}"
_CODE = re.compile(rf"{_WORD}(?:{_LETTER}\s*[-.]?\s*({_DIGITS})|([1-9]\d?))(?:\.0)?[\s.:)]*", re.IGNORECASE)
_BEGINS = re.compile(rf"({_WORD}(?:{_LETTER}\s*[-.]?\s*{_DIGITS}|[1-9]\d?)[.:)]*)(?:\s+|(?<=[.:)]))(\S.*)", re.I | re.S)
_LOOKS_LIKE = str.maketrans("oOlI|", "00111")

_TOO_FAR = re.compile(r"(https?://)\s+", re.IGNORECASE)
_MARK = re.compile(r"(?:[-–•*·▪]|\(?\d{1,2}[.)])(?=\S)")
_NUMBER = re.compile(r"^\(?\d{1,2}[.)]\s*")
_GLUED = re.compile(r"[,;|]+(?=https?://|www\.)", re.IGNORECASE)
_ENDS = (
    "th",
    "com",
    "org",
    "net",
    "info",
    "biz",
    "co",
    "me",
    "ly",
    "gl",
    "gd",
    "io",
    "app",
    "page",
    "link",
    "asia",
    "ไทย",
)
_BARE = re.compile(
    rf"(?:www\.\S+\.\S+|[\w-]+(?:\.[\w-]+)*\.(?:{'|'.join(_ENDS)})(?::\d+)?(?:[/?#]\S*)?)", re.IGNORECASE
)
_FILE = re.compile(r"\S*\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|zip|rar|html?|php|aspx?)", re.IGNORECASE)
_MEANT = re.compile(r"(?:h\s?t{1,2}p|htp|hhtp|ttps?|www)[\w]{0,3}[:;./]", re.IGNORECASE)
_SHORT = re.compile(
    r"https?://(?:www\.)?(?:bit\.ly|shorturl\.(?:at|asia)|tinyurl\.com|cutt\.ly|goo\.gl|t\.co|is\.gd|rb\.gy|"
    r"me-qr\.com|qrco\.de|citly\.me|url\.in\.th|s\.id|lin\.ee)/",
    re.IGNORECASE,
)
_AROUND = "\"'“”‘’<>{}|,;"
_AFTER = ".,;:!?'’»"
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class PastedLink:
    """An address with the words beside it, which may be empty. ``completed``: https:// was put before it."""

    url: str
    title: str = ""
    completed: bool = False

    @property
    def is_short(self) -> bool:
        """Whether it leads through one of the services that shorten addresses."""
        return _SHORT.match(self.url) is not None


@dataclass(frozen=True, slots=True)
class Addresses:
    """What a cell of addresses holds. ``words`` is all of its text where it has no address."""

    links: tuple[PastedLink, ...] = ()
    faults: tuple[Sentence, ...] = ()
    words: str = ""


def tidy(text: str) -> str:
    """A cell without white space around it, invisible letters, and spaces that do not break."""
    return _INVISIBLE.sub("", text.replace("\xa0", " ")).strip()


def code_of(text: str) -> str:
    """``O12`` of ``๐๑๒``, ``O 12``, ``ข้อ 12``, ``012`` or ``O12.``; nothing where the cell is no code."""
    found = _CODE.fullmatch(to_arabic(tidy(text)))
    if found is None:
        return ""
    number = int((found[1] or found[2]).translate(_LOOKS_LIKE))
    return f"O{number}" if number else ""


def split_code(text: str) -> tuple[str, str]:
    """(code, name) of a cell that holds both, as ``O12 รายงาน``; no code and the text as it is where it has none."""
    found = _BEGINS.fullmatch(to_arabic(tidy(text)))
    code = code_of(found[1]) if found else ""
    return (code, tidy(text)[-len(found[2]) :]) if found and code else ("", tidy(text))


def addresses_of(text: str) -> Addresses:
    """The addresses of a cell, each once, with the words before them (or after, where the first word is an address)."""
    links: list[PastedLink] = []
    faults: list[Sentence] = []
    words: list[list[str]] = [[]]
    for token in _tokens(_TOO_FAR.sub(r"\1", tidy(text))):
        found = _link(token)
        if isinstance(found, Sentence):
            faults.append(found)
        elif found is not None:
            links.append(found)
            words.append([])
        elif links and _FILE.fullmatch(token):
            faults.append(_spaced(links[-1].url, token))
        else:
            words[-1].append(token)
    if not links:
        return Addresses((), tuple(faults), tidy(text))
    titles = words[1:] if not words[0] else words[:-1]
    titled = [PastedLink(one.url, _title(title), one.completed) for one, title in zip(links, titles, strict=True)]
    once: dict[str, PastedLink] = {}
    for one in titled:
        once.setdefault(one.url, one)
    return Addresses(tuple(once.values()), tuple(faults))


def has_address(text: str) -> bool:
    """Whether a cell holds an address of a page, or what was meant as one."""
    return any(_link(token) is not None for token in _tokens(text))


def says_nothing(text: str) -> bool:
    """Whether a cell is empty, or a dash that stands for nothing."""
    return tidy(text) in ("", "-", "–", "—", "_", ".")


def says_no(text: str) -> bool:
    """Whether a cell answers ไม่มี."""
    return tidy(text).startswith("ไม่มี") or tidy(text).lower() in ("none", "no", "n/a")


def says_yes(text: str) -> bool:
    """Whether a cell answers มี."""
    return tidy(text).lower() in ("มี", "yes", "has", "✓", "✔", "/")


def _tokens(text: str) -> Iterator[str]:
    for word in text.split():
        for piece in _GLUED.split(word):
            if bare := _without_mark(piece.strip(_AROUND)):
                yield bare


def _without_mark(word: str) -> str:
    """A word without the number or the dot of a list before it."""
    mark = _MARK.match(word)
    return word[mark.end() :].strip(_AROUND) if mark else word


def _link(token: str) -> PastedLink | Sentence | None:
    """The address that a word is, what is wrong with one that was meant as an address, or None for any other word."""
    bare = _trimmed(token)
    if re.match(r"https?://", bare, re.IGNORECASE):
        checked = address(bare)
        return checked if isinstance(checked, Sentence) else PastedLink(checked)
    if _BARE.fullmatch(bare) and "@" not in bare:
        checked = address("https://" + bare)
        return NOT_AN_ADDRESS if isinstance(checked, Sentence) else PastedLink(checked, completed=True)
    return NOT_AN_ADDRESS if _MEANT.match(bare) else None


def _trimmed(token: str) -> str:
    bare = token.lstrip("([")
    while bare and (bare[-1] in _AFTER or (bare[-1] in ")]" and bare.count(")") > bare.count("("))):
        bare = bare[:-1]
    return bare


def _spaced(url: str, rest: str) -> Sentence:
    return Sentence(
        f"ที่อยู่ {url[:60]} ขาดตอนก่อน “{rest[:60]}” เพราะมีช่องว่าง โปรดเปิดหน้านั้น แล้วคัดลอกที่อยู่จากแถบที่อยู่ของเบราว์เซอร์",
        f"The address {url[:60]} is cut by a space before “{rest[:60]}”. Please copy it anew from the browser.",
    )


def _title(words: list[str]) -> str:
    return _NUMBER.sub("", " ".join(words)).strip(" :-–()")[:_LONGEST_TITLE]

"""An answer as WARC records, each compressed by itself."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from io import BytesIO
from typing import Any
from urllib.parse import quote, urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

import prongsai
from prongsai.core.links.link import Fetched
from prongsai.core.links.receipt import Receipt, moment

#: Half as slow as warcio's own 9, and two hundredths larger.
_LEVEL = 6
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
#: What these say holds no longer, for the body is kept as it was decoded.
_OF_THE_WIRE = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_ASCII = "".join(map(chr, range(32, 127)))


@dataclass(frozen=True, slots=True)
class Answer:
    """What is kept: an answer, and the newest receipt of its address, so that no bytes are kept twice."""

    fetched: Fetched
    former: Receipt | None = None

    @property
    def sha256(self) -> str:
        """Of the body; of the former one where the server called it unchanged. ValueError where that is unknown."""
        if not self.fetched.unchanged:
            return sha256(self.fetched.body).hexdigest()
        if self.former is None:
            raise ValueError("an unchanged answer needs the receipt of what it was before")
        return self.former.payload_sha256


def records_of(answer: Answer, agent: str) -> list[bytes]:
    """The answer's own record first, then the request's, then how it was led there. ValueError where nothing came."""
    fetched = answer.fetched
    if fetched.failure is not None or fetched.status is None:
        raise ValueError("nothing came that could be kept")
    maker = WARCWriter(BytesIO(), warc_version="1.1")
    url = fetched.final_url or fetched.url
    date = moment(fetched.at)
    main = _response(maker, answer, url, date)
    beside = {"WARC-Date": date, "WARC-Concurrent-To": main.rec_headers.get_header("WARC-Record-ID")}
    asked = maker.create_warc_record(url, "request", http_headers=_request(url, agent), warc_headers_dict=dict(beside))
    about = "".join(f"{name}: {value}\r\n" for name, value in _about(fetched)).encode()
    told = maker.create_warc_record(url, "metadata", BytesIO(about), len(about), warc_headers_dict=dict(beside))
    return [_member(one) for one in (main, asked, told)]


def information(file: str) -> bytes:
    """The record with which a file begins."""
    maker = WARCWriter(BytesIO(), warc_version="1.1")
    about = {"software": f"prongsai/{prongsai.__version__}", "format": "WARC File Format 1.1", "robots": "classic"}
    return _member(maker.create_warcinfo_record(file.rpartition("/")[2], about))


def _response(maker: WARCWriter, answer: Answer, url: str, date: str) -> Any:
    fetched, former = answer.fetched, answer.former
    digest = f"sha256:{answer.sha256}"
    headers = _status_and_headers(fetched)
    said = {"WARC-Date": date, "WARC-Payload-Digest": digest}
    if former is not None and former.payload_sha256 == answer.sha256:
        said |= {
            "WARC-Profile": _NOT_MODIFIED if fetched.unchanged else _IDENTICAL,
            "WARC-Refers-To-Target-URI": former.url,
            "WARC-Refers-To-Date": moment(former.at),
        }
        return maker.create_warc_record(url, "revisit", http_headers=headers, warc_headers_dict=said)
    if fetched.cut:
        said["WARC-Truncated"] = "length"
    return maker.create_warc_record(
        url, "response", BytesIO(fetched.body), len(fetched.body), http_headers=headers, warc_headers_dict=said
    )


def _status_and_headers(fetched: Fetched) -> StatusAndHeaders:
    status = fetched.status or 0
    phrase = HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else "Unknown"
    headers = [
        (f"x-archive-orig-{name}" if name in _OF_THE_WIRE else name, _one_line(value))
        for name, value in fetched.headers.items()
    ]
    if not fetched.unchanged:
        headers.append(("content-length", str(len(fetched.body))))
    return StatusAndHeaders(f"{status} {phrase}", headers, protocol="HTTP/1.1")


def _request(url: str, agent: str) -> StatusAndHeaders:
    parts = urlsplit(_one_line(url))
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = [("host", parts.netloc.rpartition("@")[2])] + ([("user-agent", agent)] if agent else [])
    return StatusAndHeaders(f"{path} HTTP/1.1", headers, protocol="GET", is_http_request=True)


def _about(fetched: Fetched) -> Iterator[tuple[str, str]]:
    """How the answer was come by: the address that was asked for, each redirect with its status, the time."""
    yield "asked", fetched.url
    for hop in fetched.hops:
        yield "via", f"{hop.url} {hop.status}"
    yield "fetchTimeMs", str(round(fetched.took * 1000))
    if fetched.tls_fault:
        yield "tlsFault", _one_line(fetched.tls_fault)


def _one_line(value: str) -> str:
    """A value as it may stand in a header: Thai letters with per cent signs, as in addresses."""
    line = " ".join(value.split())
    return line if line.isascii() else quote(line, safe=_ASCII)


def _member(record: Any) -> bytes:
    out = BytesIO()
    WARCWriter(out, gzip=False, warc_version="1.1").write_record(record)
    return gzip.compress(out.getvalue(), _LEVEL, mtime=0)

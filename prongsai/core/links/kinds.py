"""What an answer is, by its bytes: servers of offices call many things text/html that are not, and the reverse."""

from __future__ import annotations

from collections.abc import Mapping

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
#: Of what the first tag of a page can be.
_TAGS = (
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<body",
    b"<title",
    b"<meta",
    b"<script",
    b"<frameset",
    b"<!--",
    b"<?php",
)
_MORE_TAGS = (
    b"<div",
    b"<table",
    b"<center",
    b"<br",
    b"<p",
    b"<h1",
    b"<font",
    b"<a ",
    b"<b>",
    b"<iframe",
    b"<link",
    b"<style",
)
_WITHIN = 1024
#: What is opened to see whether it opens and what stands in it.
PAPERS = frozenset({"pdf", "docx", "xlsx", "pptx", "odt", "ods", "zip"})


def kind_of(body: bytes, headers: Mapping[str, str]) -> str:
    """html, pdf, docx, xlsx, pptx, doc, xls, odt, ods, picture, media, zip, text, other; none for an empty body."""
    if not body.strip(b" \t\r\n\0"):
        return "none"
    head = body[:_WITHIN]
    if head.startswith(_ZIP):
        return _of_zip(body)
    if head.startswith(_OLE):
        return "xls" if "Workbook".encode("utf-16-le") in body or "Book".encode("utf-16-le") in body else "doc"
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(_PICTURES) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP"):
        return "picture"
    if head.startswith(_ARCHIVES):
        return "zip"
    if head[4:8] == b"ftyp" or head.startswith((b"ID3", b"OggS", b"RIFF")):
        return "media"
    return _of_text(head, headers)


def _of_zip(body: bytes) -> str:
    """Names of parts stand uncompressed in a package."""
    head = body[:200]
    if b"opendocument.text" in head:
        return "odt"
    if b"opendocument.spreadsheet" in head:
        return "ods"
    if b"[Content_Types].xml" in body:
        for mark, kind in ((b"word/", "docx"), (b"xl/", "xlsx"), (b"ppt/", "pptx")):
            if mark in body:
                return kind
    return "zip"


def _of_text(head: bytes, headers: Mapping[str, str]) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    declared = declared_kind(headers)
    if start.startswith(_TAGS) or b"<html" in start or b"<!doctype html" in start:
        return "html"
    if start.startswith(_MORE_TAGS) or (declared == "html" and b"\0" not in head):
        return "html"
    if start.startswith(b"<svg") or (start.startswith(b"<?xml") and b"<svg" in start):
        return "picture"
    if b"\0" in head:
        return "other"
    return "text"


_DECLARED = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/msword": "doc",
    "application/vnd.ms-excel": "xls",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "application/zip": "zip",
    "text/plain": "text",
}


def declared_kind(headers: Mapping[str, str]) -> str:
    """The kind that Content-Type says; empty where it says nothing that is known here."""
    said = headers.get("content-type", "").partition(";")[0].strip().lower()
    return "picture" if said.startswith("image/") else _DECLARED.get(said, "")

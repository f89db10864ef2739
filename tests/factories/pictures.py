"""Pictures for tests, drawn on the spot, with the metadata that a phone writes."""

from __future__ import annotations

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

#: Where the made-up photo was taken: 14° 47' N, 100° 39' E.
GPS = {1: "N", 2: (14.0, 47.0, 0.0), 3: "E", 4: (100.0, 39.0, 0.0)}
ORIENTATION, MAKE, GPS_TAG = 0x0112, 0x010F, 0x8825


def photo(width: int = 640, height: int = 480, *, orientation: int = 1, format_: str = "JPEG") -> bytes:
    """A photo: red above, blue below, with maker, orientation and GPS in its EXIF."""
    picture = Image.new("RGB", (width, height), "red")
    picture.paste("blue", (0, height // 2, width, height))
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MAKE] = "Prongsai Phone"
    exif[GPS_TAG] = GPS
    out = io.BytesIO()
    picture.save(out, format_, exif=exif)
    return out.getvalue()


def upload(data: bytes | None = None, name: str = "ภาพกิจกรรม.jpg") -> SimpleUploadedFile:
    """A file as a browser sends it; by default a photo."""
    return SimpleUploadedFile(name, photo() if data is None else data)

"""The pictures beside words: paths on a field of 24 by 24."""

from __future__ import annotations

ICONS: dict[str, str] = {
    "check": "m5 12.5 4.5 4.5L19 7.5",
    "clock": "M12 7v5l3.5 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
    "circle": "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z",
    "alert": "M12 4 2.8 20h18.4L12 4Zm0 6v4.5m0 2.6v.1",
    "half": "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 0v16",
    "plus": "M12 5v14M5 12h14",
    "edit": "M4 20h4L19 9l-4-4L4 16v4Z",
    "camera": "M4 8h3l2-3h6l2 3h3v11H4V8Zm8 3a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z",
    "file": "M6 3h8l4 4v14H6V3Zm8 0v4h4",
    "link": "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1m2 4a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
    "download": "M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 20h14",
    "up": "m6 14 6-6 6 6",
    "down": "m6 10 6 6 6-6",
    "user": "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20c.8-4 4-5.5 7.5-5.5s6.7 1.5 7.5 5.5",
    "search": "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm5 11.5L20 20",
    "calendar": "M5 6h14v14H5V6Zm0 4h14M9 3v4m6-4v4",
    "send": "M4 12 20 4l-5 16-4-6-7-2Zm7 2 9-10",
    "back": "M9 7 4 12l5 5M4 12h10a5 5 0 0 1 5 5v2",
    "lock": "M6 11h12v9H6v-9Zm3 0V8a3 3 0 0 1 6 0v3",
    "info": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v5m0-8.5v.1",
    "cross": "m6 6 12 12M18 6 6 18",
}

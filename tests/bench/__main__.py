"""Prints every figure that the project is held to. ``make bench``; options choose parts of it."""

from __future__ import annotations

import argparse
import sys

from tests.bench import analysis, country, documents, generated, links, pages, papers, portal, scans, setup, surveys

PARTS = {
    "documents": documents.main,
    "papers": papers.main,
    "scans": scans.main,
    "setup": setup.main,
    "generated": generated.main,
    "pages": pages.main,
    "portal": portal.main,
    "surveys": surveys.main,
    "country": country.main,
    "analysis": analysis.main,
    "links": links.main,
}


def main() -> int:
    """Run the parts named, or all."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="default: all")
    chosen = parser.parse_args().parts or list(PARTS)
    for name in chosen:
        print(f"\n== {name}")
        PARTS[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main())

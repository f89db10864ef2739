"""A cheap phone on slow 3G opens a survey of thirty questions, and sends it: Chromium, held back as its tools do."""

from __future__ import annotations

import os
import shutil
import statistics

from playwright.sync_api import CDPSession, Page, sync_playwright

from tests.bench.timing import line
from tests.factories.survey_server import SurveyServer

#: Slow 3G: 400 ms there and back, 400 kbit/s each way; and a processor of a quarter of this machine's speed.
ROUND_TRIP, BYTES_A_SECOND, SLOWER = 400, 400_000 / 8, 4
RUNS = 3


def main(server: SurveyServer) -> None:
    """The figures; one line where there is no browser."""
    found = os.environ.get("PRONGSAI_CHROMIUM") or shutil.which("chromium")
    if not found:
        print("the phone is not measured: Chromium was not found")
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found)
        seen = []
        for _ in range(RUNS):
            context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=True)
            page = context.new_page()
            seen.append(_visit(page, context.new_cdp_session(page), f"http://127.0.0.1:{server.port}{server.path}"))
            context.close()
        browser.close()
    opened, sent, size = (statistics.median(column) for column in zip(*seen, strict=True))
    line("slow 3G, cheap phone: the form is there after", opened, "s", "< 3")
    line("slow 3G, cheap phone: thanks after sending", sent, "s")
    line("on the wire for the form and its style", size / 1000, "kB", "< 50")


def _visit(page: Page, tools: CDPSession, address: str) -> tuple[float, float, float]:
    """Seconds until the form is drawn, seconds from sending to thanks, bytes until then."""
    sizes: list[float] = []
    tools.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    tools.send("Network.enable")
    held = {"offline": False, "latency": ROUND_TRIP}
    tools.send(
        "Network.emulateNetworkConditions",
        held | {"downloadThroughput": BYTES_A_SECOND, "uploadThroughput": BYTES_A_SECOND},
    )
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="load")
    paint = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
    end = "performance.getEntriesByType('navigation')[0].loadEventEnd"
    _until(page, f"{end} > 0 && performance.getEntriesByName('first-contentful-paint').length")
    opened, size = max(page.evaluate(paint), page.evaluate(end)), sum(sizes)
    for number in range(1, 30):
        page.check(f"[name=q{number}][value='4']")
    page.locator(".send button").click()
    page.wait_for_url("**/thanks/**")
    _until(page, f"{end} > 0")
    return opened / 1000, page.evaluate(end) / 1000, size


def _until(page: Page, holds: str) -> None:
    """Wait until an expression holds; asked from here, as the page's own policy lets nothing in it be evaluated."""
    while not page.evaluate(holds):
        page.wait_for_timeout(20)

"""Debian's Chromium under Playwright, or the reason why there is none."""

import contextlib
import functools
import http.server
import os
import shutil
import sys
import threading
from pathlib import Path


def skip(reason: str) -> None:
    """Ends the run: in CI a missing browser is a failure, elsewhere it is a skip with its reason."""
    if os.environ.get("CI") == "true":
        sys.exit(f"Browser tests can't run: {reason}")
    print(f"Browser tests skipped: {reason}")
    sys.exit(0)


@contextlib.contextmanager
def chromium():
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        skip("no Chromium is installed (make install-browser)")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        skip("Playwright is not installed (make install-browser)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served(site: Path):
    """The site on a free port of this machine alone; yields its address."""
    handler = functools.partial(QuietHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()

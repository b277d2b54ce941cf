"""Opens a few pages of every kind of a site in Chromium and checks what a reader would notice.

From disk and from a server: no console error, no failed request, no request to another host, no sideways scrolling at
360 px; nothing serious found by axe in light and dark; the text is there with JavaScript off.

    python check_site.py public
"""

import importlib.util
import sys
from pathlib import Path

from browser import chromium, served
from pages import pages_by_kind, sample

PHONE = {"width": 360, "height": 740}
SETTLE_MS = 150

WIDEST = """() => {
  const root = document.documentElement, width = root.clientWidth;
  if (root.scrollWidth <= width) return null;
  const scrolls = node => { for (let n = node.parentElement; n && n !== document.body; n = n.parentElement)
      if (getComputedStyle(n).overflowX !== 'visible') return true; return false; };
  const wide = [...document.body.querySelectorAll('*')]
    .filter(n => n.getBoundingClientRect().right > width + 0.5 && !scrolls(n))
    .sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right)[0];
  const name = wide ? wide.tagName.toLowerCase() + (wide.id ? '#' + wide.id : '') +
    (wide.getAttribute('class') ? '.' + wide.getAttribute('class').trim().split(/\\s+/).join('.') : '') : 'unknown';
  return `${root.scrollWidth} px wide, by ${name}`;
}"""


def watch(page, origin: str, findings: list[str]) -> None:
    """Notes console errors, script errors, failed requests and requests that leave the origin."""
    own = ("data:", "blob:", "about:", origin)
    page.on("console", lambda m: findings.append(f"console: {m.text}") if m.type == "error" else None)
    page.on("pageerror", lambda error: findings.append(f"script error: {error}"))
    page.on("requestfailed", lambda r: findings.append(f"request failed: {r.url} {r.failure}"))
    page.on("request", lambda r: None if r.url.startswith(own) else findings.append(f"request to elsewhere: {r.url}"))
    page.on("response", lambda r: findings.append(f"answer {r.status}: {r.url}") if r.status >= 400 else None)


def check_loading(browser, origin: str, path: Path) -> list[str]:
    findings: list[str] = []
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, has_touch=True, service_workers="block")
    page = context.new_page()
    watch(page, origin, findings)
    page.goto(f"{origin}/{path.as_posix()}", wait_until="load")
    page.wait_for_timeout(SETTLE_MS)
    wide = page.evaluate(WIDEST)
    if wide:
        findings.append(f"scrolls sideways at {PHONE['width']} px: {wide}")
    context.close()
    return findings


def check_without_scripts(browser, origin: str, path: Path) -> list[str]:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}/{path.as_posix()}", wait_until="load")
    findings = []
    if page.locator("h1").count() != 1:
        findings.append(f"has {page.locator('h1').count()} h1 headings with scripts off, not one")
    main = page.locator("main")
    if main.count() != 1 or len(main.inner_text().split()) < 5:
        findings.append("has no text in <main> with scripts off")
    context.close()
    return findings


def check_access(browser, axe: str, origin: str, path: Path) -> list[str]:
    findings = []
    for scheme in ("light", "dark"):
        # The page's own policy would keep axe out; the policy itself is tested by the other checks.
        context = browser.new_context(
            viewport={"width": 390, "height": 844}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
        page = context.new_page()
        page.goto(f"{origin}/{path.as_posix()}", wait_until="load")
        page.evaluate(axe)
        result = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
        for violation in result["violations"]:
            if violation["impact"] in ("serious", "critical"):
                node = violation["nodes"][0]
                more = len(violation["nodes"]) - 1
                findings.append(
                    f"axe, {scheme}: {violation['id']}: {violation['help']}: {node['html'][:160]}"
                    + (f" and {more} more" if more else "") + f" ({first_message(node)})")
        context.close()
    return findings


def first_message(node: dict) -> str:
    checks = node["any"] + node["all"] + node["none"]
    return checks[0]["message"][:200] if checks else ""


def axe_source() -> str:
    package = Path(importlib.util.find_spec("axe_playwright_python").origin).parent
    return (package / "axe.min.js").read_text(encoding="utf-8")


def main() -> int:
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "public").resolve()
    if not (site / "index.html").is_file():
        sys.exit(f"{site} has no index.html: build the site first")
    passed = failed = 0
    chosen = sample(site)
    print(f"{len(chosen)} pages of {len(pages_by_kind(site))} kinds")
    with chromium() as browser, served(site) as address:
        axe = axe_source()
        disk = site.as_uri()
        for path in chosen:
            checks = {
                "from disk": lambda: check_loading(browser, disk, path),
                "from a server": lambda: check_loading(browser, address, path),
                "scripts off": lambda: check_without_scripts(browser, disk, path),
                "access": lambda: check_access(browser, axe, disk, path),
            }
            for name, check in checks.items():
                findings = check()
                failed += bool(findings)
                passed += not findings
                for finding in dict.fromkeys(findings):
                    print(f"{path.as_posix()} ({name}): {finding}")
    print(f"Browser: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

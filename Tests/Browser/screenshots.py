"""Pictures of a few pages of every kind: phone and desktop, light and dark, and one sheet of print.

    python screenshots.py OUT [SITE [PAGE ...]]
"""

import sys
from pathlib import Path

from browser import chromium
from pages import sample

SIZES = {"phone": (390, 844, 2), "desktop": (1280, 800, 1)}


def main() -> int:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    out = Path(sys.argv[1])
    site = Path(sys.argv[2] if len(sys.argv) > 2 else "public").resolve()
    chosen = [Path(name) for name in sys.argv[3:]] or sample(site)
    out.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        for path in chosen:
            name = path.with_suffix("").as_posix().replace("/", "-").removesuffix("-index")
            address = f"{site.as_uri()}/{path.as_posix()}"
            for size, (width, height, scale) in SIZES.items():
                for scheme in ("light", "dark"):
                    context = browser.new_context(
                        viewport={"width": width, "height": height}, device_scale_factor=scale, color_scheme=scheme,
                        reduced_motion="reduce")
                    page = context.new_page()
                    page.goto(address, wait_until="load")
                    page.wait_for_timeout(200)
                    page.screenshot(path=out / f"{name}-{size}-{scheme}.png", full_page=True)
                    context.close()
            page = browser.new_page()
            page.goto(address, wait_until="load")
            page.pdf(path=out / f"{name}.pdf", format="A4", prefer_css_page_size=True)
            page.close()
            print(out / f"{name}-*")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Which pages of a site to look at: a few of every kind, found by their paths."""

from pathlib import Path


def kind(path: Path) -> str:
    """`index.html` stands for itself, `reps/ana/index.html` for `reps/*`, `data/index.html` for `data`."""
    parts = path.parts
    if len(parts) == 1:
        return parts[0]
    if len(parts) == 2:
        return parts[0] if parts[1] == "index.html" else f"{parts[0]}/{parts[1]}"
    return f"{parts[0]}/" + "/".join("*" for _ in parts[1:-1]) + ("" if parts[-1] == "index.html" else f"/{parts[-1]}")


def pages_by_kind(site: Path) -> dict[str, list[Path]]:
    kinds: dict[str, list[Path]] = {}
    for page in sorted(site.rglob("*.html")):
        path = page.relative_to(site)
        kinds.setdefault(kind(path), []).append(path)
    return kinds


def sample(site: Path) -> list[Path]:
    """All pages of a kind that has up to three, else its first and its largest one."""
    chosen: list[Path] = []
    for pages in pages_by_kind(site).values():
        if len(pages) <= 3:
            chosen += pages
        else:
            largest = max(pages, key=lambda path: ((site / path).stat().st_size, path.as_posix()))
            chosen += sorted({pages[0], largest})
    return chosen

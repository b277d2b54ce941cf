"""A page with maps in a browser, and what of its first map can be seen."""

import contextlib

from check_site import watch

SETTLE_MS = 80
# The svg of the pair that this width shows.
SHOWN = "const box = document.querySelector('.map-box'), svg = [...box.querySelectorAll('svg.map')].find(s => s.getClientRects().length);"

LABELS = SHOWN + """
  const frame = svg.querySelector('clipPath rect'), unit = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  const outer = svg.getBoundingClientRect();
  const window_ = {left: outer.left, top: outer.top, right: outer.left + frame.width.baseVal.value * unit,
    bottom: outer.top + frame.height.baseVal.value * unit};
  const seen = node => node.getClientRects().length && node.textContent.trim();
  // The corners of getBBox as the screen has them: turned or scaled text too.
  const onScreen = text => { const b = text.getBBox(), m = text.getScreenCTM();
    const points = [[b.x, b.y], [b.x + b.width, b.y], [b.x, b.y + b.height], [b.x + b.width, b.y + b.height]]
      .map(([x, y]) => new DOMPoint(x, y).matrixTransform(m));
    const xs = points.map(p => p.x), ys = points.map(p => p.y);
    return {text: text.textContent, left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys),
      size: parseFloat(getComputedStyle(text).fontSize) * Math.hypot(m.a, m.b)}; };
  return {window: window_, labels: [...svg.querySelectorAll('.labels text')].filter(seen).map(onScreen),
    words: [...svg.querySelectorAll('text')].filter(seen).map(onScreen)};
"""

# Where each shown mark is on the screen, what it belongs to, and how large it is drawn.
STATE = SHOWN + """
  const outer = svg.getBoundingClientRect(), unit = outer.width / svg.viewBox.baseVal.width;
  const frame = svg.querySelector('clipPath rect'), view = svg.querySelector('.view'), m = view.getCTM(), own = svg.getCTM();
  const ground = svg.querySelector('.ground').getBoundingClientRect();
  const shown = node => node.getClientRects().length > 0;
  const counted = node => (node.dataset.pins || node.dataset.pin || '').split(' ').filter(Boolean).length;
  const inView = [...svg.querySelectorAll('.pin')].filter(n => !n.closest('.legend') && !n.closest('.inset') && shown(n));
  const singles = inView.reduce((sum, n) => sum + (n.localName === 'path' ? n.getAttribute('d').split('M').filter(d => /[a-z]/.test(d)).length
    : counted(n)), 0);
  const clusters = [...svg.querySelectorAll('.view .cluster')].filter(shown);
  const links = [...svg.querySelectorAll('a.pin[data-pin]')].filter(shown).map(a => {
    const r = a.querySelector('path').getBoundingClientRect();
    return {pin: Number(a.dataset.pin), x: r.left + r.width / 2, y: r.top + r.height / 2, size: r.width}; }).filter(link => link.size > 2);
  const entries = [...box.querySelectorAll('[aria-pressed].entry, button.map-chip')].filter(shown).map(e =>
    ({text: e.textContent.trim(), count: Number(e.querySelector('.count').textContent.replace(/\\D/g, ''))}));
  // Steps of the first cornered mark, and the first dot's width, in pixels of the map.
  const batch = inView.find(n => n.localName === 'path' && !n.matches('.dot')), dot = inView.find(n => n.matches('path.dot'));
  const steps = batch ? batch.getAttribute('d').split('M')[1].match(/-?\\d*\\.?\\d+/g).slice(2).map(Number) : [];
  const zoom = m.a / own.a, sizes = {cornered: steps.reduce((sum, n) => sum + Math.abs(n), 0) * zoom,
    dot: dot ? parseFloat(getComputedStyle(dot).strokeWidth) * zoom : 0};
  return {sizes, left: outer.left, top: outer.top, width: outer.width, height: frame.height.baseVal.value * unit, zoom,
    x: m.e, y: m.f, ground: {left: ground.left, top: ground.top, right: ground.right, bottom: ground.bottom},
    drawn: singles + clusters.reduce((sum, c) => sum + Number(c.querySelector('text').textContent.replace(/\\D/g, '')), 0),
    links, entries, clusters: clusters.length, scale: svg.querySelector('.scale text')?.textContent || '',
    total: box.querySelector('.map-total')?.textContent || '', scroll: scrollY};
"""

# In pixels of the screen: how large arrowheads are and how many, how far lanes lie aside (is, and should be), and how far
# the word for home stands from its house.
ROUTES = SHOWN + """
  const view = svg.querySelector('.view').getScreenCTM(), unit = svg.getScreenCTM().a;
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  const arrows = [...svg.querySelectorAll('.view .chevron')].filter(node => node.getAttribute('d').includes('z'));
  const sizes = arrows.map(node => node.getAttribute('d').split('z')[0]).map(d => {
    path.setAttribute('d', d + 'z'); svg.append(path); const b = path.getBBox(); path.remove();
    return Math.hypot(b.width, b.height) * view.a / unit; });
  const lanes = [...svg.querySelectorAll('.view [data-shift]')].map(node => { const m = node.getScreenCTM();
    const [dx, dy] = node.dataset.shift.split(' ').map(Number);
    return {is: [(m.e - view.e + dx * view.a) / unit, (m.f - view.f + dy * view.a) / unit], should: [dx, dy]}; });
  const middle = node => { const r = node.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; };
  const house = svg.querySelector('.view g.pin.s-home'), word = [...svg.querySelectorAll('.labels .caption')].find(n => n.textContent === 'Home');
  const [from, to] = house && word ? [middle(house.querySelector('path:last-child')), middle(word)] : [[0, 0], [0, 0]];
  const heads = arrows.reduce((sum, n) => sum + n.getAttribute('d').split('z').length - 1, 0);
  return {sizes, heads, lanes, home: Math.hypot(to[0] - from[0], to[1] - from[1]) / unit};
"""

CARD = SHOWN + """
  const card = box.querySelector('.map-card');
  if (!card || !card.checkVisibility()) return null;
  const c = card.getBoundingClientRect(), b = svg.getBoundingClientRect();
  return {text: card.innerText, name: card.querySelector('.map-name').textContent, href: card.querySelector('a')?.getAttribute('href') || '',
    inside: c.left >= b.left - 1 && c.right <= b.right + 1 && c.top >= b.top - 1 && c.bottom <= box.getBoundingClientRect().bottom + 1,
    size: Math.min(...[...card.querySelectorAll('p')].map(p => parseFloat(getComputedStyle(p).fontSize))),
    clipped: card.scrollWidth > card.clientWidth + 1};
"""

DATA = "const data = document.querySelector('.map-box .map-data'); return data ? JSON.parse(data.textContent) : null;"


class MapPage:
    """One page, opened from disk; `findings` collects what the browser complains about."""

    def __init__(self, page, findings: list[str]):
        self.page = page
        self.findings = findings

    def run(self, body: str):
        return self.page.evaluate("() => {" + body + "}")

    def settle(self) -> None:
        self.page.wait_for_timeout(SETTLE_MS)

    def in_sight(self, top: int = 100) -> None:
        """Scrolls so that the map begins that far below the window's upper edge."""
        self.page.evaluate("top => scrollBy(0, document.querySelector('.map-box').getBoundingClientRect().top - top)", top)
        self.settle()

    def state(self) -> dict:
        self.settle()
        return self.run(STATE)

    def card(self) -> dict | None:
        self.settle()
        return self.run(CARD)

    def middle(self) -> tuple[float, float]:
        state = self.state()
        return state["left"] + state["width"] / 2, state["top"] + state["height"] / 2

    def press(self, name: str) -> None:
        """Presses a button of the map by its name."""
        self.page.locator(".map-box").first.get_by_role("button", name=name, exact=True).click()

    def expect(self, holds: bool, finding: str) -> None:
        if not holds:
            self.findings.append(finding)


@contextlib.contextmanager
def opened(browser, site, path, findings, **options):
    """The page at rest with its map in sight. Motion is reduced unless the options say otherwise."""
    options = {"viewport": {"width": 1280, "height": 1000}, "reduced_motion": "reduce"} | options
    context = browser.new_context(**options)
    page = context.new_page()
    page.set_default_timeout(10_000)
    watch(page, site.as_uri(), findings)
    page.goto(f"{site.as_uri()}/{path.as_posix()}", wait_until="load")
    map = MapPage(page, findings)
    if options.get("java_script_enabled", True):
        map.in_sight()
    yield map
    context.close()

"""Uses the maps of a built site as a reader does, from disk: mouse, touch and keyboard, in Chromium.

Words: none overlaps another, none leaves the map, none is smaller than 11 px on a phone. Hands: pan, zoom, cards, the
legend as a filter, the lasso and its sums. The first map of the index and of the territories is tried, and the routes of one
rep's week.

    python check_maps.py public
"""

import re
import sys
from pathlib import Path

from browser import chromium
from hands import around, drag, draw, swipe, tap, touch_along
from map_page import DATA, LABELS, ROUTES, MapPage, opened

PAGES = [Path("index.html"), Path("territories/index.html")]
PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "has_touch": True, "is_mobile": True}
LEAST_PX = 11
DOUBLE_TAP_MS = 400


def check_words(browser, site, path, findings):
    for name, options in {"wide": {}, "phone": PHONE}.items():
        with opened(browser, site, path, findings, **options) as map:
            found = map.run(LABELS)
            window, labels = found["window"], found["labels"]
            map.expect(bool(labels), f"{name}: there is no label")
            for index, one in enumerate(labels):
                map.expect(
                    one["left"] >= window["left"] - 1 and one["right"] <= window["right"] + 1
                    and one["top"] >= window["top"] - 1 and one["bottom"] <= window["bottom"] + 1,
                    f"{name}: the label {one['text']} leaves the map")
                for other in labels[index + 1:]:
                    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
                    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
                    # getBBox is as high as a line: half a pixel of air is no overlap.
                    map.expect(across <= 0.5 or down <= 0.5, f"{name}: {one['text']} and {other['text']} overlap")
            if name == "phone":
                for word in found["words"]:
                    map.expect(word["size"] >= LEAST_PX, f"{name}: {word['text']} is {word['size']:.1f} px")


def check_mouse(browser, site, path, findings):
    with opened(browser, site, path, findings) as map:
        rest, (x, y) = map.state(), map.middle()
        mouse, keyboard = map.page.mouse, map.page.keyboard
        mouse.move(x, y)
        mouse.wheel(0, 40)
        state = map.state()
        map.expect(state["zoom"] == 1, "the wheel zooms a map that nobody has chosen")
        map.expect(state["scroll"] > rest["scroll"], "the wheel does not scroll the page over a map")
        map.in_sight()
        rest, (x, y) = map.state(), map.middle()
        mouse.move(x, y)
        keyboard.down("Control")
        for _ in range(5):
            mouse.wheel(0, -200)
        keyboard.up("Control")
        near = map.state()
        map.expect(near["zoom"] > 2, f"the wheel with Ctrl zooms by {near['zoom']:.2f} only")
        check_sizes(map, rest, near)
        map.expect(near["scale"] != rest["scale"] or not rest["scale"], "the scale bar does not follow the zoom")
        drag(map.page, (x, y), (x - 120, y - 70))
        moved = map.state()
        map.expect(
            abs(near["x"] - moved["x"] - 120) < 8 and abs(near["y"] - moved["y"] - 70) < 8,
            f"a drag by 120, 70 moves the map by {near['x'] - moved['x']:.0f}, {near['y'] - moved['y']:.0f}")
        for _ in range(8):
            drag(map.page, (x, y), (x + 300, y + 200))
        ground, state = map.state()["ground"], map.state()
        map.expect(
            ground["left"] <= state["left"] + 1 and ground["top"] <= state["top"] + 1,
            "the map can be dragged out of sight")
        map.press("Whole map")
        map.expect(map.state()["zoom"] == 1, "the button for the whole map does not show it")
        mouse.dblclick(x, y)
        map.expect(map.state()["zoom"] >= 1.9, "a double click does not zoom")
        map.press("Whole map")
        for _ in range(12):
            map.press("Zoom in")
        most = map.state()
        map.expect(4 <= most["zoom"] <= 32, f"the zoom has no sensible end: {most['zoom']}")
        map.expect(most["drawn"] == rest["drawn"], "customers get lost when one zooms in")
        map.press("Whole map")
        check_hover(map)


def check_sizes(map: MapPage, rest: dict, near: dict) -> None:
    before = {link["pin"]: link["size"] for link in rest["links"]}
    for link in near["links"]:
        change = link["size"] / before[link["pin"]] if link["pin"] in before else 1
        map.expect(0.85 < change < 1.15, f"pin {link['pin']} is {change:.2f} times its size after a zoom")
    for shape, size in rest["sizes"].items():
        grown = near["sizes"][shape]
        map.expect(size == 0 or abs(grown - size) <= 0.05 * size, f"{shape} pins grow from {size:.1f} to {grown:.1f}")
    for word in map.run(LABELS)["labels"]:
        map.expect(9 < word["size"] < 24, f"the label {word['text']} is {word['size']:.0f} px after a zoom")


def check_hover(map: MapPage) -> None:
    state = map.state()
    links = [link for link in state["links"] if inside(state, link)]
    map.expect(bool(links), "no pin is a link")
    for link in [*links[:3], *links[-3:]]:
        map.page.mouse.move(link["x"], link["y"])
        card = map.card()
        map.expect(card is not None, f"no card for pin {link['pin']}")
        if card:
            map.expect(card["inside"], f"the card of {card['name']} leaves the map")
            map.expect(bool(card["name"]) and bool(card["href"]), "a card has no name or no link")
    map.page.mouse.move(state["left"] + 2, state["top"] - 20)
    map.expect(map.card() is None, "the card stays when the mouse has left")
    if links:
        map.page.mouse.click(links[0]["x"], links[0]["y"])
        map.page.mouse.move(state["left"] + 2, state["top"] - 20)
        map.expect(map.card() is not None, "a click does not hold the card")
        map.page.keyboard.press("Escape")
        map.expect(map.card() is None, "Escape does not close the card")


def check_keyboard(browser, site, path, findings):
    with opened(browser, site, path, findings) as map:
        keyboard = map.page.keyboard
        map.page.locator(".map-box svg.map:visible").first.focus()
        keyboard.press("+")
        keyboard.press("+")
        near = map.state()
        map.expect(near["zoom"] == 2.25, f"two times + zooms to {near['zoom']}")
        keyboard.press("ArrowRight")
        keyboard.press("ArrowDown")
        moved = map.state()
        map.expect(moved["x"] < near["x"] and moved["y"] < near["y"], "arrow keys do not move the map")
        keyboard.press("-")
        map.expect(map.state()["zoom"] == 1.5, "- does not zoom out")
        keyboard.press("0")
        map.expect(map.state()["zoom"] == 1, "0 does not show the whole map")
        for _ in range(60):
            keyboard.press("Tab")
            if map.page.evaluate("() => document.activeElement.matches('.map .cursor')"):
                break
        first = map.card()
        map.expect(first is not None and bool(first["name"]), "the keyboard does not reach the customers")
        names = set()
        for key in ["ArrowRight", "ArrowDown", "ArrowLeft", "PageDown", "PageDown"]:
            keyboard.press(key)
            card = map.card()
            if card:
                names.add(card["name"])
                map.expect(card["inside"], f"the card of {card['name']} leaves the map")
        map.expect(len(names) > 2, f"arrow keys reach {len(names)} customers only")
        keyboard.press("Escape")
        map.expect(map.card() is None, "Escape does not close the card")
        check_keyboard_filter(map)
        check_keyboard_lasso(map)


def check_keyboard_filter(map: MapPage) -> None:
    entry = map.page.locator(".map-box [aria-pressed].entry:visible").first
    if entry.count() == 0:
        return
    before = map.state()
    entry.focus()
    map.page.keyboard.press("Space")
    map.expect(entry.get_attribute("aria-pressed") == "true", "Space does not press a legend entry")
    map.expect(map.state()["drawn"] < before["drawn"], "a legend entry pressed by Space hides nothing")
    map.page.keyboard.press("Enter")
    map.expect(map.state()["drawn"] == before["drawn"], "a legend entry can't be let go by Enter")


def check_keyboard_lasso(map: MapPage) -> None:
    lasso = map.page.locator(".map-box").first.get_by_role("button", name="Lasso")
    lasso.focus()
    map.page.keyboard.press("Enter")
    numbers = [total(map)]
    for _ in range(40):
        map.page.keyboard.press("Shift+ArrowRight")
        map.page.keyboard.press("Shift+ArrowDown")
    numbers.append(total(map))
    for _ in range(80):
        map.page.keyboard.press("ArrowLeft")
        map.page.keyboard.press("ArrowUp")
    map.page.keyboard.press("Enter")
    numbers.append(total(map))
    map.expect(lasso.get_attribute("aria-pressed") == "false", "Enter does not end the lasso")
    map.expect(numbers[1] > numbers[0], f"the keyboard's frame does not stretch: {numbers}")
    map.expect(len(set(numbers)) == 3, f"the keyboard's frame does not move: {numbers}")
    lasso.focus()
    map.page.keyboard.press("Enter")
    map.page.keyboard.press("Escape")
    map.expect(total(map) == -1 and not map.page.locator(".map-box").first.locator(".map-sum").is_visible(), "Escape does not end the lasso")


def check_filter(browser, site, path, findings):
    for name, options in {"wide": {}, "phone": PHONE}.items():
        with opened(browser, site, path, findings, **options) as map:
            rest = map.state()
            map.expect(len(rest["entries"]) > 1, f"{name}: the legend has no entries to press")
            all_shown = rest["drawn"]
            buttons = map.page.locator(".map-box .entry[aria-pressed]:visible, .map-box button.map-chip:visible")
            for index, entry in enumerate(rest["entries"]):
                pressed = buttons.nth(index)
                pressed.tap() if name == "phone" else pressed.click()
                drawn, text = map.state()["drawn"], entry["text"]
                map.expect(drawn == entry["count"], f"{name}: {text} shows {drawn} customers")
                map.expect(drawn < all_shown or len(rest["entries"]) == 1, f"{name}: {text} hides nothing")
                map.press("Show all")
            state = map.state()
            is_whole = state["drawn"] == all_shown and state["entries"] == rest["entries"]
            map.expect(is_whole, f"{name}: not all come back")


def check_lasso(browser, site, path, findings):
    with opened(browser, site, path, findings) as map:
        state, data = map.state(), map.run(DATA)
        map.expect(data is not None, "the map has no data block")
        if data is None:
            return
        map.press("Lasso")
        edge = 3
        left, top = state["left"] + edge, state["top"] + edge
        right, bottom = state["left"] + state["width"] - edge, state["top"] + state["height"] - edge
        # Along the edge, but not through the legend's corner, which is not the map's.
        outline = [(right, top), (right, bottom), (left, bottom), (left, top)]
        draw(map.page, outline)
        number = total(map)
        map.expect(number == state["drawn"], f"a lasso around all of {state['drawn']} customers has {number}")
        check_sums(map, data, number)
        listed = map.page.locator(".map-box").first.locator(".map-sum li").count()
        map.expect(listed == min(number, 20) + (number > 20), f"{listed} lines for {number} customers")
        map.press("Clear")
        map.expect(not map.page.locator(".map-box").first.locator(".map-sum").is_visible(), "Clear leaves the result")
        map.press("Lasso")
        map.in_sight()
        x, y = map.middle()
        around(map.page, x, y, 60)
        part = total(map)
        map.expect(0 <= part < number, f"a lasso in the middle has {part} of {number}")


def check_sums(map: MapPage, data: dict, number: int) -> None:
    if number != len(data["pins"]):
        return
    text = map.state()["total"]
    for index, measure in enumerate(data.get("measures", [])):
        exact = sum(sum(pin[3 + index:4 + index]) for pin in data["pins"])
        found = re.search(r"([\d.,’'\s\u202f\u00a0]*\d)\u00a0?([kM]?)[^·]*" + re.escape(measure), text)
        map.expect(found is not None, f"no {measure} in {text}")
        if found:
            group = data.get("separators", [",", "."])
            digits = re.sub(r"\s", "", found[1]).replace(group[0], "").replace(group[1], ".")
            value = float(digits) * {"": 1, "k": 1e3, "M": 1e6}[found[2]]
            map.expect(abs(value - exact) <= 0.01 * exact + 0.5, f"{measure} is {value}, the data says {exact}")


def check_touch(browser, site, path, findings):
    with opened(browser, site, path, findings, **PHONE) as map:
        fingers = map.page.context.new_cdp_session(map.page)
        map.in_sight(200)
        rest, (x, y) = map.state(), map.middle()
        swipe(fingers, [(x, y)], [(x, y - 150)])
        state = map.state()
        map.expect(state["scroll"] > rest["scroll"] + 50, "a finger on the map at rest does not scroll the page")
        map.expect(state["zoom"] == 1, "a finger on the map at rest zooms it")
        map.in_sight(200)
        rest, (x, y) = map.state(), map.middle()
        swipe(fingers, [(x - 20, y - 20), (x + 20, y + 20)], [(x - 70, y - 70), (x + 70, y + 70)])
        near = map.state()
        map.expect(2.5 < near["zoom"] < 4.5, f"a pinch by 3.5 zooms by {near['zoom']:.2f}")
        map.expect(map.page.evaluate("() => visualViewport.scale") == 1, "a pinch on the map zooms the page")
        swipe(fingers, [(x, y)], [(x - 60, y - 50)])
        moved = map.state()
        has_moved = moved["x"] < near["x"] - 30 and moved["scroll"] == near["scroll"]
        map.expect(has_moved, "a finger does not move a map that is zoomed in")
        map.press("Whole map")
        check_tap(map, fingers)
        check_touch_lasso(map, fingers)
        small = map.page.evaluate("""() => [...document.querySelectorAll('.map-bar button, .map-sum button, button.map-chip')]
          .filter(b => b.checkVisibility()).filter(b => { const r = b.getBoundingClientRect(); return r.width < 40 || r.height < 40; })
          .map(b => b.textContent)""")
        map.expect(not small, f"smaller than 40 px: {small}")


def check_tap(map: MapPage, fingers) -> None:
    map.in_sight()
    state = map.state()
    for link in [link for link in state["links"] if inside(state, link)][:4]:
        tap(fingers, link["x"], link["y"])
        card = map.card()
        map.expect(card is not None, f"a tap on pin {link['pin']} shows no card")
        if card:
            map.expect(card["inside"] and not card["clipped"], f"the card of {card['name']} leaves the map")
            map.expect(card["size"] >= 12, f"the card's words are {card['size']} px")
        tap(fingers, state["left"] + state["width"] / 2, state["top"] - 12)
        map.expect(map.card() is None, "a tap elsewhere does not close the card")
        map.page.wait_for_timeout(DOUBLE_TAP_MS)
    double_tap(map, fingers)


def double_tap(map: MapPage, fingers) -> None:
    """Two taps where no customer is: there the first one opens no card."""
    map.in_sight()
    state = map.state()
    for share in (0.5, 0.3, 0.7, 0.15, 0.85):
        x, y = state["left"] + state["width"] * share, state["top"] + state["height"] * 0.3
        for _ in range(2):
            tap(fingers, x, y)
        if map.card() is None:
            break
        map.press("Close")
        map.in_sight()
        map.page.wait_for_timeout(DOUBLE_TAP_MS)
    map.expect(map.state()["zoom"] >= 1.9, "a double tap does not zoom")
    map.press("Whole map")


def check_touch_lasso(map: MapPage, fingers) -> None:
    map.press("Lasso")
    map.in_sight()
    state = map.state()
    right, bottom = state["width"] - 4, state["height"] - 4
    points = [(state["left"] + x, state["top"] + y) for x, y in [(4, 4), (right, 4), (right, bottom), (4, bottom), (4, 8)]]
    touch_along(fingers, points)
    after = map.state()
    map.expect(after["scroll"] == state["scroll"], "the page scrolls under the lasso")
    map.expect(total(map) == state["drawn"], f"a lasso by finger around {state['drawn']} customers has {total(map)}")


def check_plain(browser, site, path, findings):
    """Without a script, and on paper: the picture alone."""
    with opened(browser, site, path, findings, java_script_enabled=False) as map:
        box = map.page.locator(".map-box").first
        map.expect(box.locator("svg.map:visible").count() == 1, "without a script there is no map")
        map.expect(box.locator("a.pin, a.area").count() > 0, "without a script nothing on the map is a link")
        map.expect(box.locator("button").count() == 0, "there are buttons that do nothing without a script")
    with opened(browser, site, path, findings) as map:
        map.page.emulate_media(media="print")
        map.expect(map.page.locator(".map-box button:not(.map-chip):visible").count() == 0, "buttons are printed")


def check_routes(browser, site, path, findings):
    """Magnified, arrowheads and the distance between days on one road keep their pixels."""
    for name, options in {"wide": {}, "phone": PHONE}.items():
        with opened(browser, site, path, findings, **options) as map:
            rest = map.run(ROUTES)
            for _ in range(3):
                map.press("Zoom in")
            map.settle()
            near = map.run(ROUTES)
            map.expect(near["heads"] >= rest["heads"], f"{name}: {rest['heads']} arrowheads become {near['heads']}")
            for size in near["sizes"]:
                map.expect(8 < size < 18, f"{name}: an arrowhead is {size:.0f} px after a zoom")
            for lane in rest["lanes"] + near["lanes"]:
                off = max(abs(one - other) for one, other in zip(lane["is"], lane["should"]))
                map.expect(off < 0.5, f"{name}: a lane lies {lane['is']} px aside instead of {lane['should']}")
            change = abs(near["home"] - rest["home"])
            map.expect(change < 2, f"{name}: the word Home moves by {change:.0f} px from its house")
            map.press("Whole map")
            map.settle()
            again = map.run(ROUTES)
            map.expect(again["heads"] == rest["heads"], f"{name}: {again['heads']} arrowheads at rest were {rest['heads']}")


def total(map: MapPage) -> int:
    found = re.match(r"([\d.,’'\u202f\u00a0]+) ", map.state()["total"])
    return int(re.sub(r"\D", "", found[1])) if found else -1


def inside(state: dict, link: dict) -> bool:
    x, y = link["x"] - state["left"], link["y"] - state["top"]
    return 12 < x < state["width"] - 12 and 12 < y < state["height"] - 12


CHECKS = {
    "words": check_words, "mouse": check_mouse, "keyboard": check_keyboard, "filter": check_filter, "lasso": check_lasso,
    "touch": check_touch, "no script, and paper": check_plain,
}

WEEK_CHECKS = {"routes": check_routes}


def main() -> int:
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "public").resolve()
    failed = 0
    weeks = sorted(page.relative_to(site) for page in site.glob("reps/*/map.html"))[:1]
    with chromium() as browser:
        for path in PAGES + weeks:
            page = site / path
            if not page.is_file() or 'class="map-box"' not in page.read_text(encoding="utf-8"):
                failed += 1
                print(f"{path.as_posix()}: there is no map that can be used")
                continue
            for name, check in (WEEK_CHECKS if path in weeks else CHECKS).items():
                findings: list[str] = []
                try:
                    check(browser, site, path, findings)
                except Exception as error:  # what can't be reached is a finding, and the other checks go on
                    findings.append(f"stopped: {str(error).splitlines()[0]}")
                failed += bool(findings)
                for finding in dict.fromkeys(findings):
                    print(f"{path.as_posix()} ({name}): {finding}")
    print(f"Maps: {len(PAGES) * len(CHECKS) + len(weeks) * len(WEEK_CHECKS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

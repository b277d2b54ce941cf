"""A mouse and fingers on a page: drags, lines, swipes and taps. `fingers` is a session of the DevTools protocol."""

import math


def drag(page, start, end) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=8)
    page.mouse.up()


def draw(page, points) -> None:
    page.mouse.move(*points[0])
    page.mouse.down()
    for x, y in between(points):
        page.mouse.move(x, y)
    page.mouse.up()


def around(page, x: float, y: float, radius: float) -> None:
    turns = [turn / 12 * math.tau for turn in range(13)]
    draw(page, [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns])


def between(points, steps: int = 6):
    for (ax, ay), (bx, by) in zip(points, points[1:]):
        yield from ((ax + (bx - ax) * step / steps, ay + (by - ay) * step / steps) for step in range(1, steps + 1))


def touch(fingers, what: str, points) -> None:
    places = [{"x": x, "y": y, "id": index} for index, (x, y) in enumerate(points)]
    fingers.send("Input.dispatchTouchEvent", {"type": what, "touchPoints": places})


def swipe(fingers, starts, ends, steps: int = 10) -> None:
    """As many fingers as there are starts, each on a straight line to its end."""
    touch(fingers, "touchStart", starts)
    for step in range(1, steps + 1):
        share = step / steps
        touch(fingers, "touchMove", [
            (ax + (bx - ax) * share, ay + (by - ay) * share) for (ax, ay), (bx, by) in zip(starts, ends)])
    touch(fingers, "touchEnd", [])


def touch_along(fingers, points) -> None:
    """One finger along a line."""
    touch(fingers, "touchStart", [points[0]])
    for point in between(points):
        touch(fingers, "touchMove", [point])
    touch(fingers, "touchEnd", [])


def tap(fingers, x: float, y: float) -> None:
    touch(fingers, "touchStart", [(x, y)])
    touch(fingers, "touchEnd", [])

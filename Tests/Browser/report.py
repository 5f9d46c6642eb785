"""Opens reports in Chromium: sorting, filtering, links, widths, colours, paper, and that nothing of a document runs."""

import pathlib
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

PROGRAM, SHOTS = sys.argv[1], pathlib.Path(sys.argv[2])

HOSTILE = """</title><script>window.hacked = 1</script><img src=x onerror="window.hacked = 2">

La ministre de la Mer, Anne Morel, a annoncé que « <script>window.hacked = 3</script> le port {n} rouvrira ».
"""
TEXTS = [
    "Le préfet, Luc Abgrall, a déclaré que la digue numéro {n} tiendrait tout l'hiver. « Nous y veillons », a-t-il ajouté.",
    "L'éleveuse Zoé Ébrard a salué la décision. Elle a expliqué que la prairie numéro {n} restait ouverte aux brebis.",
    HOSTILE,
]
SCRIPT = """
# Qui parle
count statements by speaker

# Quand
count documents by date

# Tout ce qui a été dit
find statements show speaker, verb, text

# Où c'est écrit
find documents show title, words
"""


def check(condition, what):
    if not condition:
        sys.exit(f"report: {what}")


def column(page, table, number):
    return page.locator(f"#{table} tbody tr:visible td:nth-child({number})").all_inner_texts()


def links(page):
    """Each link into the page leads to something that is there."""
    missing = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1))"
        ".filter(id => !document.getElementById(id))")
    check(not missing, f"links lead nowhere: {missing[:5]}")
    page.locator("#a3 tbody tr a").first.click()
    target = page.evaluate("location.hash")
    check(target.startswith("#p") and page.locator(target).is_visible(), "a row does not lead to its words")
    back = page.locator(f"{target} a").first
    back.click()
    check(page.evaluate("location.hash").startswith("#a3r"), "the words do not lead back to the row")


def sorting(page):
    before = column(page, "a1", 2)
    speaker = page.locator("#a1 thead button", has_text="speaker")
    speaker.focus()
    page.keyboard.press("Enter")
    names = column(page, "a1", 2)
    check(names == ["Anne Morel", "Luc Abgrall", "Zoé Ébrard"], f"not sorted by name: {names}")
    head = page.locator("#a1 thead th", has_text="speaker")
    check(head.get_attribute("aria-sort") == "ascending", "the order is not said")
    speaker.click()
    check(column(page, "a1", 2) == names[::-1], "not sorted the other way")
    speaker.click()
    check(column(page, "a1", 2) == before and head.get_attribute("aria-sort") is None, "the first order is lost")
    page.locator("#a1 thead button", has_text="count").click()
    counts = [int(number) for number in column(page, "a1", 3)]
    check(counts == sorted(counts, reverse=True), f"numbers are not sorted as numbers: {counts}")


def filtering(page):
    field = page.locator("#a3 input[type=search]")
    field.fill("zoe prairie")
    rows = page.locator("#a3 tbody tr:visible").all_inner_texts()
    check(rows and all("Zoé" in row and "prairie" in row for row in rows), "rows are not filtered without accents")
    status = page.locator("#a3 [role=status]").inner_text()
    check(status.startswith(f"{len(rows)} sur "), f"the number of rows is not said: {status}")
    field.fill("")
    check(page.locator("#a3 tbody tr:visible").count() > len(rows), "rows stay hidden")


def shape(page, name):
    page.screenshot(path=SHOTS / f"{name}.png", full_page=True)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    check(wide <= 0, f"{name}: the page is {wide} pixels wider than the window")
    small = page.evaluate(
        "[...document.querySelectorAll('svg text')].filter(t => t.getBoundingClientRect().height < 11).length")
    check(small == 0, f"{name}: {small} labels are too small to read")


def contrast(page, name):
    """WCAG 2: at least 4.5 between each text and the page."""
    worst = page.evaluate("""() => {
        const channels = c => c.match(/[\\d.]+/g).slice(0, 3).map(Number);
        const light = c => channels(c).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
        const page = light(getComputedStyle(document.body).backgroundColor);
        return Math.min(...[...document.querySelectorAll('h1,h2,p,td,th,a,figcaption,svg text')].map(e => {
            const style = getComputedStyle(e), own = light(e.closest('svg') ? style.fill : style.color);
            return (Math.max(own, page) + .05) / (Math.min(own, page) + .05);
        }));
    }""")
    check(worst >= 4.5, f"{name}: a text has a contrast of {worst:.1f} only")


def main():
    SHOTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        folder = pathlib.Path(folder)
        for n in range(24):
            text = TEXTS[n % 3].replace("{n}", str(n))
            (folder / f"{n:02}.txt").write_text(f"BREST, {n % 28 + 1} mai 2016 (AFP) - {text}" if n % 3 < 2 else text)
        (folder / "veille.dixit").write_text(SCRIPT)
        report = folder / "report.html"
        subprocess.run(
            [PROGRAM, "report", folder, "-f", folder / "veille.dixit", "-o", report, "--lang", "fr", "--quiet"], check=True)
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        said, asked = [], []

        def opened(**options):
            page = browser.new_context(**options).new_page()
            page.on("console", lambda message: said.append(message.text))
            page.on("pageerror", lambda error: said.append(str(error)))
            page.on("request", lambda request: asked.append(request.url))
            page.goto(report.as_uri())
            return page

        desk = opened(viewport={"width": 1280, "height": 900})
        shape(desk, "desk")
        contrast(desk, "light")
        check(desk.title() == "veille" and desk.locator("main section").count() == 4, "sections are missing")
        check(desk.evaluate("window.hacked") is None and desk.locator("img").count() == 0, "a document's script ran")
        check(desk.locator("svg[role=img] desc").count() >= 3, "charts are missing, or say nothing")
        sorting(desk)
        filtering(desk)
        links(desk)
        shape(opened(viewport={"width": 360, "height": 740}), "phone")
        dark = opened(viewport={"width": 1280, "height": 900}, color_scheme="dark")
        shape(dark, "dark")
        contrast(dark, "dark")
        paper = opened(viewport={"width": 1280, "height": 900})
        paper.emulate_media(media="print")
        check(paper.locator("p.filter").first.is_hidden(), "fields are printed")
        paper.pdf(path=SHOTS / "paper.pdf", format="A4")
        plain = opened(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
        check(plain.locator("button").count() == 0 and plain.locator("#a3 tbody tr").count() > 20, "not whole without scripts")
        check(not said, f"the console says: {said}")
        check(set(asked) == {report.as_uri()}, f"the page asks for {set(asked)}")
        browser.close()
    print(f"report: sorting, filter, links, widths, contrast, paper and policy are right; screenshots in {SHOTS}")


main()

"""Make the README's pictures: the real case in Chromium, compared and drafted. Run by `make picture`."""

import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from statuts.cli import run

ROOT = Path(__file__).parent.parent.parent
FOLDER = Path(__file__).parent
REAL = ROOT / "versions" / "statuts"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
WIDTH = 1180


def main() -> int:
    """Write the pictures; 1 where there is no browser to take them."""
    if CHROMIUM is None:
        print("No Chromium here: sudo apt-get install chromium", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        compared(browser, Path(folder))
        drafted(browser, Path(folder))
        browser.close()
    return 0


def compared(browser: Browser, folder: Path) -> None:
    """The page of the redline."""
    file = folder / "redline.html"
    versions = ["--archive", str(ROOT / "versions"), "anterieure", "2021-06-21"]
    run(["--lang", "fr", "compare", *versions, "-o", str(file)])
    page = browser.new_page(viewport={"width": WIDTH, "height": 1000}, color_scheme="light")
    page.goto(file.as_uri())
    end = page.locator("footer").first.bounding_box()
    height = min(int(end["y"]) - 24 if end else 1000, 1010)
    target = FOLDER / "article-1.png"
    page.screenshot(path=target, clip={"x": 0, "y": 0, "width": WIDTH, "height": height}, full_page=True)
    print(target.relative_to(ROOT))


def drafted(browser: Browser, folder: Path) -> None:
    """The drafting page, the new wording being typed over the old one."""
    archive = ["--archive", str(folder / "versions")]
    run(
        [
            "--lang",
            "fr",
            "init",
            archive[1],
            "--name",
            "La 27e Région",
            "--town",
            "Paris",
            "--departement",
            "Paris",
        ]
    )
    old, new = REAL / "anterieure" / "objet.md", REAL / "2021-06-21" / "objet.md"
    run(["import", str(old), "--label", "Statuts antérieurs", "--as", "anterieure", *archive])
    run(
        [
            "propose",
            "age-2021",
            "--title",
            "Un espace apartisan",
            "--author",
            "le conseil d’administration",
            *archive,
        ]
    )
    with serving(archive) as address:
        page = browser.new_page(
            viewport={"width": WIDTH, "height": 860}, color_scheme="light", locale="fr-FR"
        )
        page.goto(f"{address}/propositions/statuts/age-2021")
        page.locator("a[href*='/articles/']").first.click()
        page.locator("#typed").fill(new.read_text(encoding="utf-8"))
        page.locator("#live ins").first.wait_for()
        page.locator("#typed").evaluate("area => { area.scrollTop = 0 }")
        page.wait_for_timeout(1500)
        page.locator("h1").click()
        target = FOLDER / "redaction.png"
        page.screenshot(path=target)
        print(target.relative_to(ROOT))


@contextmanager
def serving(archive: list[str]) -> Iterator[str]:
    """`statuts serve` on a free port: its address."""
    command = [sys.executable, "-m", "statuts", "--lang", "fr", "serve", "--port", "0", *archive]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)  # noqa: S603
    assert process.stdout
    try:
        found = re.search(r"http://\S+[^/\s]", process.stdout.readline())
        assert found
        yield found[0]
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


if __name__ == "__main__":
    sys.exit(main())

"""Make the README's picture: the page of the real case, as Chromium shows it. Run by `make picture`."""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from statuts.cli import run

ROOT = Path(__file__).parent.parent.parent
TARGET = Path(__file__).parent / "article-1.png"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def main() -> int:
    """Write the picture; 1 where there is no browser to take it."""
    if CHROMIUM is None:
        print("No Chromium here: sudo apt-get install chromium", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder, "redline.html")
        versions = ["--archive", str(ROOT / "versions"), "anterieure", "2021-06-21"]
        run(["--lang", "fr", "compare", *versions, "-o", str(page_file)])
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1180, "height": 1000}, color_scheme="light")
        page.goto(page_file.as_uri())
        end = page.locator("footer").first.bounding_box()
        height = int(end["y"]) - 24 if end else 1000
        page.screenshot(
            path=TARGET, clip={"x": 0, "y": 0, "width": 1180, "height": min(height, 1010)}, full_page=True
        )
        browser.close()
    print(TARGET.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What a wheel holds besides its sources: message catalogues and, if asked for, the engine compiled.

`STATUTS_COMPILED=1` has mypyc translate the stages that read and compare; it needs a C compiler. The result
is the same, only sooner, and every module is there as source too.
"""

import os
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_COMPILED = ("language", "markdown", "diff")
_CONFIGURATION = (
    "--config-file=",
    "--ignore-missing-imports",
    "--follow-imports=silent",
)  # what the program needs to run is not there while it is built


def compile_catalogues(root: Path) -> list[Path]:
    """Write a .mo beside every .po below `root`/statuts/locale and return what was written."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    written = []
    for po in sorted((root / "statuts" / "locale").glob("*/LC_MESSAGES/*.po")):
        with po.open("rb") as source:
            catalogue = read_po(source)
        target = po.with_suffix(".mo")
        with target.open("wb") as out:
            write_mo(out, catalogue)
        written.append(target)
    return written


def compile_engine(root: Path, folder: Path) -> dict[str, str]:
    """Translate and compile into `folder`; where each file made belongs in the wheel, by its path."""
    from mypyc.build import mypycify
    from setuptools import Distribution

    modules = [
        str(file.relative_to(root))
        for stage in _COMPILED
        for file in sorted((root / "statuts" / stage).glob("*.py"))
        if file.name != "__init__.py"
    ]
    extensions = mypycify(
        [*_CONFIGURATION, *modules],
        opt_level="1",
        debug_level="0",
        target_dir=str(folder / "c"),
        group_name="statuts",
    )
    command = Distribution({"ext_modules": extensions}).get_command_obj("build_ext")
    command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "temp")
    command.ensure_finalized()
    command.run()
    return {file: str(Path(file).relative_to(folder / "lib")) for file in command.get_outputs()}


class BuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling's hook: runs before every build, editable ones included."""

    def dependencies(self) -> list[str]:
        """What the build itself needs besides hatchling."""
        return ["mypy>=1.15", "setuptools>=77"] if os.environ.get("STATUTS_COMPILED") else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make what is to be packed; an editable install keeps to the sources, which change under it."""
        root = Path(self.root)
        compile_catalogues(root)
        if self.target_name == "wheel" and version == "standard" and os.environ.get("STATUTS_COMPILED"):
            build_data["force_include"] |= compile_engine(root, root / "build" / "engine")
            build_data["pure_python"] = False
            build_data["infer_tag"] = True


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)

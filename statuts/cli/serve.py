"""`statuts serve`: a page on this computer in which a proposal is drafted, shown to the room, and adopted."""

import errno
import gc
import os
import socket
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from statuts.cli import options, progress
from statuts.desk.files import read_text
from statuts.desk.versions import opened
from statuts.errors import InputError, UsageError
from statuts.i18n import _, set_language
from statuts.model.message import msg

if TYPE_CHECKING:
    from flask import Flask

LOCAL = "127.0.0.1"
PORT = 8901
_SHORTEST = 8
"""Characters of a passphrase: fewer are guessed, whatever the door does."""


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "serve",
        callback=_serve,
        help=_(
            "Open a page on this computer in which a proposal is drafted: the redline and the wording appear"
            " while one types. Nothing leaves the computer, unless --host says so. Ctrl-C ends it."
        ),
        epilog=_("Example: statuts serve --port 8901"),
        params=[
            click.Option(
                ["--port"],
                type=click.IntRange(0, 65535),
                metavar=_("NUMBER"),
                help=_("The port (unless told {port}, or a free one where it is taken).").format(port=PORT),
            ),
            click.Option(
                ["--host"],
                metavar=_("ADDRESS"),
                help=_("Share it with other computers, at this address of this one; asks for a passphrase."),
            ),
            click.Option(
                ["--passphrase-file", "passphrase"],
                type=click.Path(path_type=Path),
                metavar=_("FILE"),
                help=_("The file whose first line is the passphrase of a shared page (else asked for)."),
            ),
            click.Option(["--open", "open_"], is_flag=True, help=_("Open it in the browser at once.")),
            options.templates(),
            options.archive(),
        ],
    )


def _serve(
    port: int | None,
    host: str | None,
    passphrase: Path | None,
    open_: bool,
    templates: Path | None,
    archive: Path | None,
) -> None:
    found = opened(archive)
    shared = host is not None and host not in (LOCAL, "localhost", "::1")
    secret = _passphrase(passphrase) if shared else ""
    listening = _listening(host or LOCAL, port)
    bound = listening.getsockname()[1]
    shown = host if shared and host not in ("0.0.0.0", "::") else LOCAL  # noqa: S104 - compared, not bound
    address = f"http://{f'[{shown}]' if ':' in str(shown) else shown}:{bound}/"
    _announce(address, shared)
    progress.hush()
    from statuts.web.app import create_app
    from statuts.web.kit import kit_of

    kit = kit_of(found, templates, _hosts(host, bound, shared), secret)
    set_language(found.association.language)  # whatever the pages say
    app = create_app(found.root, kit)
    if open_:
        import webbrowser

        webbrowser.open(address)
    gc.freeze()  # what is loaded stays: never look at it again
    gc.enable()  # a server lives long
    _run(app, listening)


def _run(app: "Flask", listening: socket.socket) -> None:
    from statuts.web.server import server

    running = server(app, listening)
    with suppress(KeyboardInterrupt):
        running.run()
    running.close()
    click.echo(_("Closed."), err=True)


def _announce(address: str, shared: bool) -> None:
    click.echo(_("The drafting page: {address}").format(address=address))
    click.echo(_("Ctrl-C ends it; what is typed and not saved is kept as a draft."), err=True)
    if shared:
        click.echo(
            _(
                "Shared with other computers. What this does not protect: nothing is encrypted, so that"
                " whoever is on the same network can read along, passphrase included; one passphrase is"
                " for all, and the archive does not note who wrote what."
            ),
            err=True,
        )


def _passphrase(file: Path | None) -> str:
    """Never on the command line, where every program of the computer could read it."""
    if file is not None:
        said = next(iter(read_text(file).splitlines()), "").strip()
    else:
        said = click.prompt(_("Passphrase"), hide_input=True, confirmation_prompt=_("Again")).strip()
    if len(said) < _SHORTEST:
        raise InputError(
            msg("this passphrase is too short."), msg("take {count} characters at least", count=_SHORTEST)
        )
    return said


def _listening(host: str, port: int | None) -> socket.socket:
    """A socket on the port, any free one where none was asked for and ours is taken.

    Raises `UsageError` where the port asked for is taken, or the address is not ours.
    """
    try:
        try:
            return _bound(host, PORT if port is None else port)
        except OSError as error:
            if port is not None or error.errno != errno.EADDRINUSE:
                raise
            return _bound(host, 0)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise UsageError(
                msg("the port {port} is taken, perhaps by another drafting page.", port=port or 0),
                msg("close that one, or leave --port out: a free one is then taken"),
            ) from None
        raise UsageError(
            msg("“{host}” cannot be listened at: {reason}.", host=host, reason=error.strerror or str(error)),
            msg("give an address of this computer with --host, or leave it out"),
        ) from None


def _bound(host: str, port: int) -> socket.socket:
    family, _type, _proto, _name, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name != "nt":  # there it would let two pages share one port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(place)
        listening.listen(128)  # whoever comes at once waits until the pages are there
    except OSError:
        listening.close()
        raise
    return listening


def _hosts(host: str | None, port: int, shared: bool) -> frozenset[str]:
    """How browsers may name this page: any other name is another site's, made to lead here."""
    names = {LOCAL, "localhost", "[::1]"}
    if shared and host is not None:
        names |= {host if ":" not in host else f"[{host}]", *_own_addresses()}
    found = {f"{name.lower()}:{port}" for name in names}
    return frozenset(found | (names if port == 80 else set()))


def _own_addresses() -> set[str]:
    """The names and addresses of this computer on its networks."""
    name = socket.gethostname()
    found = {name, f"{name}.local"}
    with suppress(OSError):
        found |= {str(entry[4][0]) for entry in socket.getaddrinfo(name, None, socket.AF_INET)}
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # nothing is sent: it only tells which address would be used
        found.add(str(probe.getsockname()[0]))
    return found

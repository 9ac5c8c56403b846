"""The folder of a site, written from an archive: what `publish` does, whoever asks for it."""

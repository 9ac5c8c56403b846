"""The pages of an archive to be read anywhere: what each says, as values, and the files they are."""

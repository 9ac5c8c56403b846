"""What is done to an archive, whoever asks for it: the verbs and the drafting page share it."""

"""The papers of an assembly: what each must say, in values that a template lays out."""

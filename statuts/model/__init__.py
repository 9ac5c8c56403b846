"""The frozen values that pass between two stages."""

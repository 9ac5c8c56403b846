"""Files of other programs → `Brought`: nothing in them is trusted, run or fetched."""

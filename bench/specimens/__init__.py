"""Which pictures do the benches look at? (Drawn here; every person, number and address is invented: SPECIMEN.)"""

"""Identity across registers: which enterprise is which labour unit, by what is exact, by likeness, and by a person's word."""

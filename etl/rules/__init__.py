"""The law, computed: each rule in one place, as an expression over columns and the dated reference values (rules.md)."""

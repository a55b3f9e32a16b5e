"""Tables: records, lists of what needs attention, what was loaded, the dictionary."""

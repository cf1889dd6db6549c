"""Windows and screens: they show values and report what a person wants. They must never decide or store anything."""

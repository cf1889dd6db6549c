"""The parts that screens are made of. They take plain values and must never know people, rules or sessions."""

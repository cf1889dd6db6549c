"""How the neck is the next morning, and calm questions in the weeks after the first session."""

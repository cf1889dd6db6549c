"""Something feels wrong: what is felt, what it calls for, and a note for the doctor."""

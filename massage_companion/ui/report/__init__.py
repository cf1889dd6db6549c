"""The page for a doctor: drawn as PDF and on paper, saved as a web page."""

"""The safety check on screen: its pages, the review of all answers, the result, the emergency page."""

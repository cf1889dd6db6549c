"""The guide of the first start, over everything else until the safety check can begin."""

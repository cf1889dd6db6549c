"""Massagers on screen."""

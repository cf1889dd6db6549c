"""The pages beside the sidebar: one file says how each is put together and kept up to date."""

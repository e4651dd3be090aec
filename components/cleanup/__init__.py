"""Cleaning up datasets that nobody uses: asked before it is done, and taken back for a while."""

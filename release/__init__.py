"""What makes a release: the virtual environment, the offline bundle, the pictures of the guide."""

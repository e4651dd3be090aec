"""What is drawn: one module per component, each with one public function of its name."""

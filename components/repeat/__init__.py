"""屡审屡犯: where problems come back, what waits for a decision, and the story of one of them."""

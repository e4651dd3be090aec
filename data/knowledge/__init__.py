"""知识卡片: method guides and cards that come with the program, and what the bureau made of them."""

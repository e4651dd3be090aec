"""投资一张图: the map of public investment, what it is asked, and the card of one project."""

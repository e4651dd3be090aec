"""疑点: the loop, the list, the card and the steps of suspects."""

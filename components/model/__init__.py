"""审计模型: the library, the card of a model, and the form that runs it."""

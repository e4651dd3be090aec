"""Knowledge cards with what stands behind them: models, laws, data, cases; on a page and as a document."""

"""Government information systems: their inventories, their use and money, and who audits them."""

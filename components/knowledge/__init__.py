"""Knowledge: findings compared across years, regions and trades; cards and method guides."""

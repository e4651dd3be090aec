"""出库审批: what people want to take out of the data room, and what another person decided."""

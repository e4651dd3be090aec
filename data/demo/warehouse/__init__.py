"""The invented warehouse of 示范市: one SQL file per dataset type, with faults planted in known rows."""

"""How well lines are matched that name no order line, or no order: generated trade with a known truth."""

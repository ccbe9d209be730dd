"""What single values mean: units, numbers and dates as people and systems write them."""

"""What the hub says of itself: name, commune, the statement that households read before they join."""

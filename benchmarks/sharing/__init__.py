"""What sharing is measured with: a real home, a real hub, and lines and clocks that are not kind to them."""

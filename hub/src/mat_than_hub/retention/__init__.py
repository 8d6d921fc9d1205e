"""What leaves the hub, and when: withdrawn consents, the end of retention, files that nobody owns."""

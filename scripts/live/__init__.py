"""The whole product, really running: camera server, Home Assistant, hub and browser as child processes.

`scripts/demo` and `tests/e2e` start it; nothing here is a stand-in. Every process listens on 127.0.0.1 only and dies
with the one that started it.
"""

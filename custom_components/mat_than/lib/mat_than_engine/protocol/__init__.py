"""What home and hub say to one another (`mt/1`): objects, limits, signatures, the words for what went wrong.

`docs/ref/protocol.md` explains it. The home reads the hub's answers with these classes and the hub the home's
requests, so neither can be of another opinion. Standard library only: whoever signs or verifies hands in a function.
The hub carries an identical copy (`scripts/sync-protocol`); `tests/contract/vectors` hold what both must take and
what both must refuse.
"""

"""Sharing by consent: the only part of the integration that speaks to a hub.

`door` takes motions and clips in; `permissions` asks `consent` whether they may leave; `copier` has shared copies made, `outbox`
keeps what waits, a lane of `hub_line` has `parcel_line` send it through `client` and `transport`, signed by
`signatures` with a key of `identity`. `ledger` remembers switches, withdrawals and receipts. Read docs/design/sharing.md first.
"""

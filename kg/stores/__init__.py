"""Where a graph can be asked: one protocol (`kg.stores.store`), one module a kind of store."""

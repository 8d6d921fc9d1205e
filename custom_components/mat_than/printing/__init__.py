"""Papers to print: a consent with its agreement and receipt, the proof of a deletion, the sign for the gate."""

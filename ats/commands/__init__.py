"""Everything a person can do, one plain function each, one module per noun.

Each writes inside one `store.step`, which is one transaction, one undo step and one
announcement; a command called inside another's step joins it.
"""

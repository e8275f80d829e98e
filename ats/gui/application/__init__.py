"""The page of one application: what was read, what it asks for, what happened, what is offered."""

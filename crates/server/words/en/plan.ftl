## Plan.

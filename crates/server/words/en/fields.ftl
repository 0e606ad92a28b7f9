## What fields are called, where their names do not say it well enough.

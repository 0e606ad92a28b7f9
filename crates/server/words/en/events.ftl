## What happened, where the kind of an entry does not say it well enough.

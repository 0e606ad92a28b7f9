## What rules ask for, where their own words are not enough.

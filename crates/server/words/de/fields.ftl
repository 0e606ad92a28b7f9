## Wie Felder heißen.

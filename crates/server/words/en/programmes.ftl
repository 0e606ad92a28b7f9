## Programmes.

## Findings.

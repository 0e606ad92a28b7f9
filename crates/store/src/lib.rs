//! The only door to disk: commands, queries, evidence, the journal and its log.

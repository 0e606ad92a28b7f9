//! The JSON API over the store's commands and queries.

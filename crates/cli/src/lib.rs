//! What the binary shares with the tests that drive it: the player of audit stories, and what one room hands to another.

pub mod bridge;
pub mod story;

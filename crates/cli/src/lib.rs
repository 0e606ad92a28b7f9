//! What the binary shares with the tests that drive it: the player of audit stories, the workers, and what one room
//! hands to another.

pub mod bridge;
pub mod counts;
pub mod review;
pub mod store_door;
pub mod story;
pub mod work;

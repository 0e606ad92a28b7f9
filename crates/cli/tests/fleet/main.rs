//! Replicas of the built server over one PostgreSQL and one bucket, while what they stand on is killed, cut off, slow or wrong: no act that was
//! acknowledged is lost or doubled, nothing that follows from one takes effect twice, and the record verifies afterwards.
//!
//! PostgreSQL is one of each test's own, since it is killed too; its programs have to be on this machine. The bucket is that of `ASSIZE_TEST_S3`,
//! where it is set. A run is short; `ASSIZE_CHAOS_SECONDS` says for how long each kind of trouble lasts, 12 s where it does not. Nothing here asks
//! how long anything takes: what is waited for is waited for up to [`world::WAIT_MAX`].

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]
#![cfg(target_os = "linux")]

mod bucket;
mod clients;
mod clocks;
mod cut;
mod database;
mod endpoint;
mod kills;
mod postgres;
mod proxy;
mod replica;
mod rolling;
mod world;

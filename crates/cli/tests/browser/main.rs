//! Stories that a real browser plays against `assize serve`, and the proof of the means they are played with.
//!
//! `ASSIZE_TEST_BROWSER` names chromedriver and chromium, `DRIVER,CHROMIUM`; `ASSIZE_TEST_AXE` names `axe.min.js`.
//! The project's test command sets both.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    dead_code,
    reason = "a test that meets what it did not expect fails; each story uses its own part of the browser"
)]

mod accounts;
mod browser;
mod clean;
mod desk;
mod door;
mod draws;
mod fieldwork;
mod findings;
mod forms;
mod harness;
mod house;
mod html;
mod library;
mod line;
mod outward;
mod people;
mod programmes;
mod reports;
mod session;
mod signing;
mod spot;
mod stories;
mod under_way;
mod unsent;
mod whole;
mod world;

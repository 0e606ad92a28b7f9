//! The figures that the one binary is held to, each measured on processes of it as a user starts them.
//!
//! A run fails when a benchmark is broken, never because a machine was slow.

mod acts;
mod fleet;
#[path = "../../../store/benches/figures/house.rs"]
#[expect(dead_code, reason = "what makes full stores, of which these use a part")]
mod house;
#[path = "../../../store/benches/figures/measure.rs"]
#[expect(dead_code, reason = "what the store's figures are measured with, of which these use a part")]
mod measure;
mod organizations;
mod outward;
mod pages;
#[path = "../../../store/benches/figures/places.rs"]
#[expect(dead_code, reason = "where stores stand, of which these use a part")]
mod places;
mod process;
mod report;
mod soak;
mod start;
mod tables;

use measure::{Broken, is_asked};

/// What can be measured.
const ROOMS: [&str; 9] =
    ["start", "acts", "fleet", "organizations", "report", "tables", "outward", "pages", "soak"];

#[tokio::main]
async fn main() -> Result<(), Broken> {
    if !is_asked() {
        return Ok(());
    }
    let chosen: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    if let Some(unknown) = chosen.iter().find(|room| !ROOMS.contains(&room.as_str())) {
        return Err(format!("`{unknown}` is not measured here; there are {}", ROOMS.join(", ")).into());
    }
    for room in ROOMS.into_iter().filter(|room| chosen.is_empty() || chosen.iter().any(|name| name == room)) {
        println!("\n{room}");
        match room {
            "start" => start::run().await?,
            "acts" => acts::run().await?,
            "fleet" => fleet::run().await?,
            "soak" => soak::run().await?,
            "organizations" => organizations::run().await?,
            "report" => report::run().await?,
            "tables" => tables::run().await?,
            "outward" => outward::run().await?,
            _ => pages::run().await?,
        }
    }
    Ok(())
}

//! The figures that the store is held to, each measured as its sentence says: `cargo bench -p assize-store`, or some of
//! them, as in `cargo bench -p assize-store -- acts verify`.
//!
//! A run fails when a benchmark is broken, never because a machine was slow.

mod acts;
mod evidence;
mod field;
mod house;
mod measure;
mod places;
mod reads;
mod verify;

use measure::{Broken, is_asked};

/// What can be measured.
const ROOMS: [&str; 5] = ["acts", "reads", "verify", "evidence", "field"];

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
            "acts" => acts::run().await?,
            "reads" => reads::run().await?,
            "verify" => verify::run().await?,
            "evidence" => evidence::run().await?,
            _ => field::run().await?,
        }
    }
    Ok(())
}

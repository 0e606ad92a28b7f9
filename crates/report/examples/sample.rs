//! Writes the content of a sample report: `sample surveillance|bare|large|papers|review|hostile > CONTENT.json`.

#[path = "../tests/sample/mod.rs"]
mod sample;

fn main() {
    let content = match std::env::args().nth(1).as_deref() {
        Some("bare") => sample::bare(),
        Some("large") => sample::large(250, 40),
        Some("papers") => sample::with_papers(),
        Some("review") => sample::review(),
        Some("hostile") => sample::hostile(),
        _ => sample::surveillance(),
    };
    println!("{}", serde_json::to_string_pretty(&content).unwrap_or_default());
}

//! The one binary: `assize`.

fn main() {}

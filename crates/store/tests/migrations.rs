//! The migrations and the shapes of the records say the same.

/// Mended with `cargo run -p assize-store --example record_ddl > migrations/both/0002_records.sql`.
#[test]
fn the_tables_of_the_records_are_those_the_law_declares() {
    let written = include_str!("../../../migrations/both/0002_records.sql");
    let statements: String =
        written.lines().filter(|line| !line.starts_with("--")).collect::<Vec<_>>().join("\n");
    assert_eq!(statements.trim(), assize_store::record_ddl().trim());
}

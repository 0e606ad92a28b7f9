//! Prints the statements that make the tables of all records, as `migrations/both/0002_records.sql` holds them.

fn main() {
    println!(
        "-- The tables of the records, as their shapes in the law say; a test holds the two together.\n"
    );
    print!("{}", assize_store::record_ddl());
}

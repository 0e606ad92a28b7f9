//! Prints the statements that would make the tables of all records as the law declares them now, for writing the next
//! migration from what has changed.

fn main() {
    print!("{}", assize_store::record_ddl());
}

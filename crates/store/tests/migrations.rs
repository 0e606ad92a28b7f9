//! After all migrations the tables of the records are those that the law declares, on each database.
//!
//! A migration that was released is never changed. What the law declares anew comes in a file of its own under
//! `migrations/both`: a table, or columns by `ALTER TABLE ... ADD COLUMN`. What is declared now is printed by
//! `cargo run -p assize-store --example record_ddl`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use assize_store::{record_ddl, record_tables};
use common::{Base, each_database};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, Row as _};

/// What each table consists of, as a set: its columns with their types and checks, its key.
type Tables = BTreeMap<String, BTreeSet<String>>;

#[tokio::test(flavor = "multi_thread")]
async fn after_all_migrations_the_tables_are_those_the_law_declares() {
    for base in each_database().await {
        base.make().await.close().await;
        let (migrated, declared) = if base.addresses.database.starts_with("sqlite:") {
            (
                in_sqlite(&base.addresses.database, None).await,
                in_sqlite("sqlite::memory:", Some(&record_ddl())).await,
            )
        } else {
            in_postgres(&base).await
        };
        let tables = record_tables();
        assert_eq!(declared.len(), tables.len());
        for table in &tables {
            let differ: Vec<&String> = match (migrated.get(table), declared.get(table)) {
                (Some(one), Some(other)) => one.symmetric_difference(other).collect(),
                (one, other) => {
                    panic!("`{table}` is migrated: {}, declared: {}", one.is_some(), other.is_some())
                }
            };
            assert!(differ.is_empty(), "`{table}` differs in {differ:#?}");
        }
    }
}

/// The tables of a database, after `ddl` was run on it.
async fn in_sqlite(address: &str, ddl: Option<&str>) -> Tables {
    let mut conn = sqlx::SqliteConnection::connect(address).await.unwrap();
    if let Some(ddl) = ddl {
        conn.execute(AssertSqlSafe(ddl.to_owned())).await.unwrap();
    }
    let sql = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL";
    let rows = conn.fetch_all(sql).await.unwrap();
    rows.iter().map(|row| (row.get::<String, _>(0), parts(&row.get::<String, _>(1)))).collect()
}

/// The parts of a statement that makes a table: what stands between its outer parentheses, cut at commas.
fn parts(sql: &str) -> BTreeSet<String> {
    let inside = sql.split_once('(').unwrap().1.rsplit_once(')').unwrap().0;
    let (mut depth, mut quoted, mut part) = (0_i32, false, String::new());
    let mut parts = BTreeSet::new();
    for c in inside.chars() {
        quoted ^= c == '\'';
        depth += i32::from(c == '(' && !quoted) - i32::from(c == ')' && !quoted);
        if c == ',' && depth == 0 && !quoted {
            parts.insert(one_space(&std::mem::take(&mut part)));
        } else {
            part.push(c);
        }
    }
    parts.insert(one_space(&part));
    parts
}

/// A part with single spaces. A default stands only where rows were there before the column.
fn one_space(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(" DEFAULT 0", "")
}

#[test]
fn a_column_added_later_is_a_part_like_the_others() {
    let whole = "CREATE TABLE \"t\" (\n    \"id\" TEXT NOT NULL,\n    \"a\" TEXT CHECK (\"a\" IN ('x,', ')')),\n    PRIMARY KEY (\"id\", \"a\")\n)";
    let added = "CREATE TABLE \"t\" (\n    \"id\" TEXT NOT NULL,\n    PRIMARY KEY (\"id\", \"a\")\n, \"a\" TEXT CHECK (\"a\" IN ('x,', ')')))";
    assert_eq!(parts(whole), parts(added));
    assert_eq!(parts(whole).len(), 3);
    assert_ne!(parts(whole), parts(&whole.replace("TEXT NOT NULL", "TEXT")));
}

#[tokio::test]
async fn rows_from_before_a_column_was_added_say_that_nothing_is_there() {
    let mut conn = sqlx::SqliteConnection::connect("sqlite::memory:").await.unwrap();
    conn.execute(include_str!("../../../migrations/both/0002_records.sql")).await.unwrap();
    let row = "INSERT INTO complaint (version, id, kind, \"from\", text, received, decide_by, stamp_at, stamp_by, state, told_given) \
               VALUES (1, 'x', 'appeal', 'y', 'z', '2026-09-01', '2026-10-31', '2026-09-01T08:00:00Z', 'operator', 'received', 0)";
    conn.execute(row).await.unwrap();
    conn.execute(include_str!("../../../migrations/both/0003_concerns_rulings.sql")).await.unwrap();
    let row = conn.fetch_one("SELECT acknowledged_given, acknowledge_by FROM complaint").await.unwrap();
    assert_eq!((row.get::<i64, _>(0), row.get::<Option<String>, _>(1)), (0, None));
}

/// The tables as they were migrated, and as they are declared, made beside them in a schema of their own.
async fn in_postgres(base: &Base) -> (Tables, Tables) {
    let mut conn = sqlx::PgConnection::connect(&base.addresses.database).await.unwrap();
    let migrated = of_schema(&mut conn, "public").await;
    conn.execute("CREATE SCHEMA declared; SET search_path TO declared").await.unwrap();
    conn.execute(AssertSqlSafe(record_ddl())).await.unwrap();
    (migrated, of_schema(&mut conn, "declared").await)
}

async fn of_schema(conn: &mut sqlx::PgConnection, schema: &str) -> Tables {
    let columns = "SELECT table_name::text, column_name || ' ' || data_type || ' ' || is_nullable \
                   FROM information_schema.columns WHERE table_schema = $1";
    // A constraint's own name says in which order it was made, and nothing else.
    let checks = "SELECT c.relname::text, pg_get_constraintdef(k.oid) FROM pg_constraint k \
                  JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1";
    let mut tables = Tables::new();
    for sql in [columns, checks] {
        for row in sqlx::query(sql).bind(schema).fetch_all(&mut *conn).await.unwrap() {
            tables.entry(row.get(0)).or_default().insert(row.get(1));
        }
    }
    tables
}

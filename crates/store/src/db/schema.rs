//! Where one store's tables stand in a database that others use too: PostgreSQL's schemas, and how a database of one store is removed.

use std::str::FromStr;

use assize_domain::kernel::datum::CellType;
use sqlx::postgres::PgConnectOptions;

use super::{Arg, KEPT_STATEMENTS, Opening, OwnConn, Sql as _, int, without_password};
use crate::error::StoreError;

/// What a schema's name begins an address's query with.
const SCHEMA: &str = "schema";

/// An address of PostgreSQL without its schema, and the schema where it names one.
fn schema_of(address: &str) -> Result<(String, Option<String>), StoreError> {
    let unclear = |why: &str| StoreError::Address { address: without_password(address), why: why.to_owned() };
    let mut url = url::Url::parse(address)
        .map_err(|_| unclear("it is not an address like postgres://user:password@host/database"))?;
    let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    let (schemas, others): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(name, _)| name == SCHEMA);
    match schemas.as_slice() {
        [] => return Ok((address.to_owned(), None)),
        [(_, schema)] if is_schema(schema) => {}
        _ => return Err(unclear("its schema is no name of lower-case letters, digits and `_`")),
    }
    url.set_query(None);
    if !others.is_empty() {
        url.query_pairs_mut().extend_pairs(&others);
    }
    Ok((url.to_string(), schemas.into_iter().next().map(|(_, schema)| schema)))
}

/// Whether a text can name a schema of ours: it stands in statements as it is.
fn is_schema(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_lowercase())
        && text.len() < 64
        && !text.starts_with("pg_")
        && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// How a database of PostgreSQL is connected to. Every connection sees the tables of its schema alone; one that is to be new is made.
pub(super) async fn in_schema(address: &str, opening: Opening) -> Result<PgConnectOptions, StoreError> {
    use sqlx::ConnectOptions as _;
    let (bare, schema) = schema_of(address)?;
    let options = PgConnectOptions::from_str(&bare).map_err(|_| StoreError::Address {
        address: without_password(address),
        why: "it is not an address like postgres://user:password@host/database".to_owned(),
    })?;
    let options = options.statement_cache_capacity(KEPT_STATEMENTS).disable_statement_logging();
    let Some(schema) = schema else { return Ok(options) };
    let mut conn =
        OwnConn::Postgres(options.connect().await.map_err(StoreError::database("opening a connection"))?);
    if opening == Opening::New {
        let sql = format!("CREATE SCHEMA IF NOT EXISTS \"{schema}\"");
        conn.run("making a schema", &sql, &[]).await?;
    } else {
        let sql = "SELECT COUNT(*) FROM pg_catalog.pg_namespace WHERE nspname = $1";
        let args: [Arg; 1] = [schema.as_str().into()];
        let found = conn.rows("looking for a schema", sql, &args, &[CellType::Int]).await?;
        if int(found.first().and_then(|row| row.first())) == 0 {
            return Err(StoreError::Missing(without_password(address)));
        }
    }
    conn.end().await;
    Ok(options.options([("search_path", schema)]))
}

/// Removes a database of one store: the file with those beside it, or the schema. Where it is not there, nothing is done.
///
/// # Errors
/// [`StoreError`]; [`StoreError::Organization`] for a whole database of PostgreSQL, which others may use.
pub(crate) async fn remove(address: &str) -> Result<(), StoreError> {
    use sqlx::ConnectOptions as _;
    if let Some(path) = address.strip_prefix("sqlite:") {
        let path = path.strip_prefix("//").unwrap_or(path);
        for ending in ["", "-wal", "-shm"] {
            match std::fs::remove_file(format!("{path}{ending}")) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(StoreError::file("removing a database")(error));
                }
                _ => {}
            }
        }
        return Ok(());
    }
    let (bare, schema) = schema_of(address)?;
    let Some(schema) = schema else {
        return Err(StoreError::Organization(format!(
            "`{}` is a whole database, which is not removed from here: drop it by PostgreSQL's own means",
            without_password(address)
        )));
    };
    let options = PgConnectOptions::from_str(&bare).map_err(StoreError::database("opening a connection"))?;
    let mut conn =
        OwnConn::Postgres(options.connect().await.map_err(StoreError::database("opening a connection"))?);
    let sql = format!("DROP SCHEMA IF EXISTS \"{schema}\" CASCADE");
    conn.run("removing a schema", &sql, &[]).await?;
    conn.end().await;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schema_is_taken_out_of_an_address_and_is_a_plain_name() {
        let of = |address: &str| schema_of(address).unwrap();
        assert_eq!(of("postgres://ann@db/a"), ("postgres://ann@db/a".to_owned(), None));
        let (bare, schema) = of("postgres://ann:s@db/a?sslmode=require&schema=org_fernhill");
        assert_eq!(
            (bare.as_str(), schema.as_deref()),
            ("postgres://ann:s@db/a?sslmode=require", Some("org_fernhill"))
        );
        assert_eq!(of("postgres://db/a?schema=x").0, "postgres://db/a");
        for bad in ["", "a\"b", "A", "pg_x", "1a", "a-b", "a%22%3bdrop", &"a".repeat(64)] {
            let error = schema_of(&format!("postgres://ann:s3cret@db/a?schema={bad}")).unwrap_err();
            assert!(!error.to_string().contains("s3cret"), "{error}");
        }
        assert!(schema_of("postgres://db/a?schema=x&schema=y").is_err(), "one of them");
    }
}

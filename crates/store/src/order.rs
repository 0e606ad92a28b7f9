//! The order of names in registers, as the languages sort them, on every database the same.
//!
//! A database sorts texts by its own lights, which differ. So the key by which a name is sorted is made here, by the collation that pages sort with, and kept
//! beside the record: a list that is cut into pages is then sorted throughout. The keys follow from the names. They are written with each
//! record, and those that are missing or made by an earlier order are made when a store is opened.

use std::fmt::Write as _;
use std::sync::LazyLock;

use assize_domain::kernel::datum::CellType;
use assize_domain::{AnyRecord, Kind};
use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};

use crate::Store;
use crate::db::{Arg, Sql, text};
use crate::error::StoreError;

/// Which order the keys are made by. It has to be raised by hand where the collation sorts names otherwise than before:
/// no test holds the keys themselves.
pub(crate) const ORDER: i64 = 1;
/// The kinds that are listed by their names.
const NAMED: [Kind; 2] = [Kind::Person, Kind::Auditee];
/// How many keys are made at a time.
const BATCH: i64 = 500;

/// English and German have the root order of CLDR, which for German is that of DIN 5007-1; numbers are sorted by their value.
static COLLATOR: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    let mut preferences = CollatorPreferences::default();
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    CollatorBorrowed::try_new(preferences, CollatorOptions::default())
        .map_err(|error| tracing::error!(%error, "names are sorted by their code points"))
        .ok()
});

/// The key by which a name is sorted, in hexadecimal: keys compare as names do, whatever else a database knows of texts.
pub(crate) fn sort_key(name: &str) -> String {
    let mut key: Vec<u8> = Vec::new();
    let made = COLLATOR.as_ref().is_some_and(|collator| collator.write_sort_key_to(name, &mut key).is_ok());
    let bytes = if made { key.as_slice() } else { name.as_bytes() };
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The name by which a record is listed; nothing where its kind is not listed by names.
pub(crate) fn name_of(record: &AnyRecord) -> Option<&str> {
    match record {
        AnyRecord::Person(person) => Some(person.name().as_str()),
        AnyRecord::Auditee(auditee) => Some(auditee.name().as_str()),
        _ => None,
    }
}

/// Puts the key of a name in its place.
pub(crate) async fn put(sql: &mut impl Sql, kind: Kind, id: &str, name: &str) -> Result<(), StoreError> {
    let args: [Arg; 4] = [id.into(), kind.word().into(), sort_key(name).into(), ORDER.into()];
    sql.run(
        "writing the order of a name",
        "INSERT INTO name_order (id, kind, sort_key, made_by) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (id) DO UPDATE SET sort_key = EXCLUDED.sort_key, made_by = EXCLUDED.made_by",
        &args,
    )
    .await
    .map(drop)
}

impl Store {
    /// Makes the keys that are missing, or that were made by another order.
    pub(crate) async fn put_in_order(&self) -> Result<(), StoreError> {
        let mut conn = self.db.conn().await?;
        for kind in NAMED {
            let statement = format!(
                "SELECT {kind}.id, {kind}.name FROM {kind} WHERE NOT EXISTS (SELECT 1 FROM name_order \
                 WHERE name_order.id = {kind}.id AND name_order.made_by = $1) ORDER BY {kind}.id LIMIT $2"
            );
            loop {
                let args: [Arg; 2] = [ORDER.into(), BATCH.into()];
                let rows =
                    conn.rows("looking for names without order", &statement, &args, &[CellType::Text; 2]);
                let rows = rows.await?;
                for row in &rows {
                    put(&mut conn, kind, &text(row.first()), &text(row.get(1))).await?;
                }
                if i64::try_from(rows.len()).is_ok_and(|len| len < BATCH) {
                    break;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_compare_as_people_sort_names() {
        let mut names =
            ["Zoe", "Özil", "Oz", "adam", "Strasse 10", "Straße 9", "Adler", "Ärztehaus", "Osten"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(
            names,
            ["adam", "Adler", "Ärztehaus", "Osten", "Oz", "Özil", "Straße 9", "Strasse 10", "Zoe"]
        );
    }
}

//! The tables that are no records: which of them go out, with their columns, and which do not, with the reason.

use std::collections::BTreeMap;

use assize_domain::kernel::datum::{Cell, CellType};
use serde_json::{Map, Value};

use crate::db::Arg;

/// A column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Col {
    pub(super) name: &'static str,
    pub(super) cell: CellType,
}

/// What becomes of a table.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fate {
    /// It goes out, as far as this condition on its rows holds, in the order of these columns, its key.
    Kept { key: &'static [&'static str], columns: &'static [Col], only: Option<&'static str> },
    /// It stays, for this reason.
    LeftOut(&'static str),
}

/// A table that is no record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Other {
    pub(super) name: &'static str,
    pub(super) fate: Fate,
}

const fn t(name: &'static str) -> Col {
    Col { name, cell: CellType::Text }
}

const fn n(name: &'static str) -> Col {
    Col { name, cell: CellType::Int }
}

const fn kept(name: &'static str, key: &'static [&'static str], columns: &'static [Col]) -> Other {
    Other { name, fate: Fate::Kept { key, columns, only: None } }
}

const fn left(name: &'static str, why: &'static str) -> Other {
    Other { name, fate: Fate::LeftOut(why) }
}

const SESSIONS: &str = "whoever was signed in signs in again where the store stands now";
const MINUTES: &str = "it is good for minutes, and once";

/// Tables that neither go out nor are left out: what is in them is made anew from the records, the journal and the texts.
pub const MADE_ANEW: &[&str] = &["link", "name_order", "document_search", "search_row", "field_done"];

/// Every table that is neither a record nor the journal nor made anew, in the order of their names.
pub(super) const TABLES: &[Other] = &[
    kept(
        "account",
        &["person"],
        &[
            t("person"),
            n("locked_at"),
            n("made_at"),
            n("used_at"),
            t("language"),
            t("passphrase"),
            n("passphrase_at"),
            t("totp_sealed"),
            n("totp_confirmed_at"),
            n("totp_step"),
            t("handle"),
        ],
    ),
    left("account_challenge", MINUTES),
    kept(
        "account_device",
        &["secret_sha256"],
        &[t("secret_sha256"), t("person"), n("made_at"), n("expires_at")],
    ),
    kept(
        "account_identity",
        &["issuer", "subject"],
        &[t("issuer"), t("subject"), t("person"), t("roles"), n("made_at"), n("used_at")],
    ),
    kept(
        "account_invitation",
        &["secret_sha256"],
        &[t("secret_sha256"), t("person"), t("made_by"), n("made_at"), n("expires_at")],
    ),
    kept(
        "account_passkey",
        &["id"],
        &[
            t("id"),
            t("person"),
            t("credential"),
            t("public_key"),
            t("label"),
            n("counter"),
            n("made_at"),
            n("used_at"),
            n("bound_at"),
        ],
    ),
    kept("account_group_right", &["access_grant"], &[t("access_grant"), t("person"), t("issuer")]),
    left("account_provider_asked", MINUTES),
    kept("account_recovery", &["code_sha256"], &[t("code_sha256"), t("person"), n("used_at")]),
    kept(
        "calendar_feed",
        &["id"],
        &[
            t("id"),
            t("secret_sha256"),
            t("person"),
            t("label"),
            n("made_at"),
            n("expires_at"),
            n("revoked_at"),
            n("used_at"),
        ],
    ),
    kept(
        "calendar_shown",
        &["person", "uid"],
        &[
            t("person"),
            t("uid"),
            n("sequence"),
            t("starts"),
            t("ends"),
            t("digest"),
            n("changed_at"),
            n("cancelled_at"),
        ],
    ),
    kept(
        "document_text",
        &["evidence"],
        &[t("evidence"), t("audit"), t("state"), t("reason"), t("title"), t("headings"), t("text")],
    ),
    kept(
        "door",
        &["id"],
        &[
            t("id"),
            t("secret_sha256"),
            t("person"),
            t("audit"),
            t("made_by"),
            n("made_at"),
            n("expires_at"),
            n("closed_at"),
            n("used_at"),
        ],
    ),
    left("door_code", MINUTES),
    kept("door_link", &["secret_sha256"], &[t("secret_sha256"), t("door"), t("person")]),
    kept(
        "import_columns",
        &["headings_sha256"],
        &[t("headings_sha256"), t("kind"), t("columns"), n("used_at")],
    ),
    left("import_sent", "it is about a session, for a day"),
    left("job", "it is work under way in the processes that serve the store"),
    Other {
        name: "letter",
        fate: Fate::Kept {
            key: &["id"],
            columns: &[
                t("id"),
                t("kind"),
                t("person"),
                t("address"),
                t("language"),
                t("subject"),
                t("body"),
                n("made_at"),
                n("due_at"),
                n("tries"),
                n("sent_at"),
                n("given_up_at"),
                t("failed"),
            ],
            // A letter that waits may hold a link that opens something, and would be sent by both stores.
            only: Some("sent_at IS NOT NULL OR given_up_at IS NOT NULL"),
        },
    },
    kept("loan_key", &["loan"], &[t("loan"), t("identity")]),
    kept("mail_choice", &["person"], &[t("person"), t("how_often"), n("at")]),
    Other {
        name: "meta",
        fate: Fate::Kept {
            key: &["name"],
            columns: &[t("name"), t("value")],
            only: Some("name NOT IN ('import_under_way', 'imported_from') AND name NOT LIKE 'turn %'"),
        },
    },
    kept(
        "notice",
        &["id"],
        &[
            t("id"),
            t("kind"),
            t("subject_kind"),
            t("subject"),
            t("due"),
            t("by_person"),
            n("at"),
            n("told_at"),
        ],
    ),
    left("reply", "it answers, for a day, whoever sends the same request again"),
    kept("sealed_blob", &["sha256"], &[t("sha256"), t("cipher"), n("bytes"), t("wrapped"), t("master")]),
    kept(
        "security_event",
        &["id"],
        &[
            t("id"),
            n("at"),
            t("kind"),
            t("who"),
            t("person"),
            t("address"),
            t("route"),
            t("subject_kind"),
            t("subject"),
            t("request"),
            t("why"),
        ],
    ),
    left("sign_in_link", MINUTES),
    left("sign_in_try", "it slows down who guesses, for a while"),
    left("signing_grant", MINUTES),
    Other {
        name: "telling",
        fate: Fate::Kept {
            key: &["notice", "person"],
            columns: &[t("notice"), t("person"), n("due_at"), t("letter")],
            // What is in a letter that waits is in no letter where that is left out: a new one is made of it.
            only: None,
        },
    },
    kept(
        "token",
        &["id"],
        &[
            t("id"),
            t("secret_sha256"),
            t("label"),
            t("person"),
            t("scope"),
            n("made_at"),
            n("expires_at"),
            n("used_at"),
            n("revoked_at"),
        ],
    ),
    left("web_session", SESSIONS),
    kept(
        "webhook",
        &["id"],
        &[
            t("id"),
            t("url"),
            t("label"),
            t("person"),
            t("kinds"),
            t("audit"),
            t("content"),
            t("secret_sealed"),
            t("before_sealed"),
            n("before_until"),
            n("made_at"),
            n("looked_at"),
            n("failing_since"),
            n("disabled_at"),
            t("disabled_why"),
        ],
    ),
    left(
        "webhook_delivery",
        "it is made anew from the journal: an endpoint can be told again of what happened since a time",
    ),
];

/// Every table that is neither a record nor the journal nor made anew: its name, and why it is left out where it is.
#[must_use]
pub fn store_tables() -> Vec<(&'static str, Option<&'static str>)> {
    let why = |table: &Other| match table.fate {
        Fate::Kept { .. } => None,
        Fate::LeftOut(why) => Some(why),
    };
    TABLES.iter().map(|table| (table.name, why(table))).collect()
}

/// The columns of the tables that go out.
#[must_use]
pub fn store_columns() -> Vec<(&'static str, Vec<&'static str>)> {
    kept_tables()
        .map(|table| (table.name, table.columns.iter().map(|column| column.name).collect()))
        .collect()
}

/// Those that are left out, with the reason, as the manifest says it.
pub(super) fn left_out() -> Value {
    let all: BTreeMap<&str, &str> =
        store_tables().into_iter().filter_map(|(name, why)| Some((name, why?))).collect();
    Value::Object(all.into_iter().map(|(name, why)| (name.to_owned(), Value::from(why))).collect())
}

/// A table that goes out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kept {
    pub(super) name: &'static str,
    pub(super) key: &'static [&'static str],
    pub(super) columns: &'static [Col],
    pub(super) only: Option<&'static str>,
}

/// The tables that go out.
pub(super) fn kept_tables() -> impl Iterator<Item = Kept> {
    TABLES.iter().filter_map(|table| match table.fate {
        Fate::Kept { key, columns, only } => Some(Kept { name: table.name, key, columns, only }),
        Fate::LeftOut(_) => None,
    })
}

impl Kept {
    pub(super) fn types(&self) -> Vec<CellType> {
        self.columns.iter().map(|column| column.cell).collect()
    }

    fn names(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|column| column.name).collect();
        names.join(", ")
    }

    /// What rows are inserted into.
    pub(super) fn target_sql(&self) -> String {
        format!("{} ({})", self.name, self.names())
    }

    /// The statement for a page of rows after a key, in the order of the key's bytes. `collate` is how the database says that.
    pub(super) fn page_sql(&self, collate: &str) -> String {
        let column = |name: &str| match (self.name, name) {
            // Whoever waits for a letter that does not go out is written to anew.
            ("telling", "letter") => {
                "CASE WHEN EXISTS (SELECT 1 FROM letter WHERE letter.id = telling.letter AND sent_at IS NULL \
                                      AND given_up_at IS NULL) THEN NULL ELSE letter END"
                    .to_owned()
            }
            (_, name) => name.to_owned(),
        };
        let columns: Vec<String> = self.columns.iter().map(|own| column(own.name)).collect();
        let keys: Vec<String> = self.key.iter().map(|name| format!("{name}{collate}")).collect();
        let marks: Vec<String> = (1..=self.key.len()).map(|index| format!("${index}")).collect();
        let after = match keys.as_slice() {
            [one] => format!("{one} > $1"),
            _ => format!("({}) > ({})", keys.join(", "), marks.join(", ")),
        };
        let only = self.only.map(|only| format!(" AND ({only})")).unwrap_or_default();
        format!(
            "SELECT {} FROM {} WHERE {after}{only} ORDER BY {} LIMIT ${}",
            columns.join(", "),
            self.name,
            keys.join(", "),
            self.key.len() + 1
        )
    }

    /// Where the key's columns stand among the columns.
    pub(super) fn key_places(&self) -> Vec<usize> {
        self.key.iter().filter_map(|key| self.columns.iter().position(|column| column.name == *key)).collect()
    }

    pub(super) fn row_json(&self, row: &[Cell]) -> Value {
        let value = |cell: Option<&Cell>| match cell {
            Some(Cell::Int(int)) => Value::from(*int),
            Some(Cell::Text(text)) => Value::from(text.as_str()),
            Some(Cell::Null) | None => Value::Null,
        };
        let members =
            self.columns.iter().enumerate().map(|(at, column)| (column.name.to_owned(), value(row.get(at))));
        Value::Object(members.collect::<Map<_, _>>())
    }

    /// Reads a row, with the texts of its key; or says what is wrong with it.
    pub(super) fn row_of(&self, value: &Value) -> Result<(Vec<Arg>, Vec<String>), String> {
        let members = value.as_object().ok_or_else(|| "it is no row: a JSON object is one".to_owned())?;
        if let Some(unknown) =
            members.keys().find(|name| !self.columns.iter().any(|column| column.name == **name))
        {
            return Err(format!("the table has no column `{unknown}`: it may be of a later version"));
        }
        let mut row = Vec::with_capacity(self.columns.len());
        for Col { name, cell } in self.columns {
            let value = members.get(*name).ok_or_else(|| format!("the column `{name}` is missing"))?;
            row.push(match (value, cell) {
                (Value::Null, CellType::Int) => Arg::Int(None),
                (Value::Null, CellType::Text) => Arg::Text(None),
                (Value::String(text), CellType::Text) => Arg::Text(Some(text.clone())),
                (value, CellType::Int) if value.as_i64().is_some() => Arg::Int(value.as_i64()),
                _ => return Err(format!("the column `{name}` holds something of another type")),
            });
        }
        let key = self.key.iter().map(|name| {
            let text = members.get(*name).and_then(Value::as_str);
            text.map(str::to_owned)
                .ok_or_else(|| format!("the column `{name}` is part of the key, and empty"))
        });
        let key = key.collect::<Result<Vec<_>, _>>()?;
        Ok((row, key))
    }
}

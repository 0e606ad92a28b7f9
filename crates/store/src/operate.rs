//! The door for what is no act: tokens, remembered replies, extracted text, facts about the store.
//!
//! `operate` takes no head lock and writes no record table; [`OPERATE_TABLES`] is the whole list of what it may write,
//! and a test holds it apart from the tables of records.

use std::collections::BTreeMap;

use assize_domain::kernel::act::Scope;
use assize_domain::kernel::datum::CellType;
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::{AuditId, EvidenceId, PersonId};
use sha2::{Digest, Sha256};

use crate::db::{Arg, Conn, DatabaseKind, Sql, int, text};
use crate::error::StoreError;
use crate::writer::{REPLY_MILLIS, random};
use crate::{Store, restricted, rows};

/// The tables that `operate` writes. No table of records and not the journal.
pub const OPERATE_TABLES: &[&str] = &[
    "meta",
    "token",
    "reply",
    "job",
    "document_text",
    "document_search",
    "sign_in_link",
    "web_session",
    "security_event",
    "account",
    "account_invitation",
    "account_recovery",
    "account_passkey",
    "account_challenge",
    "account_device",
    "sign_in_try",
    "account_identity",
    "account_group_right",
    "account_provider_asked",
    "notice",
    "telling",
    "letter",
    "sealed_blob",
    "door",
    "door_code",
    "door_link",
    "import_sent",
    "signing_grant",
    "mail_choice",
    "import_columns",
    "webhook",
    "webhook_delivery",
    "calendar_feed",
    "calendar_shown",
    "loan_key",
    "field_done",
];

/// A token, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its id, by which it is listed and revoked.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// Whose it is; nobody's where it is the operator's.
    pub person: Option<PersonId>,
    /// What it lets its bearer do.
    pub scope: Scope,
    /// When it was made, in milliseconds after 1970.
    pub made_at: i64,
    /// Until when it holds, likewise.
    pub expires_at: i64,
    /// When it was used last, to the minute, likewise.
    pub used_at: Option<i64>,
    /// When it was revoked, likewise.
    pub revoked_at: Option<i64>,
}

/// How long it takes until a token's use is noted again, in milliseconds.
const USE_NOTED_MILLIS: i64 = 60_000;
/// What a token's text begins with, so that scanners for leaked secrets know it.
const TOKEN_PREFIX: &str = "assize_";

/// What became of a document's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentText {
    /// It was read.
    Text {
        /// Its title, as far as one was found.
        title: Option<String>,
        /// Its headings, one a line.
        headings: String,
        /// Its text.
        text: String,
    },
    /// It is of a kind that is kept as it is.
    Unsupported,
    /// It could not be read.
    Unreadable {
        /// Why, in words a user can act on.
        reason: String,
    },
}

/// A document found by its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDocument {
    /// The evidence.
    pub evidence: EvidenceId,
    /// The audit it belongs to.
    pub audit: AuditId,
    /// Its title.
    pub title: Option<String>,
    /// The heading under which the first word stands, where the document has headings.
    pub heading: Option<String>,
    /// Where in the text the first word stands: some characters around it.
    pub excerpt: String,
}

/// What became of the text of a piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It was read, and is searched.
    Read,
    /// Its format is not one that is read.
    Unsupported,
    /// It could not be read, and why.
    Unreadable(String),
}

impl Store {
    /// Makes a token and returns its secret text, which is shown this once and not stored.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn make_token(
        &self,
        label: &str,
        person: Option<PersonId>,
        scope: Scope,
        days: u32,
    ) -> Result<(Token, String), StoreError> {
        let secret = format!("{TOKEN_PREFIX}{}", hex(&random::<32>()?));
        let made_at = self.db.now();
        let token = Token {
            id: hex(&random::<8>()?),
            label: label.to_owned(),
            person,
            scope,
            made_at,
            expires_at: made_at + i64::from(days) * 24 * 60 * 60 * 1_000,
            used_at: None,
            revoked_at: None,
        };
        let row = vec![
            token.id.as_str().into(),
            hash(&secret).into(),
            label.into(),
            person.map(|person| person.to_string()).into(),
            scope.word().into(),
            token.made_at.into(),
            token.expires_at.into(),
        ];
        let into = "token (id, secret_sha256, label, person, scope, made_at, expires_at)";
        rows::insert(&mut self.db.conn().await?, "making a token", into, vec![row], "").await?;
        Ok((token, secret))
    }

    /// The token of a secret, if it holds now. Notes its use.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn token_of(&self, secret: &str) -> Result<Option<Token>, StoreError> {
        if !secret.starts_with(TOKEN_PREFIX) || secret.len() > 200 {
            return Ok(None);
        }
        let mut conn = self.db.conn().await?;
        let rows = conn
            .rows(
                "looking a token up",
                &format!("{TOKEN_SQL} WHERE secret_sha256 = $1 AND {UNLOCKED}"),
                &[hash(secret).into()],
                TOKEN_TYPES,
            )
            .await?;
        let now = self.db.now();
        let Some(token) = rows.first().and_then(|row| token(row)) else { return Ok(None) };
        if token.revoked_at.is_some() || token.expires_at <= now {
            return Ok(None);
        }
        if token.used_at.is_none_or(|used| used + USE_NOTED_MILLIS < now) {
            let args: [Arg; 2] = [now.into(), token.id.as_str().into()];
            conn.run("noting a token's use", "UPDATE token SET used_at = $1 WHERE id = $2", &args).await?;
        }
        Ok(Some(token))
    }

    /// All tokens, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn tokens(&self) -> Result<Vec<Token>, StoreError> {
        let sql = format!("{TOKEN_SQL} ORDER BY made_at DESC, id");
        let rows = self.db.conn().await?.rows("listing tokens", &sql, &[], TOKEN_TYPES).await?;
        Ok(rows.iter().filter_map(|row| token(row)).collect())
    }

    /// Revokes a token; whether there was one to revoke.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn revoke_token(&self, id: &str) -> Result<bool, StoreError> {
        let args: [Arg; 2] = [self.db.now().into(), id.into()];
        let sql = "UPDATE token SET revoked_at = $1 WHERE id = $2 AND revoked_at IS NULL";
        Ok(self.db.conn().await?.run("revoking a token", sql, &args).await? > 0)
    }

    /// Forgets replies that are older than a day.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn forget_old_replies(&self) -> Result<u64, StoreError> {
        let args: [Arg; 1] = [(self.clock.millis() - REPLY_MILLIS).into()];
        self.db.conn().await?.run("forgetting old replies", "DELETE FROM reply WHERE at < $1", &args).await
    }

    /// A fact about the store.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn meta(&self, name: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT value FROM meta WHERE name = $1";
        let rows =
            self.db.conn().await?.rows("reading a fact", sql, &[name.into()], &[CellType::Text]).await?;
        Ok(rows.first().map(|row| text(row.first())))
    }

    /// Notes a fact about the store.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_meta(&self, name: &str, value: &str) -> Result<(), StoreError> {
        let row = vec![vec![name.into(), value.into()]];
        let on = " ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        rows::insert(&mut self.db.conn().await?, "noting a fact", "meta (name, value)", row, on).await
    }

    /// Takes the turn of what is done once in a while by one of however many processes; whether nobody has taken it within the last `millis`.
    /// Whoever takes it and ends before it is done leaves it for the next turn.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn take_turn(&self, what: &str, millis: i64) -> Result<bool, StoreError> {
        let mut conn = self.db.conn().await?;
        let now = conn.now();
        let sql = "INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value \
                   WHERE CAST(meta.value AS BIGINT) <= $3";
        let args: [Arg; 3] = [format!("turn {what}").into(), now.to_string().into(), (now - millis).into()];
        Ok(conn.run("taking a turn", sql, &args).await? == 1)
    }

    /// Keeps what became of a document's text, and indexes it. That of restricted evidence is not kept, unless the organization says so
    /// ([`Store::keeps_restricted_text`]).
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn keep_text(
        &self,
        evidence: EvidenceId,
        audit: AuditId,
        document: &DocumentText,
    ) -> Result<(), StoreError> {
        let id = evidence.to_string();
        let (state, reason, title, headings, words) = match document {
            DocumentText::Text { title, headings, text } => {
                ("text", None, title.clone(), headings.as_str(), text.as_str())
            }
            DocumentText::Unsupported => ("unsupported", None, None, "", ""),
            DocumentText::Unreadable { reason } => ("unreadable", Some(reason.clone()), None, "", ""),
        };
        let row = vec![
            id.as_str().into(),
            audit.to_string().into(),
            state.into(),
            reason.into(),
            title.clone().into(),
            headings.into(),
            words.into(),
        ];
        let mut conn = self.db.conn().await?;
        if restricted::is_withheld(&mut conn, evidence).await? {
            return Ok(());
        }
        let into = "document_text (evidence, audit, state, reason, title, headings, text)";
        let on = " ON CONFLICT (evidence) DO UPDATE SET state = excluded.state, reason = excluded.reason, \
                  title = excluded.title, headings = excluded.headings, text = excluded.text";
        rows::insert(&mut conn, "keeping a document's text", into, vec![row], on).await?;
        let doing = "indexing a document's text";
        conn.run(doing, "DELETE FROM document_search WHERE evidence = $1", &[id.as_str().into()]).await?;
        if words.is_empty() {
            return self.unless_restricted(&mut conn, evidence).await;
        }
        let title = title.unwrap_or_default();
        match self.db.kind() {
            DatabaseKind::Sqlite => {
                let sql = "INSERT INTO document_search (evidence, title, text) VALUES ($1, $2, $3)";
                conn.run(doing, sql, &[id.into(), title.into(), words.into()]).await?;
            }
            DatabaseKind::Postgres => {
                // A tsvector holds a megabyte; what is beyond it is not indexed.
                let sql = "INSERT INTO document_search (evidence, words) VALUES ($1, to_tsvector('simple', left($2, 400000)))";
                conn.run(doing, sql, &[id.into(), format!("{title}\n{words}").into()]).await?;
            }
        }
        self.unless_restricted(&mut conn, evidence).await
    }

    /// Removes the text again that was kept while its evidence became restricted.
    async fn unless_restricted(&self, conn: &mut Conn, evidence: EvidenceId) -> Result<(), StoreError> {
        if restricted::is_withheld(conn, evidence).await? {
            restricted::forget(conn, self.db.kind(), evidence).await?;
        }
        Ok(())
    }

    /// What became of a document's text; nothing where it was not looked at yet.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn text_of(&self, evidence: EvidenceId) -> Result<Option<DocumentText>, StoreError> {
        let sql = "SELECT state, reason, title, headings, text FROM document_text WHERE evidence = $1";
        let types = [CellType::Text; 5];
        let rows = self
            .db
            .conn()
            .await?
            .rows("reading a document's text", sql, &[evidence.to_string().into()], &types)
            .await?;
        Ok(rows.first().map(|row| match text(row.first()).as_str() {
            "text" => DocumentText::Text {
                title: Some(text(row.get(2))).filter(|title| !title.is_empty()),
                headings: text(row.get(3)),
                text: text(row.get(4)),
            },
            "unreadable" => DocumentText::Unreadable { reason: text(row.get(1)) },
            _ => DocumentText::Unsupported,
        }))
    }

    /// The documents of an audit that hold every word of `words`; a word that ends in `*` is the beginning of one.
    /// `rows_max` at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn search_documents(
        &self,
        audit: AuditId,
        words: &str,
        rows_max: i64,
    ) -> Result<Vec<FoundDocument>, StoreError> {
        let words = search_words(words);
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let (filter, query) = match self.db.kind() {
            DatabaseKind::Sqlite => {
                let terms: Vec<String> = words
                    .iter()
                    .map(|(word, prefix)| format!("\"{word}\"{}", if *prefix { "*" } else { "" }))
                    .collect();
                ("document_search MATCH $2", terms.join(" AND "))
            }
            DatabaseKind::Postgres => {
                let terms: Vec<String> = words
                    .iter()
                    .map(|(word, prefix)| format!("'{word}'{}", if *prefix { ":*" } else { "" }))
                    .collect();
                ("document_search.words @@ to_tsquery('simple', $2)", terms.join(" & "))
            }
        };
        let sql = format!(
            "SELECT document_text.evidence, document_text.title, document_text.text, document_text.headings FROM document_search \
             JOIN document_text ON document_text.evidence = document_search.evidence \
             WHERE document_text.audit = $1 AND {filter} ORDER BY document_text.evidence LIMIT $3"
        );
        let args: [Arg; 3] =
            [audit.to_string().into(), query.into(), rows_max.min(crate::PAGE_ROWS_MAX).into()];
        let types = [CellType::Text; 4];
        let rows = self.db.conn().await?.rows("searching documents", &sql, &args, &types).await?;
        let first = words.first().map(|(word, _)| word.as_str()).unwrap_or_default();
        Ok(rows
            .iter()
            .filter_map(|row| {
                Some(FoundDocument {
                    evidence: text(row.first()).parse().ok()?,
                    audit,
                    title: Some(text(row.get(1))).filter(|title| !title.is_empty()),
                    heading: heading(&text(row.get(2)), &text(row.get(3)), first),
                    excerpt: excerpt(&text(row.get(2)), first),
                })
            })
            .collect())
    }

    /// What became of the texts of an audit's evidence from one id to another, both among them; one that was not looked at yet
    /// is not among them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn readings(
        &self,
        audit: AuditId,
        from: EvidenceId,
        to: EvidenceId,
    ) -> Result<BTreeMap<EvidenceId, Reading>, StoreError> {
        let sql = "SELECT evidence, state, reason FROM document_text \
                   WHERE audit = $1 AND evidence >= $2 AND evidence <= $3 ORDER BY evidence LIMIT $4";
        let args: [Arg; 4] = [
            audit.to_string().into(),
            from.to_string().into(),
            to.to_string().into(),
            crate::PAGE_ROWS_MAX.into(),
        ];
        let types = [CellType::Text; 3];
        let rows = self.db.conn().await?.rows("looking up what was read", sql, &args, &types).await?;
        let read = rows.iter().filter_map(|row| {
            let reading = match text(row.get(1)).as_str() {
                "text" => Reading::Read,
                "unreadable" => Reading::Unreadable(text(row.get(2))),
                _ => Reading::Unsupported,
            };
            Some((text(row.first()).parse().ok()?, reading))
        });
        Ok(read.collect())
    }
}

const TOKEN_SQL: &str =
    "SELECT id, label, person, scope, made_at, expires_at, used_at, revoked_at FROM token";
/// Whoever's account is locked does nothing by a token either.
const UNLOCKED: &str =
    "NOT EXISTS (SELECT 1 FROM account WHERE account.person = token.person AND locked_at IS NOT NULL)";
const TOKEN_TYPES: &[CellType] = &[
    CellType::Text,
    CellType::Text,
    CellType::Text,
    CellType::Text,
    CellType::Int,
    CellType::Int,
    CellType::Int,
    CellType::Int,
];

fn token(row: &[assize_domain::kernel::datum::Cell]) -> Option<Token> {
    let maybe = |index: usize| Some(int(row.get(index))).filter(|millis| *millis != 0);
    Some(Token {
        id: text(row.first()),
        label: text(row.get(1)),
        person: text(row.get(2)).parse().ok(),
        scope: text(row.get(3)).parse().ok()?,
        made_at: int(row.get(4)),
        expires_at: int(row.get(5)),
        used_at: maybe(6),
        revoked_at: maybe(7),
    })
}

/// What is kept of a session that has sent a file.
pub(crate) fn hash(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// The words of a search: letters and digits, in lower case; what is anything else parts them.
pub(crate) fn search_words(text: &str) -> Vec<(String, bool)> {
    const WORDS_MAX: usize = 12;
    text.split_whitespace()
        .flat_map(|part| {
            let prefix = part.ends_with('*');
            let words: Vec<&str> =
                part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
            let last = words.len();
            words
                .into_iter()
                .enumerate()
                .map(move |(index, word)| (word.to_lowercase(), prefix && index + 1 == last))
                .collect::<Vec<_>>()
        })
        .take(WORDS_MAX)
        .collect()
}

/// The last heading that stands in the text before a word does, or at it.
fn heading(text: &str, headings: &str, word: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let at = lower.find(word)?;
    let mut last = None;
    let mut from = 0;
    for heading in headings.lines().map(str::trim).filter(|heading| !heading.is_empty()) {
        let small = heading.to_lowercase();
        // Headings come in their order, so that each is looked for after the one before it.
        let Some(found) = lower.get(from..).and_then(|rest| rest.find(&small)) else { continue };
        let found = from + found;
        if found > at {
            break;
        }
        from = found + small.len();
        last = Some(heading.to_owned());
    }
    last
}

/// What stands around a word: whole words, without the marks of tables and headings.
pub(crate) fn excerpt(text: &str, word: &str) -> String {
    const CHARS_AROUND: usize = 80;
    let lower = text.to_lowercase();
    let at = lower.find(word).map_or(0, |byte| lower.get(..byte).map_or(0, |before| before.chars().count()));
    let from = at.saturating_sub(CHARS_AROUND);
    let mut chars = text.chars().skip(from);
    let before: String = chars.by_ref().take(at - from).collect();
    let found: String = chars.by_ref().take(word.chars().count()).collect();
    let after: String = chars.by_ref().take(CHARS_AROUND).collect();
    // A word that begins before is left out, and one that goes on after; where words are not set apart, all is kept.
    let begins_within = from > 0 && !text.chars().nth(from - 1).is_some_and(char::is_whitespace);
    let ends_within = chars.next().is_some_and(|next| !next.is_whitespace());
    let whole = before.split_once(char::is_whitespace).filter(|_| begins_within);
    let before = whole.map_or(before.as_str(), |(_, rest)| rest);
    let whole = after.rsplit_once(char::is_whitespace).filter(|_| ends_within);
    let after = whole.map_or(after.as_str(), |(rest, _)| rest);
    let cut = format!("{before}{found}{after}");
    let words = cut.split_whitespace().flat_map(|part| part.split('|'));
    let words = words.filter(|part| !part.chars().all(|c| matches!(c, '#' | '-' | ':' | '=' | '*')));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_search_cannot_be_read_as_its_syntax() {
        let words = search_words("Access-review* \"quoted' OR ) leaver*");
        let expected =
            [("access", false), ("review", true), ("quoted", false), ("or", false), ("leaver", true)];
        assert_eq!(words, expected.map(|(word, prefix)| (word.to_owned(), prefix)));
        assert!(search_words("'\"* ()").is_empty());
    }

    #[test]
    fn an_excerpt_is_of_whole_words_and_without_marks() {
        let text = format!(
            "## Access|Owner\n|---|:-:|\n{} backup is tested {}",
            "word ".repeat(30),
            "after ".repeat(40)
        );
        let found = excerpt(&text, "backup");
        assert!(found.starts_with("word word") && found.ends_with("after after"), "{found}");
        assert!(found.contains("word backup is tested after"), "{found}");
        assert_eq!(excerpt("## Access|Owner\n|---|:-:|\n| Ann |", "ann"), "Access Owner Ann");
        assert_eq!(excerpt("one", "nothing"), "one");
        let unparted = format!("{}鍵{}", "前".repeat(200), "後".repeat(200));
        assert_eq!(excerpt(&unparted, "鍵"), format!("{}鍵{}", "前".repeat(80), "後".repeat(80)));
    }

    #[test]
    fn a_passage_stands_under_the_last_heading_before_it() {
        let text = "Policy\nScope\nall sites\nAccess\nrights are reviewed\nBackup\nnightly";
        let headings = "Policy\nScope\nAccess\nBackup";
        assert_eq!(heading(text, headings, "reviewed").as_deref(), Some("Access"));
        assert_eq!(heading(text, headings, "backup").as_deref(), Some("Backup"));
        assert_eq!(heading(text, headings, "nothing"), None);
        assert_eq!(heading("plain text", "", "text"), None);
    }

    #[test]
    fn what_operate_writes_is_no_table_of_records() {
        let records = crate::record_tables();
        for table in OPERATE_TABLES {
            assert!(!records.iter().any(|record| record == table), "{table}");
        }
        assert!(!OPERATE_TABLES.contains(&"journal") && !OPERATE_TABLES.contains(&"head"));
    }
}

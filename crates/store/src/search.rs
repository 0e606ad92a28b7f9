//! Search for records by their words: audits, findings, people, auditees, audit tests, working papers, notes, and the text of documents.
//!
//! The database keeps the indexes itself (`migrations/*/1002_names.sql`, `1110_search_papers.sql`): on SQLite by triggers, on PostgreSQL as indexes of the
//! tables. The words that are indexed are written there and in [`SEARCHED`]; a test holds that both find the same.

use assize_domain::kernel::datum::{Cell, CellType};
use assize_domain::{Key, Kind};

use crate::db::{Arg, DatabaseKind, Sql, text};
use crate::error::StoreError;
use crate::glance::and;
use crate::operate::{excerpt, search_words};
use crate::reach::Reach;
use crate::{PAGE_ROWS_MAX, Store};

/// The kinds of records that are searched, in the order in which they are shown.
pub const SEARCHED: [Kind; 8] = [
    Kind::Audit,
    Kind::Finding,
    Kind::Person,
    Kind::Auditee,
    Kind::AuditTest,
    Kind::Paper,
    Kind::Note,
    Kind::Evidence,
];

/// The indexes that SQLite has as tables. Nothing but the database's own triggers writes them.
pub const SEARCH_TABLES: &[&str] = &[
    "audit_search",
    "finding_search",
    "person_search",
    "auditee_search",
    "audit_test_search",
    "paper_search",
    "note_search",
];

/// A record found by its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The record.
    pub key: Key,
    /// What it is called.
    pub name: String,
    /// Where it belongs: the auditee of an audit, the audit of a finding or a paper, the employer of a person, the id of a test, the
    /// passage of a document or a note.
    pub place: String,
    /// The word of its state or kind.
    pub word: Option<String>,
    /// The grade of a finding, by its key in the programme's scheme.
    pub grade: Option<String>,
    /// The working paper that a note is on.
    pub on: Option<Key>,
}

/// How a kind is searched.
struct Search {
    table: &'static str,
    /// The name, the place, the word, the grade, and the paper of a note.
    columns: &'static str,
    joins: &'static str,
    /// The words that are indexed.
    words: &'static str,
}

fn search_of(kind: Kind) -> Option<Search> {
    Some(match kind {
        Kind::Audit => Search {
            table: "audit",
            columns: "audit.title, auditee.name, audit.state, NULL, NULL",
            joins: "LEFT JOIN auditee ON auditee.id = audit.auditee",
            words: "audit.title",
        },
        Kind::Finding => Search {
            table: "finding",
            columns: "finding.text_title, audit.title, finding.state, COALESCE(finding.text_grade, finding.text_kind), NULL",
            joins: "LEFT JOIN audit ON audit.id = finding.audit",
            words: "finding.text_title || ' ' || finding.text_statement",
        },
        Kind::Person => Search {
            table: "person",
            columns: "person.name, person.employer, NULL, NULL, NULL",
            joins: "",
            words: "person.name || ' ' || person.employer",
        },
        Kind::Auditee => Search {
            table: "auditee",
            columns: "auditee.name, '', auditee.kind, NULL, NULL",
            joins: "",
            words: "auditee.name",
        },
        Kind::AuditTest => Search {
            table: "audit_test",
            columns: "audit_test.title, audit_test.test, NULL, NULL, NULL",
            joins: "",
            words: "audit_test.test || ' ' || audit_test.title || ' ' || audit_test.objective",
        },
        Kind::Paper => Search {
            table: "paper",
            columns: "paper.title, audit.title, paper.state, NULL, NULL",
            joins: "LEFT JOIN audit ON audit.id = paper.audit",
            words: "paper.title || ' ' || COALESCE(paper.state_reason, '') || ' ' || COALESCE(paper.state_final_reason, '')",
        },
        Kind::Note => Search {
            table: "note",
            columns: "paper.title, note.text, note.method, NULL, note.paper",
            joins: "LEFT JOIN paper ON paper.id = note.paper",
            words: "note.text",
        },
        _ => return None,
    })
}

impl Store {
    /// The records of a kind, of audits within reach, that hold every word of `words`, the newest first; the last word may be the beginning of one, and
    /// so may any that ends in `*`. `rows_max` at most. Nothing is found for a kind that is not among [`SEARCHED`].
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn search(
        &self,
        reach: &Reach,
        kind: Kind,
        words: &str,
        rows_max: i64,
    ) -> Result<Vec<Found>, StoreError> {
        let terms = terms(words);
        if terms.is_empty() {
            return Ok(Vec::new());
        }
        let rows_max = rows_max.min(PAGE_ROWS_MAX);
        if kind == Kind::Evidence {
            return self.search_texts(reach, &terms, rows_max).await;
        }
        let Some(Search { table, columns, joins, words }) = search_of(kind) else { return Ok(Vec::new()) };
        let mut args: Vec<Arg> = vec![self.query(&terms).into(), rows_max.into()];
        // The words are looked for first, and of what is found it is asked whether it is within reach: what is said of more than a column
        // alone is looked up in no index of it.
        let within = and(match kind {
            Kind::Audit => match self.db.kind() {
                // A row of the index is an audit's: it is looked for among those of the reach before its audit is read.
                DatabaseKind::Sqlite => reach.condition("id", &mut args).map(|within| {
                    format!("+audit_search.rowid IN (SELECT n FROM search_row WHERE {within})")
                }),
                DatabaseKind::Postgres => reach.condition("(audit.id || '')", &mut args),
            },
            Kind::Finding => reach.of_findings("(finding.audit || '')", &mut args),
            // Papers and notes are released to nobody.
            Kind::Paper => reach.whole().condition("(paper.audit || '')", &mut args),
            Kind::Note => reach.whole().condition("(note.audit || '')", &mut args),
            // The others belong to no audit.
            _ => None,
        });
        let sql = match self.db.kind() {
            DatabaseKind::Sqlite => format!(
                "SELECT {table}.id, {columns} FROM {table}_search JOIN search_row ON search_row.n = {table}_search.rowid \
                 JOIN {table} ON {table}.id = search_row.id {joins} \
                 WHERE {table}_search MATCH $1 {within} ORDER BY {table}_search.rowid DESC LIMIT $2"
            ),
            DatabaseKind::Postgres => format!(
                "SELECT {table}.id, {columns} FROM {table} {joins} \
                 WHERE to_tsvector('simple', translate({words}, './-_@:', '      ')) @@ to_tsquery('simple', $1) {within} \
                 ORDER BY {table}.id DESC LIMIT $2"
            ),
        };
        let types = [CellType::Text; 6];
        let rows = self.db.conn().await?.rows("searching records", &sql, &args, &types).await?;
        let first = terms.first().map(|(word, _)| word.as_str()).unwrap_or_default();
        Ok(rows.iter().filter_map(|row| found(kind, row, first)).collect())
    }

    /// The documents of audits within reach that hold the words.
    async fn search_texts(
        &self,
        reach: &Reach,
        terms: &[(String, bool)],
        rows_max: i64,
    ) -> Result<Vec<Found>, StoreError> {
        let filter = match self.db.kind() {
            DatabaseKind::Sqlite => "document_search MATCH $1",
            DatabaseKind::Postgres => "document_search.words @@ to_tsquery('simple', $1)",
        };
        let mut args: Vec<Arg> = vec![self.query(terms).into(), rows_max.into()];
        let within = and(reach.condition("(evidence.audit || '')", &mut args));
        let sql = format!(
            "SELECT evidence.id, evidence.name, document_text.text FROM document_search \
             JOIN document_text ON document_text.evidence = document_search.evidence \
             JOIN evidence ON evidence.id = document_search.evidence WHERE {filter} {within} LIMIT $2"
        );
        let types = [CellType::Text; 3];
        let rows = self.db.conn().await?.rows("searching documents", &sql, &args, &types).await?;
        let first = terms.first().map(|(word, _)| word.as_str()).unwrap_or_default();
        let read = |row: &Vec<Cell>| {
            Some(Found {
                key: Key { kind: Kind::Evidence, id: text(row.first()).parse().ok()? },
                name: text(row.get(1)),
                place: excerpt(&text(row.get(2)), first),
                word: None,
                grade: None,
                on: None,
            })
        };
        Ok(rows.iter().filter_map(read).collect())
    }

    /// The words as the database asks for them.
    fn query(&self, terms: &[(String, bool)]) -> String {
        let (quote, beginning, and) = match self.db.kind() {
            DatabaseKind::Sqlite => ('"', "*", " AND "),
            DatabaseKind::Postgres => ('\'', ":*", " & "),
        };
        let terms = terms
            .iter()
            .map(|(word, prefix)| format!("{quote}{word}{quote}{}", if *prefix { beginning } else { "" }));
        terms.collect::<Vec<_>>().join(and)
    }
}

/// The words of a search; the last is taken for the beginning of one, since it may still be typed.
fn terms(words: &str) -> Vec<(String, bool)> {
    const LETTERS_MIN: usize = 2;
    let mut terms = search_words(words);
    if let Some((word, prefix)) = terms.last_mut() {
        *prefix |= word.chars().count() >= LETTERS_MIN;
    }
    terms
}

fn found(kind: Kind, row: &[Cell], first: &str) -> Option<Found> {
    let filled = |column: usize| Some(text(row.get(column))).filter(|text| !text.is_empty());
    Some(Found {
        key: Key { kind, id: text(row.first()).parse().ok()? },
        name: text(row.get(1)),
        place: if kind == Kind::Note { excerpt(&text(row.get(2)), first) } else { text(row.get(2)) },
        word: filled(3),
        grade: filled(4),
        on: filled(5).and_then(|id| id.parse().ok()).map(|id| Key { kind: Kind::Paper, id }),
    })
}

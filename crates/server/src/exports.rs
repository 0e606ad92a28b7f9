//! Audits, programmes and statements as files of other programs. What can be had of a record is one list, for the API and the pages.

use assize_domain::auditee::organization_id;
use assize_domain::kernel::id::{AuditId, PersonId, ProgrammeId, SoaId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Timestamp;
use assize_domain::programme::Programme;
use assize_domain::{Key, Kind, World};
use assize_exchange::calendar::{self, Calendar};
use assize_exchange::oscal;
use assize_exchange::table::{self, Table, Wording};
use assize_store::{SecurityKind, Store, Which};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use serde_json::Value;

use crate::app::App;
use crate::caller::Caller;
use crate::conditions::value;
use crate::documents;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::tables::everybody;
use crate::web::{Language, Words, accepted};

/// A record that files can be had of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// An audit.
    Audit(AuditId),
    /// A programme.
    Programme(ProgrammeId),
    /// A version of a Statement of Applicability.
    Statement(SoaId),
    /// The register of people.
    People,
}

/// The calendar of an audit.
pub(crate) const CALENDAR: &str = "audit.ics";
/// The files of an audit: their names, by what they are.
pub const OF_AUDIT: &[&str] = &[
    "audit.xlsx",
    "assessment-plan.json",
    "assessment-results.json",
    "plan-of-action.json",
    "audit.ics",
    "papers.csv",
    "papers.jsonl",
    "findings.csv",
    "findings.jsonl",
    "nonconformities.csv",
    "nonconformities.jsonl",
    "evidence.csv",
    "evidence.jsonl",
    "messages.csv",
    "messages.jsonl",
    "journal.xlsx",
    "journal.csv",
    "journal.jsonl",
];
/// The files of a programme.
pub const OF_PROGRAMME: &[&str] =
    &["schedule.xlsx", "schedule.ics", "schedule.csv", "schedule.jsonl", "coverage.csv", "coverage.jsonl"];
/// The files of the register of people. Personal data of all of them: for who keeps the register.
pub const OF_PEOPLE: &[&str] =
    &["competence.xlsx", "credentials.csv", "credentials.jsonl", "competence.csv", "competence.jsonl"];
/// The most entries of a journal that a table holds: a sheet has no more rows than about a million.
const JOURNAL_ROWS_MAX: usize = 100_000;
/// How many entries are read at once.
const JOURNAL_PAGE: i64 = 1_000;
/// The files of a Statement of Applicability.
pub const OF_STATEMENT: &[&str] = &["statement.xlsx", "profile.json", "statement.csv", "statement.jsonl"];

impl Of {
    /// The names of the files that can be had.
    pub(crate) const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Audit(_) => OF_AUDIT,
            Self::Programme(_) => OF_PROGRAMME,
            Self::Statement(_) => OF_STATEMENT,
            Self::People => OF_PEOPLE,
        }
    }

    /// The names of all that can be had of it: documents too.
    pub(crate) fn all_names(self) -> Vec<&'static str> {
        let documents: &[&str] = match self {
            Self::Audit(_) => documents::DOCUMENTS_OF_AUDIT,
            Self::Programme(_) | Self::Statement(_) | Self::People => &[],
        };
        [self.names(), documents].concat()
    }
}

/// A file.
pub(crate) struct File {
    pub(crate) media: &'static str,
    pub(crate) bytes: Vec<u8>,
}

/// What a file is made of, before it is written.
enum Content {
    Json(Value),
    Tables(Vec<Table>),
    Calendar(Calendar),
}

/// The name of a file that whoever does an audit's work takes out, whether or not they may export: its calendar, plan and agendas.
pub(crate) fn of_team(name: &str) -> Option<&'static str> {
    if name == CALENDAR { Some(CALENDAR) } else { documents::of_team(name) }
}

/// A file of a record, in the reader's words. `at` is when it is made.
///
/// # Errors
/// A fault where there is no such record, or no file of that name.
pub(crate) async fn file(
    store: &Store,
    of: Of,
    name: &str,
    words: &Words,
    at: Timestamp,
) -> Result<File, Fault> {
    if !of.names().contains(&name) {
        return Err(documents::no_file(name, &of.all_names()));
    }
    let content = match of {
        Of::Audit(audit) if name.starts_with("journal.") => {
            let exists = store.ask(|world| world.get::<assize_domain::audit::Audit>(audit).map(drop)).await;
            exists.map_err(Fault::unanswered)?;
            Content::Tables(vec![journal(store, audit, words).await?])
        }
        _ => {
            let people = match of {
                Of::People => everybody(store).await?,
                Of::Audit(_) | Of::Programme(_) | Of::Statement(_) => Vec::new(),
            };
            let asked = store.ask(|world| content(world, of, &people, name, words, at));
            asked.await.map_err(Fault::unanswered)?
        }
    };
    let ending = name.rsplit('.').next().unwrap_or_default();
    let (media, bytes) = match (content, ending) {
        (Content::Json(value), _) => ("application/json", value.to_string().into_bytes()),
        (Content::Calendar(calendar), _) => {
            ("text/calendar; charset=utf-8", calendar::write(&calendar).into_bytes())
        }
        (Content::Tables(tables), "xlsx") => {
            let title = tables.first().map(|table| table.title.clone()).unwrap_or_default();
            let bytes =
                table::xlsx(&tables, &title, at).map_err(|error| Fault::internal(error.to_string()))?;
            ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes)
        }
        (Content::Tables(tables), "csv") => {
            ("text/csv; charset=utf-8", tables.first().map(table::csv).unwrap_or_default().into_bytes())
        }
        (Content::Tables(tables), _) => {
            ("application/jsonl", tables.first().map(table::json_lines).unwrap_or_default().into_bytes())
        }
    };
    Ok(File { media, bytes })
}

/// The journal of an audit as a table: what happened, when, by whom and to which record. What was said in it stays in the records.
async fn journal(store: &Store, audit: AuditId, words: &Words) -> Result<Table, Fault> {
    let mut rows: Vec<table::Entry> = Vec::new();
    let mut after = 0;
    loop {
        let entries = store.entries(Which::Audit(audit), after, JOURNAL_PAGE).await?;
        let Some(last) =
            entries.last().map(|entry| entry.as_ref().map_or_else(|(seq, _)| *seq, |one| one.entry.seq))
        else {
            break;
        };
        after = last;
        for stored in entries.into_iter().flatten() {
            let entry = stored.entry;
            let subject = entry.value("subject");
            let part = |name: &str| {
                let value = subject.and_then(|subject| subject.get(name)).and_then(Value::as_str);
                value.unwrap_or_default().to_owned()
            };
            let actor = entry.value("actor");
            let person = actor.and_then(|actor| actor.get("person").or_else(|| actor.get("on_behalf_of")));
            let kind: Option<Kind> = part("kind").parse().ok();
            rows.push(table::Entry {
                seq: entry.seq,
                at: entry.at,
                what: words.event(&entry.kind),
                kind: entry.kind.clone(),
                by: person.and_then(Value::as_str).and_then(|id| id.parse().ok()),
                record_kind: kind.map(|kind| words.kind(kind)).unwrap_or_default(),
                record: part("id"),
                leaf: stored.leaf,
            });
        }
        if rows.len() >= JOURNAL_ROWS_MAX {
            break;
        }
    }
    let asked = store.ask(|world| table::journal(world, &rows, words)).await;
    asked.map_err(Fault::unanswered)
}

fn content(
    world: &World,
    of: Of,
    people: &[PersonId],
    name: &str,
    words: &Words,
    at: Timestamp,
) -> Result<Content, Stop> {
    let today = at.date();
    let stem = name.split('.').next().unwrap_or_default();
    Ok(match of {
        Of::Audit(audit) => {
            // A file of an audit that is not there is refused whatever is in it.
            let title = world.get::<assize_domain::audit::Audit>(audit)?.title().to_string();
            match (name, stem) {
                ("assessment-plan.json", _) => Content::Json(oscal::assessment_plan(world, audit, at)?),
                ("assessment-results.json", _) => Content::Json(oscal::assessment_results(world, audit, at)?),
                ("plan-of-action.json", _) => Content::Json(oscal::plan_of_action(world, audit, at)?),
                ("audit.ics", _) => {
                    let events = calendar::audit_events(world, audit, None, &calendar_words(words))?;
                    Content::Calendar(Calendar { name: title, at, events })
                }
                (_, "papers") => Content::Tables(vec![table::papers_register(world, audit, words)?]),
                (_, "findings") => {
                    Content::Tables(vec![table::findings_register(world, audit, today, words)?])
                }
                (_, "nonconformities") => {
                    Content::Tables(vec![table::nonconformities(world, audit, today, words)?])
                }
                (_, "evidence") => Content::Tables(vec![table::evidence_register(world, audit, words)?]),
                (_, "messages") => Content::Tables(vec![table::messages_log(world, audit, words)?]),
                _ => Content::Tables(vec![
                    table::papers_register(world, audit, words)?,
                    table::findings_register(world, audit, today, words)?,
                    table::nonconformities(world, audit, today, words)?,
                    table::evidence_register(world, audit, words)?,
                    table::messages_log(world, audit, words)?,
                ]),
            }
        }
        Of::Programme(programme) => {
            let title = world.get::<Programme>(programme)?.title().to_string();
            if stem == "coverage" {
                Content::Tables(vec![table::coverage(world, programme, today, words)?])
            } else if name == "schedule.ics" {
                let events = calendar::planned_events(world, programme, &calendar_words(words))?;
                Content::Calendar(Calendar { name: title, at, events })
            } else {
                let mut tables = vec![table::planned_audits(world, programme, words)?];
                if name == "schedule.xlsx" {
                    tables.push(table::coverage(world, programme, today, words)?);
                }
                Content::Tables(tables)
            }
        }
        Of::Statement(soa) if name == "profile.json" => Content::Json(oscal::profile(world, soa, at)?),
        Of::Statement(soa) => Content::Tables(vec![table::statement(world, soa, words)?]),
        Of::People if stem == "credentials" => {
            Content::Tables(vec![table::credentials(world, people, words)?])
        }
        Of::People if name == "competence.xlsx" => Content::Tables(vec![
            table::credentials(world, people, words)?,
            table::competence_matrix(world, people, today, words)?,
        ]),
        Of::People => Content::Tables(vec![table::competence_matrix(world, people, today, words)?]),
    })
}

impl Wording for Words {
    fn say(&self, key: &str) -> String {
        Self::say(self, key)
    }

    fn say_word(&self, kind: &str, word: &str) -> String {
        self.word(kind, word)
    }
}

pub(crate) fn calendar_words(words: &Words) -> calendar::Words {
    calendar::Words {
        audit: words.say("calendar-audit"),
        acknowledge: words.say("calendar-acknowledge"),
        plan: words.say("calendar-plan"),
        implement: words.say("calendar-implement"),
        check: words.say("calendar-check"),
        answer: words.say("calendar-answer"),
        local_time: words.say("calendar-local-time"),
        requirements: words.say("calendar-requirements"),
    }
}

/// A file as an answer: saved under its name.
pub(crate) async fn answer(app: &App, of: Of, name: &str, words: &Words) -> Result<Response, Fault> {
    let file = file(&app.store, of, name, words, now(app)?).await?;
    let headers = [
        (header::CONTENT_TYPE, value(file.media)),
        (header::CONTENT_DISPOSITION, value(&format!("attachment; filename=\"{name}\""))),
    ];
    Ok((headers, file.bytes).into_response())
}

/// `GET /audits/{id}/files/{name}`.
pub(crate) async fn of_audit(
    State(app): State<App>,
    caller: Caller,
    Path((audit, name)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    if documents::is_document(&name) {
        let of = documents::Of::Audit(id(&audit)?);
        return documents::answer(&app, &caller.asker, &of, &name).await;
    }
    answer(&app, Of::Audit(id(&audit)?), &name, &words(&headers)).await
}

/// `GET /programmes/{id}/files/{name}`.
pub(crate) async fn of_programme(
    State(app): State<App>,
    _caller: Caller,
    Path((programme, name)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    answer(&app, Of::Programme(id(&programme)?), &name, &words(&headers)).await
}

/// `GET /statements-of-applicability/{id}/files/{name}`.
pub(crate) async fn of_statement(
    State(app): State<App>,
    _caller: Caller,
    Path((soa, name)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    answer(&app, Of::Statement(id(&soa)?), &name, &words(&headers)).await
}

/// `GET /people/files/{name}`.
pub(crate) async fn of_people(
    State(app): State<App>,
    caller: Caller,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    // Personal data of everybody goes out: that is noted first.
    caller.asker.note(SecurityKind::Exported, None, &name).await?;
    answer(&app, Of::People, &name, &words(&headers)).await
}

/// The words of whoever asks by the API: in the language that the request asks for.
fn words(headers: &HeaderMap) -> Words {
    Words::new(accepted(headers), "UTC")
}

/// A file of an audit, a programme or a Statement of Applicability, for the command line: its bytes. `language` is the tag of the language of its words.
///
/// # Errors
/// In words: what is wrong with what was asked for, or that the store failed.
pub async fn export(store: &Store, key: Key, name: &str, language: &str) -> Result<Vec<u8>, String> {
    if key.kind == Kind::Person {
        return Err(documents::no_file(name, documents::DOCUMENTS_OF_PERSON).detail().to_string());
    }
    let of = of_key(key)?;
    let language =
        Language::of_tag(language).ok_or_else(|| format!("`{language}` is none of the languages: en, de"))?;
    let at = Timestamp::from_millis(store.clock().millis()).map_err(|error| format!("the clock: {error}"))?;
    let file = file(store, of, name, &Words::new(language, "UTC"), at).await;
    file.map(|file| file.bytes).map_err(|fault| fault.detail().to_string())
}

/// What the command line names by kind and id.
///
/// # Errors
/// In words: nothing of that kind has files, or the organization has another id.
pub(crate) fn of_key(key: Key) -> Result<Of, String> {
    match key.kind {
        Kind::Audit => Ok(Of::Audit(key.id.into())),
        Kind::Programme => Ok(Of::Programme(key.id.into())),
        Kind::Soa => Ok(Of::Statement(key.id.into())),
        Kind::Organization if key == Key::of(organization_id()) => Ok(Of::People),
        Kind::Organization => {
            Err(format!("`{}` is not the organization's id: that is `{}`", key.id, organization_id()))
        }
        other => Err(format!("there are no files of a record of kind `{other}`")),
    }
}

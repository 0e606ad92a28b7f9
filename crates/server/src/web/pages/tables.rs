//! Tables that come back and lists that come in, as pages: a file is sent, what would change is shown row by row and cell by cell, and then it is taken.

use askama::Template;
use assize_domain::Key;
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::said::say;
use assize_domain::words::Classification;
use assize_exchange::columns::MapOf;
use assize_exchange::table::Edit;
use axum::body::Body;
use axum::extract::{Multipart, Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse as _, Redirect, Response};
use sha2::{Digest as _, Sha256};

use super::href;
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read as read_body};
use crate::problem::{Fault, MALFORMED};
use crate::query::id;
use crate::tables::{
    BUSY_MINUTES_MIN, Desk, FileIn, Planned, RowWrong, Said, TABLE_BYTES_MAX, TableOver, Tried,
};
use crate::web::act::{back_from, nonce};
use crate::web::choices::label;
use crate::web::form::{Choice, Posted};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::mapping::{self, Mapping};
use crate::web::upload;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many rows a page shows.
const ROWS_SHOWN: usize = 100;
/// How many characters of a cell a page shows.
const CELL_SHOWN: usize = 400;

/// Where a table is taken in: the path of its pages.
fn base(over: TableOver) -> String {
    match over {
        TableOver::Audit(id) => format!("/audits/{id}/tables"),
        TableOver::Programme(id) => format!("/programmes/{id}/tables"),
        TableOver::Statement(id) => format!("/statements/{id}/tables"),
        TableOver::People => "/people/tables".to_owned(),
        TableOver::Auditee(id) => format!("/auditees/{id}/tables"),
        TableOver::Person(id) => format!("/people/{id}/calendar"),
    }
}

/// Where one comes back to when it is done.
fn back(over: TableOver) -> String {
    match over {
        TableOver::Audit(id) => format!("/audits/{id}"),
        TableOver::Programme(id) => format!("/programmes/{id}/plan"),
        TableOver::Statement(_) => "/auditees".to_owned(),
        TableOver::People => "/people".to_owned(),
        TableOver::Auditee(id) => format!("/auditees/{id}"),
        TableOver::Person(id) => format!("/people/{id}"),
    }
}

/// The word by which messages tell what it is of.
const fn word(over: TableOver) -> &'static str {
    match over {
        TableOver::Audit(_) => "audit",
        TableOver::Programme(_) => "programme",
        TableOver::Statement(_) => "statement",
        TableOver::People => "people",
        TableOver::Auditee(_) => "auditee",
        TableOver::Person(_) => "person",
    }
}

fn key(over: TableOver) -> Option<Key> {
    Some(match over {
        TableOver::Audit(id) => Key::of(id),
        TableOver::Programme(id) => Key::of(id),
        TableOver::Statement(id) => Key::of(id),
        TableOver::Auditee(id) => Key::of(id),
        TableOver::Person(id) => Key::of(id),
        TableOver::People => return None,
    })
}

/// The frame of a page, under what it is of.
async fn frame(app: &App, visitor: &Visitor, over: TableOver, title: String) -> Result<Frame, Fault> {
    let words = &visitor.words;
    let (place, places) = match over {
        TableOver::Audit(_) => ("/audits", "nav-audits"),
        TableOver::Programme(_) => ("/programmes", "nav-programmes"),
        TableOver::Statement(_) | TableOver::Auditee(_) => ("/auditees", "nav-auditees"),
        TableOver::People | TableOver::Person(_) => ("/people", "nav-people"),
    };
    let frame = Frame::of(visitor, place, title).under(words.say(places), place);
    let Some(key) = key(over) else { return Ok(frame) };
    let found = app.store.record(key).await?.ok_or_else(|| {
        Fault::not_found(say!(
            "no {kind} has the id `{id}`",
            kind = &key.kind,
            id = key.id.hyphenated().to_string()
        ))
    })?;
    Ok(frame.under(label(words, &found.record), href(key)))
}

/// A file that can be taken out to be edited.
struct Out {
    what: String,
    href: String,
}

#[derive(Template)]
#[template(path = "tables.html")]
struct BeginPage {
    frame: Frame,
    words: Words,
    action: String,
    about: String,
    /// What can be changed, a line for each table.
    changes: Vec<String>,
    outs: Vec<Out>,
    classifications: Vec<Choice>,
    accept: &'static str,
    megabytes: u64,
}

async fn begin(app: &App, visitor: &Visitor, over: TableOver) -> Result<Response, Fault> {
    let words = &visitor.words;
    let of = word(over);
    let frame = frame(app, visitor, over, words.say(&format!("tables-title-{of}"))).await?;
    let outs: Vec<(&str, String)> = match over {
        TableOver::Audit(id) => vec![("audit-xlsx", format!("/audits/{id}/files/audit.xlsx"))],
        TableOver::Programme(id) => vec![("schedule-xlsx", format!("/programmes/{id}/files/schedule.xlsx"))],
        TableOver::Statement(id) => {
            vec![("statement-xlsx", format!("/statements/{id}/files/statement.xlsx"))]
        }
        TableOver::People => vec![("competence-xlsx", "/people/files/competence.xlsx".to_owned())],
        TableOver::Auditee(_) | TableOver::Person(_) => Vec::new(),
    };
    let outs = outs.into_iter().map(|(name, href)| Out { what: words.say(&format!("file-{name}")), href });
    let changes: &[&str] = match over {
        TableOver::Audit(_) => &["papers", "findings", "nonconformities", "evidence"],
        TableOver::Programme(_) => &["schedule"],
        TableOver::Statement(_) => &["statement"],
        TableOver::People => &["competence", "people"],
        TableOver::Auditee(_) => &["parts"],
        TableOver::Person(_) => &["calendar"],
    };
    let classified: &[Classification] = match over {
        TableOver::Audit(_) => Classification::ALL,
        _ => &[],
    };
    let classifications = classified.iter().filter(|one| **one != Classification::Restricted);
    Ok(html(&BeginPage {
        frame,
        action: base(over),
        about: words.say(&format!("tables-about-{of}")),
        changes: changes.iter().map(|one| words.say(&format!("tables-changes-{one}"))).collect(),
        outs: outs.collect(),
        classifications: classifications
            .map(|one| Choice::new(one.word(), words.word("Classification", one.word())))
            .collect(),
        accept: if matches!(over, TableOver::Person(_)) { ".ics" } else { ".xlsx,.csv,.tsv" },
        megabytes: TABLE_BYTES_MAX / 1_048_576,
        words: words.clone(),
    }))
}

/// Takes the file of a form, and goes on to what is in it.
async fn send(app: &App, visitor: &Visitor, over: TableOver, mut form: Multipart) -> Result<Response, Fault> {
    let mut classification = String::new();
    while let Some(field) = form.next_field().await.map_err(|error| upload::unreadable(&error))? {
        match field.name().unwrap_or_default() {
            "classification" => classification = upload::text(field, 200).await?,
            "file" => {
                let name = field.file_name().unwrap_or_default().to_owned();
                // A form that is sent without a file sends one without a name.
                if name.is_empty() {
                    continue;
                }
                // Nothing of it is kept among the evidence before it is taken; a list of people never is.
                let file = FileIn::of(name, upload::whole(field, TABLE_BYTES_MAX).await?);
                app.store.keep_sent(&visitor.session, &file.sha256, &file.bytes).await?;
                let mut query = form_urlencoded::Serializer::new(String::new());
                query.append_pair("name", &file.name);
                query.append_pair("mark", &mark(visitor, over, &file.sha256));
                if !classification.is_empty() {
                    query.append_pair("classification", &classification);
                }
                let to = format!("{}/{}?{}", base(over), file.sha256, query.finish());
                return Ok(Redirect::to(&to).into_response());
            }
            _ => {}
        }
    }
    Err(Fault::new(&MALFORMED, "no file was chosen; go back and choose one"))
}

/// What only the session knows that has sent a file.
fn mark(visitor: &Visitor, over: TableOver, sha256: &str) -> String {
    hex(&Sha256::digest(format!("assize-table/1\n{}\n{}\n{sha256}", visitor.session, base(over))))
}

/// A cell that differs.
struct Cell {
    column: String,
    from: String,
    to: String,
    /// Whether it is taken; a column that may not be edited is not.
    is_taken: bool,
    wrong: Vec<String>,
}

/// A row that differs.
struct Row {
    place: String,
    title: String,
    href: Option<String>,
    state: &'static str,
    said: String,
    cells: Vec<Cell>,
    wrong: Vec<(String, Option<&'static str>)>,
    /// What is taken and worth a look.
    notes: Vec<String>,
    commands: String,
}

#[derive(Template)]
#[template(path = "tables_read.html")]
struct ReadPage {
    frame: Frame,
    words: Words,
    action: String,
    name: String,
    mark: String,
    classification: String,
    unfit: Option<String>,
    /// What was found, a line for each table.
    found: Vec<String>,
    /// What was not understood, beside the rows.
    notes: Vec<String>,
    headline: String,
    wrong: Vec<(String, Option<&'static str>)>,
    rows: Vec<Row>,
    rows_more: usize,
    mapping: Option<Mapping>,
    sheet_notes: Vec<(String, String, bool)>,
    sheets_broken: bool,
    /// Which questions are asked beside the file.
    asks_reason: bool,
    asks_label: bool,
    asks_usual: bool,
    reason: String,
    label: String,
    dated: String,
    employer: String,
    zone: String,
    can_be_taken: bool,
    once: String,
    again: String,
}

/// A file under way.
struct Under<'v> {
    app: &'v App,
    visitor: &'v Visitor,
    over: TableOver,
    posted: Posted,
    file: FileIn,
    said: Said,
}

impl<'v> Under<'v> {
    async fn of(
        app: &'v App,
        visitor: &'v Visitor,
        over: TableOver,
        sha256: String,
        posted: Posted,
    ) -> Result<Self, Fault> {
        let missing = || Fault::not_found("the file was not sent in this session; send it again");
        let marked = posted.one("mark") == Some(mark(visitor, over, &sha256).as_str());
        if !marked {
            return Err(missing());
        }
        let bytes = app.store.sent_file(&visitor.session, &sha256).await?.ok_or_else(missing)?;
        let name = posted.filled("name").unwrap_or("table.xlsx").to_owned();
        let said = said(visitor, over, &posted, &name);
        Ok(Self { app, visitor, over, posted, file: FileIn { name, sha256, bytes }, said })
    }

    fn desk(&self) -> Desk<'v> {
        Desk {
            store: &self.app.store,
            workers: self.app.workers.as_ref(),
            actor: self.visitor.actor.clone(),
            asker: Some(&self.visitor.asker),
            words: self.visitor.words.clone(),
        }
    }

    async fn page(&self, tried: &Tried) -> Result<ReadPage, Fault> {
        let words = &self.visitor.words;
        let of = word(self.over);
        let frame = frame(self.app, self.visitor, self.over, words.say("tables-look")).await?;
        let frame = frame.under(words.say(&format!("tables-title-{of}")), base(self.over));
        let rows = tried.read.rows.len();
        let troubled = (0..rows).filter(|at| !RowWrong::of_row(tried, *at, words).is_empty()).count();
        let unfit = tried.read.unfit.as_ref().map(|reason| match reason {
            Some(reason) => words.with("tables-unfit", "reason", reason.as_str()),
            None => words.say("tables-none"),
        });
        let headline = if tried.taken == 0 && troubled == 0 {
            words.say("tables-nothing")
        } else if tried.can_be_taken() {
            words.with("tables-would", "count", tried.taken)
        } else {
            words.with2("tables-cannot", "count", troubled.max(1), "taken", tried.taken)
        };
        Ok(ReadPage {
            frame,
            action: format!("{}/{}", base(self.over), self.file.sha256),
            name: self.file.name.clone(),
            mark: mark(self.visitor, self.over, &self.file.sha256),
            classification: self.said.classification.clone(),
            unfit,
            found: found(tried, words),
            notes: notes(tried, words),
            headline,
            wrong: RowWrong::of_whole(tried, words)
                .into_iter()
                .map(|one| (one.what, one.rule.map(|(_, clause)| clause)))
                .collect(),
            rows: (0..rows.min(ROWS_SHOWN)).filter_map(|at| row(tried, at, self.over, words)).collect(),
            rows_more: rows.saturating_sub(ROWS_SHOWN),
            mapping: tried
                .read
                .list
                .as_ref()
                .map(|list| Mapping::of(words, list.of, &tried.read.sheets, list.sheet, &list.columns)),
            sheet_notes: mapping::notes(words, &tried.read.sheets.notes),
            sheets_broken: tried.read.sheets.is_broken(),
            asks_reason: matches!(self.over, TableOver::Programme(_))
                || (matches!(self.over, TableOver::People) && tried.read.list.is_none()),
            asks_label: matches!(self.over, TableOver::Statement(_)),
            asks_usual: matches!(self.over, TableOver::People) && tried.read.list.is_some(),
            reason: self.said.reason.clone(),
            label: self.said.label.clone(),
            dated: self.said.dated.clone(),
            employer: self.said.employer.clone(),
            zone: self.said.zone.clone(),
            can_be_taken: tried.can_be_taken(),
            once: self.posted.filled("once").map_or_else(nonce, str::to_owned),
            again: base(self.over),
            words: words.clone(),
        })
    }
}

/// What is said beside the file; what is usual where nothing is.
fn said(visitor: &Visitor, over: TableOver, posted: &Posted, name: &str) -> Said {
    let words = &visitor.words;
    let text = |name: &str| posted.filled(name).unwrap_or_default().trim().to_owned();
    let or = |said: String, usual: String| if said.is_empty() { usual } else { said };
    let list = match over {
        TableOver::Auditee(_) => MapOf::Parts,
        _ => MapOf::People,
    };
    let reason = match over {
        TableOver::People => or(text("reason"), words.with("tables-reason-usual", "name", name)),
        _ => text("reason"),
    };
    let house = visitor.house.as_ref().map(|house| house.name.to_string()).unwrap_or_default();
    Said {
        reason,
        label: text("label"),
        dated: text("dated"),
        classification: text("classification"),
        employer: or(text("employer"), house),
        zone: or(text("zone"), words.zone().iana_name().unwrap_or("UTC").to_owned()),
        by: mapping::asked(posted, list),
    }
}

fn found(tried: &Tried, words: &Words) -> Vec<String> {
    let mut lines: Vec<String> = tried
        .read
        .tables
        .iter()
        .map(|came| {
            let table = words.say(&format!("table-{}", came.table));
            words.with_all(
                "tables-found",
                &[
                    ("table", crate::web::words::IntoWord::into_word(table)),
                    ("rows", crate::web::words::IntoWord::into_word(came.rows)),
                    ("unchanged", crate::web::words::IntoWord::into_word(came.unchanged)),
                    ("absent", crate::web::words::IntoWord::into_word(came.absent)),
                ],
            )
        })
        .collect();
    if let Some(list) = &tried.read.list {
        lines.push(words.with2(
            "tables-found-list",
            "rows",
            tried.read.rows.len() + list.unchanged,
            "unchanged",
            list.unchanged,
        ));
    }
    if let Some(calendar) = &tried.read.calendar {
        lines.push(words.with2("tables-found-calendar", "busy", calendar.busy, "free", calendar.free));
        lines.push(words.with("tables-calendar-hours", "hours", i64::from(BUSY_MINUTES_MIN / 60)));
    }
    lines
}

fn notes(tried: &Tried, words: &Words) -> Vec<String> {
    let unknown = tried.read.tables.iter().flat_map(|came| &came.unknown);
    let unknown: Vec<String> = unknown.take(20).cloned().collect();
    let mut notes = Vec::new();
    if !unknown.is_empty() {
        notes.push(words.with("tables-unknown-headings", "headings", unknown.join(", ")));
    }
    if let Some(calendar) = &tried.read.calendar {
        let one = |(what, about): &(String, String)| {
            words.with(&format!("tables-calendar-{what}"), "about", about.as_str())
        };
        notes.extend(calendar.unread.iter().map(one));
    }
    if tried.read.rows.iter().any(|row| row.cells.iter().any(|cell| cell.edit != Edit::Open)) {
        notes.push(words.say("tables-fixed"));
    }
    notes
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(CELL_SHOWN) {
        None => text.to_owned(),
        Some(_) => text.chars().take(CELL_SHOWN).chain(['…']).collect(),
    }
}

fn row(tried: &Tried, at: usize, over: TableOver, words: &Words) -> Option<Row> {
    let row = tried.read.rows.get(at)?;
    let wrong = RowWrong::of_row(tried, at, words);
    let heading = |column: &str, title: &str| match title {
        "" => words.say(&format!("tables-means-{column}")),
        title => title.to_owned(),
    };
    let of_cell = |column: &str| -> Vec<String> {
        wrong.iter().filter(|one| one.column == Some(column)).map(|one| one.what.clone()).collect()
    };
    let cells: Vec<Cell> = row
        .cells
        .iter()
        .map(|cell| Cell {
            column: heading(cell.column, &cell.title),
            from: cut(&cell.from),
            to: cut(&cell.to),
            is_taken: cell.edit == Edit::Open,
            wrong: of_cell(cell.column),
        })
        .collect();
    let beside = |one: &&RowWrong| !row.cells.iter().any(|cell| Some(cell.column) == one.column);
    let rest: Vec<(String, Option<&'static str>)> = wrong
        .iter()
        .filter(beside)
        .map(|one| (one.what.clone(), one.rule.map(|(_, clause)| clause)))
        .collect();
    let (state, said) = if let Some((seen, present)) = row.stale {
        ("stale", words.with2("tables-row-stale", "seen", seen, "present", present))
    } else if !wrong.is_empty() {
        ("refused", words.say("tables-row-refused"))
    } else if row.deeds.is_empty() && !row.cells.iter().any(|cell| cell.edit == Edit::Open) {
        ("left", words.say("tables-row-left"))
    } else if row.is_new {
        ("new", words.say("tables-row-new"))
    } else if matches!(over, TableOver::Person(_)) {
        ("gone", words.say("tables-row-gone"))
    } else {
        ("changed", words.say("tables-row-changed"))
    };
    let mut commands: Vec<String> = Vec::new();
    for name in tried.commands(at) {
        let said = words.command(name);
        if !commands.contains(&said) {
            commands.push(said);
        }
    }
    let place = match row.sheet.as_str() {
        _ if matches!(over, TableOver::Person(_)) => String::new(),
        "" => words.with("tables-row", "row", i64::from(row.row)),
        sheet => format!("{sheet}, {}", words.with("tables-row", "row", i64::from(row.row))),
    };
    let kind = match row.deeds.first().map(|deed| deed.name) {
        Some("paper.evaluate" | "papers.assign" | "note.write") => Some("/papers/"),
        Some(name) if name.starts_with("finding.") => Some("/findings/"),
        Some(name) if name.starts_with("evidence.") => Some("/records/evidence/"),
        _ => None,
    };
    Some(Row {
        place,
        title: row.title.clone(),
        href: kind.map(|kind| format!("{kind}{}", row.id)),
        state,
        said,
        cells,
        wrong: rest,
        notes: RowWrong::notes_of(row, words),
        commands: commands.join(", "),
    })
}

async fn look(
    app: &App,
    visitor: &Visitor,
    over: TableOver,
    sha256: String,
    uri: &Uri,
) -> Result<Response, Fault> {
    let posted = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let under = Under::of(app, visitor, over, sha256, posted).await?;
    let permit = app.working.acquire().await.map_err(Fault::internal)?;
    let tried = under.desk().tried(over, &under.file, &under.said).await?;
    drop(permit);
    Ok(html(&under.page(&tried).await?))
}

async fn take(
    app: &App,
    visitor: &Visitor,
    over: TableOver,
    sha256: String,
    (headers, body): (&HeaderMap, Body),
) -> Result<Response, Fault> {
    let posted = Posted::read(&read_body(headers, body, JSON_BYTES_MAX).await?);
    let under = Under::of(app, visitor, over, sha256, posted).await?;
    let permit = app.working.acquire().await.map_err(Fault::internal)?;
    let once = under.posted.filled("once").map(str::to_owned);
    let came = under.desk().take(over, &under.file, &under.said, once.as_deref()).await?;
    drop(permit);
    match came {
        Planned::Taken(_, done) => {
            crate::commands::count_all(app, &done);
            app.store.forget_sent(&visitor.session, &under.file.sha256).await?;
            Ok(back_from(&back(over), "table_in.take", &done))
        }
        Planned::Not(tried) => {
            let page = html(&under.page(&tried).await?);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// The four pages of what a table is of: the way in, the file, what is in it, and the taking.
macro_rules! pages {
    ($( $module:ident = $over:ident; )+) => { $(
        pub(crate) mod $module {
            use super::*;

            /// `GET`: what can be taken in, and the form for the file.
            pub(crate) async fn page(State(app): State<App>, visitor: Visitor, Path(of): Path<String>) -> Result<Response, Fault> {
                begin(&app, &visitor, TableOver::$over(id(&of)?)).await
            }

            /// `POST`: the file.
            pub(crate) async fn send(
                State(app): State<App>, visitor: Visitor, Path(of): Path<String>, form: Multipart,
            ) -> Result<Response, Fault> {
                super::send(&app, &visitor, TableOver::$over(id(&of)?), form).await
            }

            /// `GET`: what would change.
            pub(crate) async fn look(
                State(app): State<App>, visitor: Visitor, Path((of, sha256)): Path<(String, String)>, uri: Uri,
            ) -> Result<Response, Fault> {
                super::look(&app, &visitor, TableOver::$over(id(&of)?), sha256, &uri).await
            }

            /// `POST`: takes it.
            pub(crate) async fn take(
                State(app): State<App>, visitor: Visitor, Path((of, sha256)): Path<(String, String)>, headers: HeaderMap, body: Body,
            ) -> Result<Response, Fault> {
                super::take(&app, &visitor, TableOver::$over(id(&of)?), sha256, (&headers, body)).await
            }
        }
    )+ };
}

pages! {
    audit = Audit;
    programme = Programme;
    statement = Statement;
    auditee = Auditee;
    calendar = Person;
}

/// The pages of the register of people.
pub(crate) mod register {
    use super::*;

    /// `GET /people/tables`.
    pub(crate) async fn page(State(app): State<App>, visitor: Visitor) -> Result<Response, Fault> {
        begin(&app, &visitor, TableOver::People).await
    }

    /// `POST /people/tables`.
    pub(crate) async fn send(
        State(app): State<App>,
        visitor: Visitor,
        form: Multipart,
    ) -> Result<Response, Fault> {
        super::send(&app, &visitor, TableOver::People, form).await
    }

    /// `GET /people/tables/{sha256}`.
    pub(crate) async fn look(
        State(app): State<App>,
        visitor: Visitor,
        Path(sha256): Path<String>,
        uri: Uri,
    ) -> Result<Response, Fault> {
        super::look(&app, &visitor, TableOver::People, sha256, &uri).await
    }

    /// `POST /people/tables/{sha256}`.
    pub(crate) async fn take(
        State(app): State<App>,
        visitor: Visitor,
        Path(sha256): Path<String>,
        headers: HeaderMap,
        body: Body,
    ) -> Result<Response, Fault> {
        super::take(&app, &visitor, TableOver::People, sha256, (&headers, body)).await
    }
}

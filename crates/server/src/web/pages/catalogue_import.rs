//! Importing a catalogue: a file is taken in, its columns are given their meaning where it is a sheet, every problem is named at its
//! place, and only what has none is adopted.
//!
//! The file is kept under its digest, which harms nobody where nothing comes of it; between the pages the address holds that digest, what
//! was said of the columns, and a mark that only the session knows that has sent the file.

use std::collections::BTreeMap;

use askama::Template;
use assize_catalogue::adoption::{adopted_set, adoptions};
use assize_catalogue::format::{
    ColumnMap, Import, MappedSheet, Sheet, Strictness, drafted_as, drafted_sheets, import_ciso_assistant,
    import_oscal, import_sheets, import_toml, keys_of,
};
use assize_catalogue::{Problem, limits};
use assize_domain::kernel::act::SEED_BYTES;
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::said::{Said, say};
use assize_domain::{Ctx, Kind};
use assize_store::{ActError, StoreError};
use axum::body::Body;
use axum::extract::{Multipart, Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse as _, Redirect, Response};
use bytes::Bytes;
use futures::TryStreamExt as _;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::catalogue::{give_all, set_href};
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, not_received, read};
use crate::commands::command;
use crate::people::now;
use crate::problem::{Fault, MALFORMED};
use crate::web::form::{Choice, Posted, spoken};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::library::library;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// The longest file, in bytes.
const FILE_BYTES_MAX: u64 = limits::OSCAL_BYTES_MAX as u64;
/// How many rows of a sheet are shown before it is imported, and how long a cell of them.
const PREVIEW_ROWS: usize = 5;
const PREVIEW_CHARS: usize = 60;
/// How many columns and sheets are given a meaning on the page.
const COLUMNS_MAX: usize = 60;
const SHEETS_MAX: usize = 8;
/// How many problems and remarks are named on a page.
const PROBLEMS_SHOWN: usize = 200;
/// How many auditees are offered.
const AUDITEES_MAX: i64 = 500;
/// What a sheet can hold.
const SORTS: [&str; 4] = ["requirements", "tests", "trails", "mappings"];
/// What is said of a set.
const SET: [&str; 5] = ["id", "title", "publisher", "edition", "source"];

#[derive(Template)]
#[template(path = "import.html")]
struct BeginPage {
    frame: Frame,
    words: Words,
    megabytes: u64,
}

/// `GET /catalogue/import`.
pub(crate) async fn begin(visitor: Visitor) -> Response {
    let words = &visitor.words;
    let frame = Frame::of(&visitor, "/catalogue", words.say("library-import"))
        .under(words.say("nav-catalogue"), "/catalogue");
    html(&BeginPage { frame, words: words.clone(), megabytes: FILE_BYTES_MAX / 1_048_576 })
}

/// `POST /catalogue/import`: takes the file, and goes on to what is in it.
pub(crate) async fn take(
    State(app): State<App>,
    visitor: Visitor,
    mut form: Multipart,
) -> Result<Response, Fault> {
    let unreadable = |error: axum::extract::multipart::MultipartError| {
        Fault::new(&MALFORMED, say!("the form cannot be read: {error}", error = error.body_text()))
    };
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        let name = field.file_name().unwrap_or_default().to_owned();
        if field.name() != Some("file") || name.is_empty() {
            continue;
        }
        let bytes = field.map_err(std::io::Error::other);
        let stored = match app.store.blobs().put_stream(bytes, FILE_BYTES_MAX).await {
            Ok(stored) => stored,
            Err(StoreError::File { source, .. }) => return Err(not_received(&source, FILE_BYTES_MAX)),
            Err(other) => return Err(other.into()),
        };
        app.store.note_sent(&visitor.session, &stored.sha256).await?;
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("name", &name);
        query.append_pair("mark", &mark(&visitor, &stored.sha256));
        let to = format!("/catalogue/import/{}?{}", stored.sha256, query.finish());
        return Ok(Redirect::to(&to).into_response());
    }
    Err(Fault::new(&MALFORMED, "no file was chosen; go back and choose one"))
}

/// What only the session knows that has sent a file.
fn mark(visitor: &Visitor, sha256: &str) -> String {
    hex(&Sha256::digest(format!("assize-import/1\n{}\n{sha256}", visitor.session)))
}

/// A form of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Toml,
    Oscal,
    Ciso,
    Sheets,
}

impl Form {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Sheets, "sheets"),
        (Self::Toml, "toml"),
        (Self::Oscal, "oscal"),
        (Self::Ciso, "ciso-assistant"),
    ];

    fn of(asked: Option<&str>, name: &str) -> Self {
        let known = Self::ALL.iter().find(|(_, word)| Some(*word) == asked);
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        known.map(|(form, _)| *form).unwrap_or(match ending.as_deref() {
            Some("toml") => Self::Toml,
            Some("json") => Self::Oscal,
            Some("yaml" | "yml") => Self::Ciso,
            _ => Self::Sheets,
        })
    }

    fn word(self) -> &'static str {
        Self::ALL.iter().find(|(form, _)| *form == self).map_or("sheets", |(_, word)| word)
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Toml => "import-toml",
            Self::Oscal => "import-oscal",
            Self::Ciso => "import-ciso",
            Self::Sheets => "import-sheets",
        }
    }
}

/// A column of a sheet, with what it is taken for.
struct Column {
    number: usize,
    heading: String,
    key: String,
}

/// A sheet whose columns are given their meaning.
struct Mapped {
    number: usize,
    name: String,
    sort: String,
    header_row: u32,
    keys: Vec<Choice>,
    columns: Vec<Column>,
    rows: usize,
    /// The first rows, cell by cell.
    first: Vec<Vec<String>>,
}

/// Something that is said of a set.
struct SetPart {
    key: &'static str,
    label: String,
    value: String,
    problems: Vec<String>,
}

/// What came of reading the file.
struct Report {
    /// What is in it: sets with their requirements.
    sets: Vec<(String, usize)>,
    tests: usize,
    mappings: usize,
    trails: usize,
    problems: Vec<(String, String)>,
    problems_more: usize,
    remarks: Vec<(String, String)>,
    remarks_more: usize,
}

#[derive(Template)]
#[template(path = "import_file.html")]
struct FilePage {
    frame: Frame,
    words: Words,
    action: String,
    name: String,
    mark: String,
    forms: Vec<Choice>,
    form: String,
    lenient: bool,
    overrides: bool,
    auditees: Vec<Choice>,
    auditee: String,
    set: Vec<SetPart>,
    sorts: Vec<Choice>,
    sheets: Vec<Mapped>,
    sheets_more: usize,
    /// What came out, where the file was read.
    report: Option<Report>,
    /// Everything that was said, for the form that adopts.
    said: Vec<(String, String)>,
}

/// A file under way: its bytes, and what is said of it.
struct Under<'v> {
    app: &'v App,
    visitor: &'v Visitor,
    posted: Posted,
    sha256: String,
    name: String,
    form: Form,
    bytes: Bytes,
}

impl<'v> Under<'v> {
    async fn of(app: &'v App, visitor: &'v Visitor, sha256: String, posted: Posted) -> Result<Self, Fault> {
        let missing = || Fault::not_found("the file was not sent in this session; send it again");
        // The mark keeps the addresses of others out; whoever knows their own session could make one for any file that is kept.
        let marked = posted.one("mark") == Some(mark(visitor, &sha256).as_str());
        if !marked || !app.store.was_sent(&visitor.session, &sha256).await? {
            return Err(missing());
        }
        let bytes = app.store.blobs().get(&sha256).await?.ok_or_else(missing)?;
        let name = posted.filled("name").unwrap_or("file").to_owned();
        let form = Form::of(posted.filled("form"), &name);
        Ok(Self { app, visitor, posted, sha256, name, form, bytes })
    }

    fn is_ticked(&self, name: &str) -> bool {
        self.posted.filled(name).is_some()
    }

    /// The sheets, where the file is one of them.
    async fn sheets(&self) -> Result<Result<Vec<Sheet>, Vec<Problem>>, Fault> {
        if self.form != Form::Sheets {
            return Ok(Ok(Vec::new()));
        }
        let _permit = self.app.working.acquire().await.map_err(Fault::internal)?;
        match self.app.workers.read_sheets(self.bytes.clone(), &self.name).await {
            Ok(read) => Ok(Ok(read.sheets)),
            Err(crate::workers::WorkError::Unfit(what)) => Ok(Err(vec![self.problem(Said::data(what))])),
            Err(crate::workers::WorkError::Failed(cause)) => Err(Fault::internal(cause)),
        }
    }

    fn problem(&self, what: impl Into<Said>) -> Problem {
        let (what, hint) =
            (what.into(), Said::from("choose another form, or mend the file and send it again"));
        Problem { file: self.name.clone(), line: None, path: String::new(), what, hint }
    }

    /// What each sheet holds: as it was said, or else as its headings let one guess.
    fn mapped(&self, sheets: &[Sheet]) -> Vec<(usize, MappedSheet)> {
        let drafts = drafted_sheets(sheets);
        let said = |sheet: usize, what: &str| self.posted.filled(&format!("sheet{sheet}.{what}"));
        let one = |(number, sheet): (usize, &Sheet)| {
            let draft = drafts.iter().find(|draft| draft.sheet == sheet.name);
            let header_row = said(number, "header_row").and_then(|row| row.parse().ok());
            let header_row = header_row.or(draft.map(|draft| draft.header_row)).unwrap_or(1);
            let sort = self.posted.one(&format!("sheet{number}.sort"));
            let sort = sort.or(draft.map(|draft| draft.sort.as_str())).unwrap_or_default().to_owned();
            // Columns are guessed anew where the sheet is now said to hold something else.
            let is_said = self.posted.one(&format!("sheet{number}.was"))
                == Some(format!("{sort} {header_row}").as_str());
            let columns = if is_said {
                self.columns_said(number, sheet, header_row)
            } else {
                drafted_as(sheet, header_row, &sort).map(|draft| draft.columns).unwrap_or_default()
            };
            (number, MappedSheet { sort, sheet: sheet.name.clone(), header_row, columns })
        };
        sheets.iter().enumerate().take(SHEETS_MAX).map(one).collect()
    }

    fn columns_said(&self, number: usize, sheet: &Sheet, header_row: u32) -> Vec<(String, String)> {
        let header = sheet.rows.iter().find(|row| row.number == header_row);
        let headings = header.map(|row| row.cells.as_slice()).unwrap_or_default();
        let said = headings.iter().enumerate().filter_map(|(column, heading)| {
            let key = self.posted.filled(&format!("sheet{number}.col{column}"))?;
            Some((key.to_owned(), heading.trim().to_owned()))
        });
        said.collect()
    }

    /// Reads the file, beside the runtime.
    async fn imported(&self, sheets: Vec<Sheet>) -> Result<Result<Import, Vec<Problem>>, Fault> {
        let map = if self.form == Form::Sheets {
            let set = SET.iter().filter_map(|key| {
                let said = self.posted.filled(&format!("set.{key}"))?;
                Some(((*key).to_owned(), said.to_owned()))
            });
            let mapped = self.mapped(&sheets).into_iter().map(|(_, mapped)| mapped);
            let mapped = mapped.filter(|mapped| !mapped.sort.is_empty() && !mapped.columns.is_empty());
            match ColumnMap::of(set.collect::<BTreeMap<_, _>>(), mapped.collect()) {
                Ok(map) => Some(map),
                Err(problems) => return Ok(Err(problems)),
            }
        } else {
            None
        };
        let strictness = if self.is_ticked("lenient") { Strictness::Lenient } else { Strictness::Strict };
        let (form, name, bytes) = (self.form, self.name.clone(), self.bytes.clone());
        let base = &library()?.catalogue;
        let not_text = self.problem("is not text in UTF-8");
        let _permit = self.app.working.acquire().await.map_err(Fault::internal)?;
        let read = move || {
            if let Some(map) = map {
                return Ok(import_sheets(&name, &sheets, &map, Some(base)));
            }
            let Ok(text) = std::str::from_utf8(&bytes) else { return Err(vec![not_text]) };
            Ok(match form {
                Form::Toml | Form::Sheets => import_toml(&name, text, Some(base)),
                Form::Oscal => import_oscal(&name, text, &[], strictness, Some(base)),
                Form::Ciso => import_ciso_assistant(&name, text, strictness, Some(base)),
            })
        };
        let import = tokio::task::spawn_blocking(read).await.map_err(Fault::internal)?;
        Ok(import.map(|mut import| {
            let overrides = std::mem::take(&mut import.overrides);
            let told = if self.is_ticked("overrides") { &mut import.remarks } else { &mut import.problems };
            told.extend(overrides);
            import
        }))
    }

    /// The commands that adopt what was read.
    fn commands(&self, import: &Import) -> Vec<(&'static str, Value)> {
        let auditee = self.posted.filled("auditee");
        let sets = import.catalogue.sets().map(|set| ("criteria.adopt", adopted_set(set, auditee)));
        sets.chain(adoptions(&import.catalogue)).collect()
    }

    /// What the law has against adopting it, before anything is done.
    async fn refused(&self, import: &Import) -> Result<Vec<Problem>, Fault> {
        let mut problems = Vec::new();
        let problem = |path: String, what: Said, hint: Said| Problem {
            file: self.name.clone(),
            line: None,
            path,
            what,
            hint,
        };
        for (name, body) in self.commands(import) {
            let read = match assize_domain::Command::read(name, &body) {
                Some(Ok(read)) => read,
                Some(Err(found)) => {
                    problems.extend(found.into_iter().map(|one| problem(one.at, one.what, one.hint)));
                    continue;
                }
                None => return Err(Fault::internal(format!("there is no command `{name}`"))),
            };
            // A trail names tests that are adopted just before it; those that are not are looked for below.
            if name == "trail.adopt" {
                continue;
            }
            let (at, actor) = (now(self.app)?, self.visitor.actor.clone());
            let ask =
                self.app.store.ask(|world| read.decide(world, &Ctx::new(at, actor.clone(), [0; SEED_BYTES])));
            match ask.await {
                Ok(_) => {}
                Err(ActError::Refused(refusals)) => problems.extend(refusals.into_iter().map(|one| {
                    let what = say!("{what} ({clause})", what = one.what, clause = one.rule.clause);
                    problem(one.at, what, one.hint)
                })),
                Err(other) => return Err(other.into()),
            }
        }
        let adopted = self.app.store.test_glances(None).await?;
        for trail in import.catalogue.trails() {
            for step in &trail.steps {
                let there = import.catalogue.test(&step.test).is_some()
                    || adopted.iter().any(|one| one.test == step.test.as_str() && !one.is_retired);
                if !there {
                    let what = say!(
                        "the trail goes to the test `{test}`, which is not in use",
                        test = step.test.as_str()
                    );
                    let hint = "adopt the built-in tests first, or bring the test with the file";
                    problems.push(problem(trail.id.as_str().to_owned(), what, hint.into()));
                }
            }
        }
        Ok(problems)
    }

    async fn page(&self, sheets: &[Sheet], report: Option<Report>) -> Result<FilePage, Fault> {
        let words = &self.visitor.words;
        let auditees = self.app.store.record_page(Kind::Auditee, None, AUDITEES_MAX).await?;
        let auditees = self.visitor.asker.seen(auditees).await?;
        let mut auditees: Vec<Choice> = auditees
            .iter()
            .map(|(key, found)| {
                let label = crate::web::choices::label(words, &found.record);
                Choice::new(key.id.hyphenated().to_string(), label)
            })
            .collect();
        Words::sort(&mut auditees, |choice| &choice.label);
        let said = |name: &str| self.posted.one(name).unwrap_or_default().to_owned();
        let found = report.as_ref().map(|report| report.problems.as_slice()).unwrap_or_default();
        let set = SET.iter().map(|key| SetPart {
            key,
            label: set_label(words, key),
            value: said(&format!("set.{key}")),
            problems: found
                .iter()
                .filter(|(at, _)| *at == set_label(words, key))
                .map(|(_, what)| what.clone())
                .collect(),
        });
        let set: Vec<SetPart> = if self.form == Form::Sheets { set.collect() } else { Vec::new() };
        let mapped = if self.form == Form::Sheets { self.mapped(sheets) } else { Vec::new() };
        let everything = self.posted.all_fields();
        let everything = everything
            .flat_map(|(name, values)| values.iter().map(move |value| (name.to_owned(), value.clone())));
        Ok(FilePage {
            frame: Frame::of(self.visitor, "/catalogue", self.name.clone())
                .under(words.say("nav-catalogue"), "/catalogue")
                .under(words.say("library-import"), "/catalogue/import"),
            words: words.clone(),
            action: format!("/catalogue/import/{}", self.sha256),
            name: self.name.clone(),
            mark: said("mark"),
            forms: Form::ALL.iter().map(|(form, word)| Choice::new(*word, words.say(form.key()))).collect(),
            form: self.form.word().to_owned(),
            lenient: self.is_ticked("lenient"),
            overrides: self.is_ticked("overrides"),
            auditees,
            auditee: said("auditee"),
            set,
            sorts: SORTS.iter().map(|sort| Choice::new(*sort, sort_word(words, sort))).collect(),
            sheets: mapped
                .into_iter()
                .filter_map(|(number, mapped)| Some(shown(words, number, sheets.get(number)?, &mapped)))
                .collect(),
            sheets_more: sheets.len().saturating_sub(SHEETS_MAX),
            report,
            said: everything.collect(),
        })
    }
}

/// Whether the place of a problem is that of something said of the set.
fn is_about(at: &str, key: &str) -> bool {
    at == key || at == format!("set.{key}") || at == format!("set.{key} of the map")
}

/// What something said of the set is called.
fn set_label(words: &Words, key: &str) -> String {
    words.field("CriteriaSet", if key == "id" { "criteria" } else { key })
}

fn sort_word(words: &Words, sort: &str) -> String {
    words.say(match sort {
        "requirements" => "import-sort-requirements",
        "tests" => "import-sort-tests",
        "trails" => "import-sort-trails",
        _ => "import-sort-mappings",
    })
}

/// A sheet as the page shows it, with its first rows.
fn shown(words: &Words, number: usize, sheet: &Sheet, mapped: &MappedSheet) -> Mapped {
    let header = sheet.rows.iter().find(|row| row.number == mapped.header_row);
    let headings = header.map(|row| row.cells.as_slice()).unwrap_or_default();
    let below: Vec<_> = sheet.rows.iter().filter(|row| row.number > mapped.header_row).collect();
    let cut = |text: &str| match text.char_indices().nth(PREVIEW_CHARS) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    };
    let columns = headings.iter().enumerate().take(COLUMNS_MAX).map(|(column, heading)| {
        let key = mapped.columns.iter().find(|(_, taken)| taken == heading.trim()).map(|(key, _)| key);
        Column { number: column, heading: heading.trim().to_owned(), key: key.cloned().unwrap_or_default() }
    });
    let columns: Vec<Column> = columns.filter(|column| !column.heading.is_empty()).collect();
    let first = below.iter().take(PREVIEW_ROWS).map(|row| {
        let cell = |column: &Column| row.cells.get(column.number).map(|cell| cut(cell.trim()));
        columns.iter().map(|column| cell(column).unwrap_or_default()).collect()
    });
    let first = first.collect();
    let label =
        |key: &str| words.maybe(&format!("import-key-{key}")).unwrap_or_else(|| key.replace('_', " "));
    Mapped {
        number,
        name: sheet.name.clone(),
        sort: mapped.sort.clone(),
        header_row: mapped.header_row,
        keys: keys_of(&mapped.sort).into_iter().map(|key| Choice::new(key, label(key))).collect(),
        columns,
        rows: below.len(),
        first,
    }
}

impl Report {
    fn of_problems(words: &Words, problems: &[Problem]) -> Self {
        Self {
            sets: Vec::new(),
            tests: 0,
            mappings: 0,
            trails: 0,
            problems: said(words, problems),
            problems_more: problems.len().saturating_sub(PROBLEMS_SHOWN),
            remarks: Vec::new(),
            remarks_more: 0,
        }
    }

    fn of(words: &Words, import: &Import) -> Self {
        let catalogue = &import.catalogue;
        Self {
            sets: catalogue
                .sets()
                .map(|set| (format!("{} · {}", set.id, set.title), set.requirements().len()))
                .collect(),
            tests: catalogue.tests().len(),
            mappings: catalogue.mappings().len(),
            trails: catalogue.trails().len(),
            remarks: said(words, &import.remarks),
            remarks_more: import.remarks.len().saturating_sub(PROBLEMS_SHOWN),
            ..Self::of_problems(words, &import.problems)
        }
    }
}

/// Problems as a page says them: where, and what with what to do.
fn said(words: &Words, problems: &[Problem]) -> Vec<(String, String)> {
    let one = |problem: &Problem| {
        let line =
            problem.line.map(|line| words.with("import-line", "line", i64::try_from(line).unwrap_or(0)));
        let of_set = SET.iter().find(|key| is_about(&problem.path, key));
        let path = of_set.map_or_else(|| problem.path.clone(), |key| set_label(words, key));
        let place: Vec<String> = line.into_iter().chain([path]).filter(|part| !part.is_empty()).collect();
        let told = if problem.what == "is missing" && problem.hint == "give it" {
            words.say("form-missing")
        } else {
            let (what, hint) = (spoken(words, &problem.what), spoken(words, &problem.hint));
            words.with2("form-problem", "what", what, "hint", hint)
        };
        (place.join(", "), told)
    };
    problems.iter().take(PROBLEMS_SHOWN).map(one).collect()
}

/// Reads the file and asks the law; the import where nothing is against it.
async fn looked_at(under: &Under<'_>, sheets: Vec<Sheet>) -> Result<(Report, Option<Import>), Fault> {
    let words = &under.visitor.words;
    let mut import = match under.imported(sheets).await? {
        Ok(import) => import,
        Err(problems) => return Ok((Report::of_problems(words, &problems), None)),
    };
    if import.problems.is_empty() {
        import.problems = under.refused(&import).await?;
    }
    let nothing = under.commands(&import).is_empty();
    if import.problems.is_empty() && nothing {
        import.problems.push(under.problem("holds nothing that could be adopted"));
    }
    let report = Report::of(words, &import);
    Ok((report, import.problems.is_empty().then_some(import)))
}

/// `GET /catalogue/import/{sha256}`: what is in the file, the meaning of its columns, and what is wrong with it.
pub(crate) async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Path(sha256): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let posted = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let under = Under::of(&app, &visitor, sha256, posted).await?;
    let sheets = match under.sheets().await? {
        Ok(sheets) => sheets,
        Err(problems) => {
            let report = Report::of_problems(&visitor.words, &problems);
            return Ok(html(&under.page(&[], Some(report)).await?));
        }
    };
    // What the columns of a sheet mean is said before it is read; every other form says it itself.
    let report = match under.form {
        Form::Sheets if !under.is_ticked("check") => None,
        _ => Some(looked_at(&under, sheets.clone()).await?.0),
    };
    Ok(html(&under.page(&sheets, report).await?))
}

/// `POST /catalogue/import/{sha256}`: adopts what is in the file, if nothing is against it.
pub(crate) async fn adopt(
    State(app): State<App>,
    visitor: Visitor,
    Path(sha256): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let under = Under::of(&app, &visitor, sha256, posted).await?;
    let sheets = match under.sheets().await? {
        Ok(sheets) => sheets,
        Err(problems) => {
            let report = Report::of_problems(&visitor.words, &problems);
            let page = under.page(&[], Some(report)).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response());
        }
    };
    let (report, import) = looked_at(&under, sheets.clone()).await?;
    let Some(import) = import else {
        let page = under.page(&sheets, Some(report)).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response());
    };
    let commands = under.commands(&import);
    let first = commands.first().map(|(name, _)| *name).unwrap_or_default();
    // Each is read before the first is given, and was asked of the law; whatever came between, it may be sent again.
    commands.iter().map(|(name, body)| command(name, body)).collect::<Result<Vec<_>, Fault>>()?;
    let seq = give_all(&app, &visitor, commands).await?;
    let back = import.catalogue.sets().next().map(|set| set_href(set.id.as_str(), None));
    let back = back.unwrap_or_else(|| "/catalogue".to_owned());
    let more = if back.contains('?') { '&' } else { '?' };
    let seq = seq.map(|seq| format!("&seq={seq}")).unwrap_or_default();
    Ok(Redirect::to(&format!("{back}{more}done={first}{seq}")).into_response())
}

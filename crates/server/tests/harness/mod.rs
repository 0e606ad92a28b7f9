//! A store behind its API, with workers that need no process; every answer is held against the API's description.

#![allow(dead_code, reason = "each test file uses its own part")]

#[path = "../conform/mod.rs"]
pub(crate) mod conform;
pub(crate) mod visitor;

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use assize_catalogue::format::{Sheet, SheetRow};
use assize_domain::auditee::LogoMedia;
use assize_domain::document::DocumentKind;
use assize_domain::kernel::act::Scope;
use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::time::Timestamp;
use assize_server::{
    App, CalendarRead, CalendarWindow, Form, LogoFlaw, LogoSeen, Look, Made, Marking, Printed, SheetNote,
    SheetsRead, SoaRead, TableRead, TechnicalFound, TechnicalRead, TemplateFlaw, TemplatePlace, Work,
    WorkError, Workers, router,
};
use assize_store::{Addresses, Bucket, Clock, DocumentText, SecretKey, Store};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Request};
use bytes::Bytes;
use conform::Description;
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt as _;

/// A day, in milliseconds.
pub(crate) const DAY: i64 = 24 * 60 * 60 * 1_000;

/// The cells of a CSV file, with what is quoted.
fn cells_of(text: &str) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let row = rows.last_mut().unwrap();
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                row.last_mut().unwrap().push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            c => row.last_mut().unwrap().push(c),
        }
    }
    if rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
        rows.pop();
    }
    rows
}

/// The files of whose names somebody asked to be held up, in the order in which their jobs began, and what holds them.
pub(crate) static BEGUN: Mutex<Vec<String>> = Mutex::new(Vec::new());
pub(crate) static HELD: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(0);

/// Workers that answer at once, or fail as real ones may.
pub(crate) struct Quick;

impl Workers for Quick {
    fn read_text(&self, bytes: Bytes, name: &str) -> Work<'_, DocumentText> {
        let panics = name == "panics.txt";
        let waits = name.starts_with("waits-for-");
        let name = name.to_owned();
        Box::pin(async move {
            if waits {
                BEGUN.lock().unwrap().push(name);
                // Whoever lets it go on closes it.
                let _ = HELD.acquire().await;
            }
            assert!(!panics, "the secret of the worker");
            Ok(match String::from_utf8(bytes.to_vec()) {
                Ok(text) => DocumentText::Text { title: None, headings: "One\nTwo".to_owned(), text },
                Err(_) => DocumentText::Unreadable { reason: "it is not text".to_owned() },
            })
        })
    }

    fn read_soa(&self, bytes: Bytes, _name: &str) -> Work<'_, SoaRead> {
        Box::pin(async move {
            match bytes.as_ref() {
                b"bad" => {
                    Ok(SoaRead::Problems(vec![Problem::new("row 2", "it says perhaps", "say yes or no")]))
                }
                b"unfit" => Err(WorkError::Unfit("the file is damaged".to_owned())),
                b"broken" => Err(WorkError::Failed("/usr/bin/worker: the secret of the worker".to_owned())),
                _ => Ok(SoaRead::Rows(vec![
                    json!({ "control": "A.5.1", "title": null, "necessary": true, "why": "Risk",
                    "implemented": "implemented", "why_excluded": null }),
                ])),
            }
        })
    }

    fn read_table(&self, bytes: Bytes, _name: &str) -> Work<'_, TableRead> {
        Box::pin(async move {
            let Ok(text) = String::from_utf8(bytes.to_vec()) else {
                return Err(WorkError::Unfit("the file is damaged".to_owned()));
            };
            let mut rows = text.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
            match rows.next() {
                Some(header) => Ok(TableRead::Rows { header, rows: rows.collect() }),
                None => {
                    Ok(TableRead::Problems(vec![Problem::new("row 1", "it is empty", "name the columns")]))
                }
            }
        })
    }

    fn read_sheets(&self, bytes: Bytes, _name: &str) -> Work<'_, SheetsRead> {
        Box::pin(async move {
            let Ok(text) = String::from_utf8(bytes.to_vec()) else {
                return Err(WorkError::Unfit("the file is damaged".to_owned()));
            };
            let row = |(number, cells): (u32, Vec<String>)| SheetRow { number, cells };
            let sheet = Sheet { name: String::new(), rows: (1..).zip(cells_of(&text)).map(row).collect() };
            let notes = text.contains("\u{1}broken").then(|| SheetNote {
                sheet: None,
                row: Some(2),
                column: None,
                what: "a quotation mark is never closed".to_owned(),
                hint: "close it".to_owned(),
                is_grave: true,
            });
            Ok(SheetsRead { sheets: vec![sheet], notes: notes.into_iter().collect() })
        })
    }

    fn read_technical(&self, bytes: Bytes, _name: &str) -> Work<'_, Option<TechnicalRead>> {
        Box::pin(async move {
            match bytes.as_ref() {
                b"scan" => Ok(Some(TechnicalRead {
                    format: "sarif".to_owned(),
                    tools: vec!["Linty 3".to_owned()],
                    made: Some("2026-09-15T07:00:00Z".to_owned()),
                    left_out: 0,
                    reported: vec![TechnicalFound {
                        weight: "high".to_owned(),
                        came: "failed".to_owned(),
                        since: Some("2026-01-01".to_owned()),
                    }],
                })),
                b"broken scan" => Err(WorkError::Unfit("the file is damaged".to_owned())),
                _ => Ok(None),
            }
        })
    }

    fn read_calendar(&self, bytes: Bytes, _window: CalendarWindow) -> Work<'_, CalendarRead> {
        Box::pin(async move {
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            let Some(days) = text.strip_prefix("BEGIN:VCALENDAR ") else {
                return Err(WorkError::Unfit("the file is no calendar".to_owned()));
            };
            let days: std::collections::BTreeMap<String, u32> =
                days.split_whitespace().map(|day| (day.to_owned(), 600)).collect();
            Ok(CalendarRead { busy: days.len(), free: 1, days, unread: Vec::new() })
        })
    }

    fn look_at_logo(&self, bytes: Bytes) -> Work<'_, LogoSeen> {
        Box::pin(async move {
            Ok(match bytes.as_ref() {
                b"script" => LogoSeen::Unfit(LogoFlaw::Element("script".to_owned())),
                b"logo" => LogoSeen::Fit { media: LogoMedia::Svg, width: 400, height: 100 },
                b"thread" => LogoSeen::Fit { media: LogoMedia::Png, width: 400, height: 16 },
                _ => LogoSeen::Unfit(LogoFlaw::NoPicture),
            })
        })
    }

    fn render_sheet(&self, _sheet: Value, _look: Option<Look>, _at: Timestamp) -> Work<'_, Bytes> {
        Box::pin(async { Ok(Bytes::from_static(b"%PDF-")) })
    }

    fn write_report(&self, _printed: Printed, _marking: Marking, _at: Timestamp) -> Work<'_, Bytes> {
        Box::pin(async { Ok(Bytes::from_static(b"PK")) })
    }

    fn make_document(&self, made: Made, _at: Timestamp) -> Work<'_, Bytes> {
        Box::pin(async move {
            // What it says can be looked at in the answer.
            let begins = match made.form {
                Form::Pdf => "%PDF-".to_owned(),
                Form::Word => "PK".to_owned(),
                Form::Filled(file) | Form::FilledReport(file) => {
                    format!("PK in {} ", String::from_utf8_lossy(&file))
                }
            };
            Ok(Bytes::from(format!("{begins}{}", made.content)))
        })
    }

    fn look_at_template(&self, bytes: Bytes, _kind: DocumentKind) -> Work<'_, Vec<TemplateFlaw>> {
        Box::pin(async move {
            let at = || TemplatePlace {
                token: "{{audit.titel}}".to_owned(),
                part: "document".to_owned(),
                paragraph: 12,
                meant: Some("audit.title".to_owned()),
            };
            Ok(match bytes.as_ref() {
                bytes if bytes.starts_with(b"template") => Vec::new(),
                b"macro" => vec![TemplateFlaw::Active("word/vbaProject.bin".to_owned())],
                b"unknown" => vec![TemplateFlaw::Unknown(at()), TemplateFlaw::Unclosed(at())],
                _ => vec![TemplateFlaw::NoWordFile],
            })
        })
    }

    fn render_report(&self, _printed: Printed, _marking: Marking, _at: Timestamp) -> Work<'_, Bytes> {
        Box::pin(async { Ok(Bytes::from_static(b"%PDF-")) })
    }
}

/// A store behind its API.
pub(crate) struct Served {
    pub(crate) store: Store,
    pub(crate) app: App,
    pub(crate) clock: Arc<AtomicI64>,
    pub(crate) token: String,
    pub(crate) folder: TempDir,
    description: Mutex<Description>,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Bytes,
    pub(crate) json: Value,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The id of the first record that an act happened to.
    pub(crate) fn subject(&self) -> String {
        assert_eq!(self.status, 200, "{:#}", self.json);
        self.json["events"][0]["subject"]["id"].as_str().unwrap().to_owned()
    }

    /// The kind of the problem: the name that its type ends in.
    pub(crate) fn kind(&self) -> &str {
        self.json["type"].as_str().unwrap_or_default().rsplit('#').next().unwrap()
    }
}

pub(crate) async fn served() -> Served {
    served_with(|app| app).await
}

pub(crate) async fn served_with(change: impl FnOnce(App) -> App) -> Served {
    let folder = tempfile::tempdir().unwrap();
    let part = |name: &str| folder.path().join(name).display().to_string();
    let addresses = Addresses {
        database: format!("sqlite:{}", part("assize.db")),
        evidence: part("evidence"),
        log: part("log"),
        bucket: Bucket::default(),
    };
    let clock = Arc::new(AtomicI64::new(1_790_000_000_000));
    let store = Store::make(&addresses, Clock::Set(Arc::clone(&clock))).await.unwrap();
    store.use_secret_key(SecretKey::make().unwrap()).await.unwrap();
    let (_, token) = store.make_token("test", None, Scope::Act, 1).await.unwrap();
    let app = change(App::new(store.clone(), Arc::new(Quick)));
    Served { store, app, clock, token, folder, description: Mutex::new(Description::new()) }
}

/// Another process over the same store.
pub(crate) fn served_over(first: &Served, store: Store) -> Served {
    let app = App::new(store.clone(), Arc::new(Quick));
    Served {
        store,
        app,
        clock: Arc::clone(&first.clock),
        token: first.token.clone(),
        folder: tempfile::tempdir().unwrap(),
        description: Mutex::new(Description::new()),
    }
}

impl Served {
    /// Changes the database behind the server's back: time that has passed.
    pub async fn sql(&self, sql: &'static str) {
        use sqlx::{Connection as _, Executor as _};
        let file = self.folder.path().join("assize.db");
        let mut conn = sqlx::SqliteConnection::connect(&format!("sqlite:{}", file.display())).await.unwrap();
        conn.execute(sql).await.unwrap();
    }

    pub(crate) fn router(&self) -> Router {
        router(self.app.clone())
    }

    pub(crate) fn later(&self, millis: i64) {
        self.clock.fetch_add(millis, Ordering::SeqCst);
    }

    /// Sends a request as it is; the answer must be one that the description allows.
    pub(crate) async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, HeaderValue::from_bytes(value.as_bytes()).unwrap());
        }
        let response = self.router().oneshot(request.body(body.into()).unwrap()).await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = axum::body::to_bytes(response.into_body(), 64 * 1024 * 1024).await.unwrap();
        let media = headers.get("content-type").map(|value| value.to_str().unwrap());
        if method != "HEAD" {
            let mut description = self.description.lock().unwrap();
            assert_eq!(description.contradicts(method, path, status, media, &bytes), None);
        }
        assert!(headers.contains_key("x-request-id"), "{method} {path} has no id");
        let json: Value = serde_json::from_slice(&bytes).unwrap_or_default();
        if status >= 400 {
            assert_eq!(json["status"], json!(status));
            assert_eq!(json["request_id"].as_str(), headers["x-request-id"].to_str().ok());
        }
        Answer { status, headers, bytes, json }
    }

    fn bearer(&self) -> String {
        format!("Bearer {}", self.token)
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send("GET", &format!("/api/v1{path}"), &[("authorization", &self.bearer())], "").await
    }

    /// Posts a body of a media type.
    pub(crate) async fn post(
        &self,
        path: &str,
        media: &str,
        more: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Answer {
        let bearer = self.bearer();
        let headers = [&[("authorization", bearer.as_str()), ("content-type", media)], more].concat();
        self.send("POST", &format!("/api/v1{path}"), &headers, body).await
    }

    /// Gives a command.
    pub(crate) async fn act(&self, name: &str, body: &Value, more: &[(&str, &str)]) -> Answer {
        self.post(&format!("/commands/{name}"), "application/json", more, body.to_string()).await
    }

    pub(crate) async fn person(&self, name: &str) -> String {
        self.act("person.register", &person(name), &[]).await.subject()
    }
}

/// The body of `person.register`.
pub(crate) fn person(name: &str) -> Value {
    json!({ "name": name, "employer": "Fernhill", "languages": ["en"], "zone": "UTC" })
}

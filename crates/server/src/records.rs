//! Records and the journal, read.

use std::str::FromStr;

use assize_access::Action;
use assize_domain::kernel::datum::Datum;
use assize_domain::kernel::id::{AuditId, Id as _};
use assize_domain::kernel::record::Versioned;
use assize_domain::kernel::said::{listed, say};
use assize_domain::kernel::text::Line;
use assize_domain::{Key, Kind};
use assize_store::{StoreError, Towards, Which};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::access::asker::{Entries, seq};
use crate::app::App;
use crate::body::json;
use crate::caller::Caller;
use crate::conditions::{none_match, value, version_tag};
use crate::problem::Fault;
use crate::query::{Query, short};

/// The most items of a page.
pub(crate) const PAGE_LEN_MAX: usize = 200;
/// The items of a page unless asked otherwise.
pub(crate) const PAGE_LEN: usize = 50;

/// `GET /records/{kind}`.
pub(crate) async fn list(caller: Caller, Path(kind): Path<String>, uri: Uri) -> Result<Response, Fault> {
    let kind = kind_of(&kind)?;
    let asked = Asked::of(kind, &uri)?;
    let (records, next) = caller.asker.records(kind, asked.link, asked.after, asked.len).await?;
    let next = next.map(|next| next.hyphenated().to_string());
    let mut items = Vec::with_capacity(records.len());
    for (key, record) in &records {
        items.push(record_json(&caller, *key, record).await?);
    }
    Ok(json(StatusCode::OK, &json!({ "items": items, "next": next })))
}

/// `GET /records/{kind}/{id}`.
pub(crate) async fn one(
    State(app): State<App>,
    caller: Caller,
    Path((kind, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let kind = kind_of(&kind)?;
    let missing = || Fault::not_found(say!("no {kind} has the id `{id}`", kind, id = short(&id)));
    let key = Key { kind, id: uuid(&id).ok_or_else(missing)? };
    let record = app.store.record(key).await?.ok_or_else(missing)?;
    let tag = version_tag(record.version);
    let mut response = if none_match(&headers, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        json(StatusCode::OK, &record_json(&caller, key, &record).await?)
    };
    let headers = response.headers_mut();
    headers.insert(header::ETAG, value(&tag));
    headers.insert(header::CACHE_CONTROL, value("private, no-cache"));
    Ok(response)
}

/// `GET /audits`: audits at a glance; filtered as records of the kind `audit` are.
pub(crate) async fn audits(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Response, Fault> {
    let asked = Asked::of(Kind::Audit, &uri)?;
    let reach = caller.asker.reach(Kind::Audit).await?;
    let glances = app.store.audit_glances(&reach, asked.link, asked.after, rows_of(asked.len)).await?;
    let (glances, next) = cut(glances, asked.len, |audit| audit.id.uuid());
    let items: Value = glances
        .iter()
        .map(|audit| {
            json!({
                "id": audit.id.to_string(),
                "version": audit.version,
                "title": audit.title.as_str(),
                "audit_type": audit.audit_type.word(),
                "state": audit.state,
                "programme": audit.programme.to_string(),
                "auditee": { "id": audit.auditee.to_string(), "name": audit.auditee_name.as_ref().map(Line::as_str) },
                "window": audit.window.to_json(),
                "report": audit.report.map(|report| report.to_string()),
            })
        })
        .collect();
    Ok(json(StatusCode::OK, &json!({ "items": items, "next": next })))
}

/// `GET /journal`.
pub(crate) async fn journal(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Response, Fault> {
    let mut query = Query::of(&uri);
    let after: Option<i64> = query.read("after");
    let len = page_len(&mut query);
    let audit: Option<AuditId> = query.read("audit");
    query.done(Some(()))?;
    let after = after.unwrap_or_default();
    let (entries, next) = match audit {
        None => caller.asker.entries(Towards::Later(after), len).await?,
        Some(audit) => {
            caller.asker.demand_any(&[Action::Open], Key::of(audit)).await?;
            let (entries, next) = of_audit(&app, audit, after, len).await?;
            (caller.asker.readable(entries).await?, next)
        }
    };
    let items: Value = entries
        .into_iter()
        .map(|entry| match entry {
            Ok(stored) => {
                let entry = stored.entry;
                let item = json!({ "seq": entry.seq, "at": entry.at.to_string(), "kind": entry.kind, "v": entry.v,
                    "leaf": stored.leaf, "fields": entry.fields_json() });
                item
            }
            Err((seq, corrupt)) => {
                tracing::error!(seq, %corrupt, "an entry of the journal cannot be read");
                json!({ "seq": seq, "unreadable": true })
            }
        })
        .collect();
    Ok(json(StatusCode::OK, &json!({ "items": items, "next": next })))
}

/// A page of the entries of one audit.
async fn of_audit(app: &App, audit: AuditId, after: i64, len: usize) -> Result<Entries, Fault> {
    let mut entries = app.store.entries(Which::Audit(audit), after, rows_of(len)).await?;
    let more = entries.len() > len;
    entries.truncate(len);
    let next = entries.last().filter(|_| more).map(seq);
    Ok((entries, next))
}

/// What a request asks of a list: where the page begins, how long it is, and the link that filters it.
struct Asked {
    after: Option<Uuid>,
    len: usize,
    link: Option<(&'static str, Uuid)>,
}

impl Asked {
    fn of(kind: Kind, uri: &Uri) -> Result<Self, Fault> {
        let mut query = Query::of(uri);
        let after: Option<Uuid> = query.read("after");
        let len = page_len(&mut query);
        let mut link: Option<(&'static str, Uuid)> = None;
        for &name in kind.links() {
            if let Some(target) = query.read(name)
                && let Some((other, _)) = link.replace((name, target))
            {
                query.wrong(
                    name,
                    say!("cannot be asked for together with `{other}`", other),
                    "filter by one link",
                );
            }
        }
        query.done(Some(()))?;
        Ok(Self { after, len, link })
    }
}

/// The page without the one row more, and where the next page begins, if that row was there.
fn cut<T>(mut rows: Vec<T>, len: usize, id: impl Fn(&T) -> Uuid) -> (Vec<T>, Option<String>) {
    let more = rows.len() > len;
    rows.truncate(len);
    let next = rows.last().filter(|_| more).map(|row| id(row).hyphenated().to_string());
    (rows, next)
}

/// One row more than the page shows tells whether there is another page.
fn rows_of(len: usize) -> i64 {
    i64::try_from(len + 1).unwrap_or(i64::MAX)
}

pub(crate) fn page_len(query: &mut Query) -> usize {
    let limit: Option<usize> = query.read("limit");
    if limit.is_some_and(|limit| !(1..=PAGE_LEN_MAX).contains(&limit)) {
        query.wrong("limit", "is out of bounds", say!("give 1 to {most}", most = PAGE_LEN_MAX));
    }
    limit.unwrap_or(PAGE_LEN).min(PAGE_LEN_MAX)
}

/// A record with its key and version, as far as it is told to who asks.
async fn record_json(caller: &Caller, key: Key, record: &Versioned) -> Result<Value, StoreError> {
    let told = caller.asker.told(key, record.record.to_json()).await?;
    Ok(
        json!({ "kind": key.kind.word(), "id": key.id.hyphenated().to_string(), "version": record.version, "record": told }),
    )
}

fn kind_of(word: &str) -> Result<Kind, Fault> {
    Kind::from_str(word).map_err(|_| {
        Fault::not_found(say!(
            "there is no kind of record `{word}`; there are {words}",
            word = short(word),
            words = listed(Kind::WORDS)
        ))
    })
}

/// A UUID in the one way of writing it that ids have.
fn uuid(text: &str) -> Option<Uuid> {
    Uuid::parse_str(text).ok().filter(|id| id.hyphenated().to_string() == text)
}

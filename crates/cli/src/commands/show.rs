//! Records, shown.

use anyhow::{Context as _, bail};
use assize_domain::kernel::record::Versioned;
use assize_domain::{Key, Kind};
use assize_store::{PAGE_ROWS_MAX, Store};
use serde_json::{Value, json};
use uuid::Uuid;

use super::open;
use crate::args::ShowArgs;
use crate::out::Answer;
use crate::settings::Settings;

/// `show`.
pub(crate) async fn run(settings: &Settings, args: &ShowArgs) -> anyhow::Result<Answer> {
    let kind: Kind = args.kind.parse().map_err(|_| anyhow::anyhow!("there is no kind `{}`", args.kind))?;
    let link = args.link.as_deref().map(|link| link_of(kind, link)).transpose()?;
    let store = open(settings).await?;
    if let Some(id) = &args.id {
        let key = Key { kind, id: id_of(id)? };
        let Some(record) = store.record(key).await? else { bail!("no {kind} has the id `{id}`") };
        let json = shown(key, &record);
        let words = serde_json::to_string_pretty(&json)?;
        return Ok(Answer::done(json, words));
    }
    let items = all(&store, kind, link).await?;
    let words: Vec<String> = items.iter().map(line).collect();
    let words = if words.is_empty() { format!("there is no {kind} to show") } else { words.join("\n") };
    Ok(Answer::done(json!({ "items": items }), words))
}

async fn all(store: &Store, kind: Kind, link: Option<(&str, Uuid)>) -> anyhow::Result<Vec<Value>> {
    let mut items = Vec::new();
    let mut after = None;
    loop {
        let page = match link {
            None => store.record_page(kind, after, PAGE_ROWS_MAX).await?,
            Some((name, target)) => store.linked_page(kind, name, target, after, PAGE_ROWS_MAX).await?,
        };
        let Some((last, _)) = page.last() else { return Ok(items) };
        after = Some(last.id);
        items.extend(page.iter().map(|(key, record)| shown(*key, record)));
    }
}

/// A record with its key and version, as the API shows it.
fn shown(key: Key, record: &Versioned) -> Value {
    json!({ "kind": key.kind.word(), "id": key.id.to_string(), "version": record.version, "record": record.record.to_json() })
}

/// A record on a line: its id, its state where it has one, and what it is called.
fn line(item: &Value) -> String {
    let text = |path: &str| item.pointer(path).and_then(Value::as_str);
    let state = text("/record/state/is").or_else(|| text("/record/state")).unwrap_or("-");
    let called = ["title", "name", "label", "statement", "text"];
    let called = called.iter().find_map(|name| text(&format!("/record/{name}"))).unwrap_or_default();
    let called: String = called.chars().take(80).collect();
    format!("{} {state:12} {called}", text("/id").unwrap_or_default()).trim_end().to_owned()
}

fn id_of(text: &str) -> anyhow::Result<Uuid> {
    Uuid::parse_str(text).with_context(|| format!("`{text}` is not an id"))
}

fn link_of(kind: Kind, text: &str) -> anyhow::Result<(&str, Uuid)> {
    let known = kind.links();
    let hint = || match known {
        [] => format!("a {kind} has no links"),
        known => format!("the links of a {kind} are {}", known.join(", ")),
    };
    match text.split_once('=') {
        Some((name, id)) if known.contains(&name) => Ok((name, id_of(id)?)),
        _ => bail!("--link takes LINK=ID, and not `{text}`; {}", hint()),
    }
}

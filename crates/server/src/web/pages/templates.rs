//! The organization's own Word files as templates: in use, earlier, and a new one sent.

use askama::Template as Page;
use assize_access::Action;
use assize_domain::document::{
    DocumentKind, Placeholder, TEMPLATE_BYTES_MAX, Template, TemplateState, placeholders,
};
use assize_domain::{AnyRecord, Key, Kind};
use assize_store::{PAGE_ROWS_MAX, Store, StoreError};
use axum::extract::{Multipart, Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use serde_json::json;

use super::act_href;
use crate::app::App;
use crate::problem::Fault;
use crate::query::id;
use crate::templates;
use crate::web::act::{NotDone, back_from, given, nonce};
use crate::web::form::{Posted, Wrong};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::upload::Sent;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many versions of templates are looked at.
const VERSIONS_MAX: usize = 2_000;
const PLACE: &str = "/settings/templates";

/// A version of a template.
struct Version {
    name: String,
    kind: String,
    revision: u32,
    since: String,
    file: String,
    record: String,
    retire: String,
    why: Option<String>,
}

/// A placeholder with what it stands for; of a list, those within it.
struct Named {
    /// Its name, in the pieces between which a line may be broken.
    token: Vec<String>,
    about: String,
    within: Vec<(Vec<String>, String)>,
}

impl Named {
    fn of(words: &Words, one: &Placeholder) -> Self {
        let about = |one: &Placeholder| words.say(&format!("placeholder-{}", one.key()));
        let token = match one.of {
            [] => format!("{{{{{}}}}}", one.name),
            _ => format!("{{{{#{name}}}}} … {{{{/{name}}}}}", name = one.name),
        };
        let within = one.of.iter().map(|within| (pieces(&format!("{{{{{}}}}}", within.name)), about(within)));
        Self { token: pieces(&token), about: about(one), within: within.collect() }
    }
}

/// A name in pieces that end with its dots: nowhere else may a line be broken.
fn pieces(token: &str) -> Vec<String> {
    token.split_inclusive('.').map(str::to_owned).collect()
}

#[derive(Page)]
#[template(path = "templates.html")]
struct TemplatesPage {
    frame: Frame,
    words: Words,
    now: Vec<Version>,
    earlier: Vec<Version>,
    may_keep: bool,
    /// The kinds of document: word, what it is called, whether it is chosen.
    kinds: Vec<(&'static str, String, bool)>,
    name: String,
    once: String,
    megabytes: u32,
    /// The kinds whose placeholders can be shown: what each is called, its address, whether it is the one that is.
    named: Vec<(String, String, bool)>,
    names: Vec<Named>,
    wrong: Vec<Wrong>,
}

impl TemplatesPage {
    fn wrong_at(&self, at: &str) -> Vec<String> {
        self.wrong.iter().filter(|wrong| wrong.at == at).map(|wrong| wrong.said(&self.words)).collect()
    }

    /// What is wrong with none of the fields.
    fn elsewhere(&self) -> Vec<String> {
        let known = ["/kind", "/name", "/file"];
        let elsewhere = self.wrong.iter().filter(|wrong| !known.contains(&wrong.at.as_str()));
        elsewhere.map(|wrong| wrong.said(&self.words)).collect()
    }
}

/// `GET /settings/templates`.
pub(crate) async fn page(State(app): State<App>, visitor: Visitor, uri: Uri) -> Result<Response, Fault> {
    let asked = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let names = asked.filled("names").and_then(|kind| kind.parse().ok()).unwrap_or(DocumentKind::Report);
    Ok(html(&view(&app, &visitor, (None, names), Vec::new()).await?))
}

/// `GET /settings/templates/{id}`: the file.
pub(crate) async fn file(
    State(app): State<App>,
    _visitor: Visitor,
    Path(template): Path<String>,
) -> Result<Response, Fault> {
    templates::file(&app, id(&template)?).await
}

/// `POST /settings/templates`: a file is looked at, kept, and adopted.
pub(crate) async fn adopt(
    State(app): State<App>,
    visitor: Visitor,
    form: Multipart,
) -> Result<Response, Fault> {
    let sent = Sent::read(form, u64::from(TEMPLATE_BYTES_MAX)).await?;
    let posted = &sent.posted;
    let kind = posted.filled("kind").and_then(|kind| kind.parse::<DocumentKind>().ok());
    let Some(((_, bytes), kind)) = sent.file.zip(kind) else {
        let missing = Wrong::whole(visitor.words.say("form-missing"));
        let wrong = Wrong { at: "/file".to_owned(), ..missing };
        return again(&app, &visitor, posted, vec![wrong]).await;
    };
    let (sha256, length) = match templates::kept(&app, bytes, kind).await {
        Ok(kept) => kept,
        Err(fault) if fault.refusals().is_empty() => return Err(fault),
        Err(fault) => {
            let wrong = fault.refusals().iter().map(|refusal| Wrong::refused(&visitor.words, refusal));
            return again(&app, &visitor, posted, wrong.collect()).await;
        }
    };
    let body = json!({ "kind": kind.word(), "name": posted.one("name").unwrap_or_default(),
        "sha256": sha256.to_string(), "bytes": length });
    let once = posted.filled("once").map_or_else(nonce, str::to_owned);
    let said = body.to_string();
    match given(&app, &visitor, "template.adopt", &body, None, (&once, &said)).await {
        Ok(done) => Ok(back_from(PLACE, "template.adopt", &done)),
        Err(NotDone::Wrong(wrong)) => again(&app, &visitor, posted, wrong).await,
        Err(NotDone::Fault(fault)) => Err(fault),
    }
}

/// The form once more, with what is wrong beside it.
async fn again(app: &App, visitor: &Visitor, posted: &Posted, wrong: Vec<Wrong>) -> Result<Response, Fault> {
    // A name that is unknown is looked up among those of the kind that was meant.
    let names = posted.filled("kind").and_then(|kind| kind.parse().ok()).unwrap_or(DocumentKind::Report);
    let page = view(app, visitor, (Some(posted), names), wrong).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
}

async fn view(
    app: &App,
    visitor: &Visitor,
    (posted, names): (Option<&Posted>, DocumentKind),
    wrong: Vec<Wrong>,
) -> Result<TemplatesPage, Fault> {
    let words = &visitor.words;
    let mut all = all(&app.store).await?;
    all.sort_by_key(|template| {
        (*template.kind(), template.name().to_string(), std::cmp::Reverse(*template.revision()))
    });
    let version = |template: &Template| Version {
        name: template.name().to_string(),
        kind: words.word("DocumentKind", template.kind().word()),
        revision: *template.revision(),
        since: words.time(template.stamp().at),
        file: format!("{PLACE}/{}", template.id()),
        record: super::href(Key::of(template.id())),
        retire: act_href("template.retire", &[("template", &template.id().to_string())], PLACE),
        why: match template.state() {
            TemplateState::Retired { reason: Some(reason), .. } => Some(reason.to_string()),
            TemplateState::Retired { reason: None, .. } | TemplateState::InUse => None,
        },
    };
    let chosen = posted.and_then(|posted| posted.filled("kind")).unwrap_or_default();
    let kinds = DocumentKind::ALL.iter().map(|kind| {
        let word = kind.word();
        (word, words.word("DocumentKind", word), word == chosen)
    });
    Ok(TemplatesPage {
        frame: Frame::of(visitor, "/settings", words.say("templates"))
            .under(words.say("settings"), "/settings"),
        now: all.iter().filter(|template| template.is_in_use()).map(version).collect(),
        earlier: all.iter().filter(|template| !template.is_in_use()).map(version).collect(),
        may_keep: visitor.asker.may_in_house(Action::Keep, "organization").await?,
        kinds: kinds.collect(),
        name: posted.and_then(|posted| posted.one("name")).unwrap_or_default().to_owned(),
        once: nonce(),
        megabytes: TEMPLATE_BYTES_MAX / 1_000_000,
        named: DocumentKind::ALL
            .iter()
            .map(|kind| {
                let to = format!("{PLACE}?names={}#names-title", kind.word());
                (words.word("DocumentKind", kind.word()), to, *kind == names)
            })
            .collect(),
        names: placeholders(names).iter().map(|one| Named::of(words, one)).collect(),
        wrong,
        words: words.clone(),
    })
}

/// Every version of every template.
async fn all(store: &Store) -> Result<Vec<Template>, StoreError> {
    let (mut all, mut after) = (Vec::new(), None);
    while all.len() < VERSIONS_MAX {
        let page = store.record_page(Kind::Template, after, PAGE_ROWS_MAX).await?;
        let Some((last, _)) = page.last() else { break };
        after = Some(last.id);
        all.extend(page.into_iter().filter_map(|(_, found)| match found.record {
            AnyRecord::Template(template) => Some(*template),
            _ => None,
        }));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::Language;

    #[test]
    fn what_each_placeholder_stands_for_is_said_in_every_language() {
        let (english, german) = (Words::new(Language::English, "UTC"), Words::new(Language::German, "UTC"));
        for kind in DocumentKind::ALL {
            let all = placeholders(*kind);
            for one in all.iter().flat_map(|one| std::iter::once(one).chain(one.of)) {
                let key = format!("placeholder-{}", one.key());
                assert_eq!(english.say(&key), one.about, "{}", one.name);
                assert_ne!(german.say(&key), key, "{}", one.name);
            }
        }
    }
}

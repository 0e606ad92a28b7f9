//! Texts of the organization: what it has written for each purpose and language, its versions, and where each was taken.

use askama::Template;
use assize_domain::kernel::id::AuditId;
use assize_domain::texts::{HouseText, HouseTextState, PLACEHOLDERS, TextKind};
use assize_domain::{AnyRecord, Key, Kind};
use assize_store::{PAGE_ROWS_MAX, Store, StoreError};
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use serde_json::{Value, json};

use super::act_href;
use crate::app::App;
use crate::problem::Fault;
use crate::web::act::{NotDone, given, nonce};
use crate::web::form::{Posted, Wrong};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::{Language, Words};

/// How many versions are looked through.
const VERSIONS_MAX: usize = 2_000;

#[derive(Template)]
#[template(path = "texts.html")]
struct TextsPage {
    frame: Frame,
    words: Words,
    /// The languages that texts can be in: their tags and names, and whether it is the one that is shown.
    languages: Vec<(String, String, bool)>,
    /// The tag of the one that is shown.
    tag: String,
    kinds: Vec<KindLine>,
    placeholders: Vec<(String, String)>,
    may_keep: bool,
}

/// A purpose, and what there is for it.
struct KindLine {
    name: String,
    about: String,
    /// The version in use.
    now: Option<Version>,
    earlier: Vec<Version>,
    /// The form for a new version.
    write: String,
}

/// A version of a text.
struct Version {
    revision: u32,
    text: String,
    since: String,
    /// Where it can be taken out of use.
    retire: String,
    record: String,
    /// Why it was taken out of use, where somebody said so.
    why: Option<String>,
}

#[derive(Template)]
#[template(path = "text_write.html")]
struct WritePage {
    frame: Frame,
    words: Words,
    kind: &'static str,
    about: String,
    tag: String,
    /// The name of the language.
    language: String,
    /// The text in use, to go on from.
    text: String,
    back: String,
    once: String,
    placeholders: Vec<(String, String)>,
}

/// `GET /settings/texts/write`.
pub(crate) async fn write(State(app): State<App>, visitor: Visitor, uri: Uri) -> Result<Response, Fault> {
    let words = &visitor.words;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let kind = query.filled("kind").and_then(|kind| kind.parse::<TextKind>().ok());
    let kind = kind.ok_or_else(|| Fault::not_found("there is no such text"))?;
    let language = query.filled("language").and_then(Language::of_tag).unwrap_or(words.language);
    let all = all(&app.store).await?;
    let now = all
        .iter()
        .find(|text| *text.kind() == kind && text.language().as_str() == language.tag() && text.is_in_use());
    let back = format!("/settings/texts?language={}", language.tag());
    Ok(html(&WritePage {
        frame: Frame::of(&visitor, "/settings", words.word("TextKind", kind.word()))
            .under(words.say("settings"), "/settings")
            .under(words.say("texts"), back.as_str()),
        kind: kind.word(),
        about: about(words, kind),
        tag: language.tag().to_owned(),
        language: Words::new(language, "UTC").say("language-name"),
        text: now.map(|text| text.text().to_string()).unwrap_or_default(),
        back,
        once: nonce(),
        placeholders: placeholders(words),
        words: words.clone(),
    }))
}

/// Where a text is offered.
fn about(words: &Words, kind: TextKind) -> String {
    words.say(&format!("texts-about-{}", kind.word().replace('_', "-")))
}

fn placeholders(words: &Words) -> Vec<(String, String)> {
    let named = |name: &&str| (format!("{{{name}}}"), words.say(&format!("texts-placeholder-{name}")));
    PLACEHOLDERS.iter().map(named).collect()
}

/// `GET /settings/texts`.
pub(crate) async fn page(State(app): State<App>, visitor: Visitor, uri: Uri) -> Result<Response, Fault> {
    let words = &visitor.words;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let shown = query.filled("language").and_then(Language::of_tag).unwrap_or(words.language);
    let all = all(&app.store).await?;
    let back = format!("/settings/texts?language={}", shown.tag());
    let version = |text: &HouseText| {
        let id = text.id().to_string();
        Version {
            revision: *text.revision(),
            text: text.text().to_string(),
            since: words.time(text.stamp().at),
            retire: act_href("text.retire", &[("house_text", &id)], &back),
            record: super::href(Key::of(text.id())),
            why: match text.state() {
                HouseTextState::Retired { reason: Some(reason), .. } => Some(reason.to_string()),
                HouseTextState::Retired { reason: None, .. } | HouseTextState::InUse => None,
            },
        }
    };
    let kinds = TextKind::ALL.iter().map(|kind| {
        let mut of_kind: Vec<&HouseText> = all
            .iter()
            .filter(|text| text.kind() == kind && text.language().as_str() == shown.tag())
            .collect();
        of_kind.sort_by_key(|text| std::cmp::Reverse(*text.revision()));
        let now = of_kind.iter().find(|text| text.is_in_use());
        KindLine {
            name: words.word("TextKind", kind.word()),
            about: about(words, *kind),
            now: now.map(|text| version(text)),
            earlier: of_kind.iter().filter(|text| !text.is_in_use()).map(|text| version(text)).collect(),
            write: format!("/settings/texts/write?kind={}&language={}", kind.word(), shown.tag()),
        }
    });
    let languages = Language::ALL.into_iter().map(|language| {
        let name = Words::new(language, "UTC").say("language-name");
        (language.tag().to_owned(), name, language == shown)
    });
    Ok(html(&TextsPage {
        frame: Frame::of(&visitor, "/settings", words.say("texts")).under(words.say("settings"), "/settings"),
        languages: languages.collect(),
        tag: shown.tag().to_owned(),
        kinds: kinds.collect(),
        placeholders: placeholders(words),
        may_keep: visitor.asker.may_in_house(assize_access::Action::Keep, "organization").await?,
        words: words.clone(),
    }))
}

/// Every version of every text.
async fn all(store: &Store) -> Result<Vec<HouseText>, StoreError> {
    let (mut found, mut after) = (Vec::new(), None);
    while found.len() < VERSIONS_MAX {
        let page = store.record_page(Kind::HouseText, after, PAGE_ROWS_MAX).await?;
        let Some((last, _)) = page.last() else { break };
        after = Some(last.id);
        found.extend(page.into_iter().filter_map(|(_, found)| match found.record {
            AnyRecord::HouseText(text) => Some(*text),
            _ => None,
        }));
    }
    Ok(found)
}

/// The purposes for which there is a text in use, in whatever language.
pub(crate) async fn kinds_in_use(store: &Store) -> Result<Vec<TextKind>, StoreError> {
    Ok(all(store).await?.iter().filter(|text| text.is_in_use()).map(|text| *text.kind()).collect())
}

/// Takes the text that fits a place into an audit, in the audit's language or else in another, and answers it with its placeholders filled.
///
/// # Errors
/// What the law refuses; what the store says.
pub(crate) async fn taken(
    app: &App,
    visitor: &Visitor,
    audit: AuditId,
    place: &str,
) -> Result<String, NotDone> {
    let fault = |error: StoreError| NotDone::Fault(error.into());
    let none = || NotDone::Wrong(vec![Wrong::whole(visitor.words.say("texts-none-here"))]);
    let kind = fitting(place).ok_or_else(none)?;
    let of_audit = match app.store.record(Key::of(audit)).await.map_err(fault)?.map(|found| found.record) {
        Some(AnyRecord::Audit(audit)) => audit.initiation().as_ref().map(|one| one.language.to_string()),
        _ => None,
    };
    let language = of_audit.unwrap_or_else(|| visitor.words.language.tag().to_owned());
    let all = all(&app.store).await.map_err(fault)?;
    let mut of_kind = all.iter().filter(|text| *text.kind() == kind && text.is_in_use());
    let own = of_kind.clone().find(|text| text.language().as_str() == language);
    let text = own.or_else(|| of_kind.next()).ok_or_else(none)?;
    let body = json!({ "audit": audit.to_string(), "house_text": text.id().to_string(), "place": place });
    let said = body.to_string();
    let done = given(app, visitor, "text.take", &body, None, (&nonce(), &said)).await?;
    let taken = match done.subject() {
        Some(key) => app.store.record(key).await.map_err(fault)?.map(|found| found.record),
        None => None,
    };
    match taken {
        Some(AnyRecord::TextUse(taken)) => Ok(taken.text().to_string()),
        _ => Err(NotDone::Fault(Fault::internal("a text was taken and is not there"))),
    }
}

/// Puts a text at a place of a form's value: after what stands there already, so that nothing typed is lost.
pub(crate) fn put(value: &mut Value, at: &str, text: &str) {
    let held = value.pointer(at).and_then(Value::as_str).map(str::trim_end).unwrap_or_default();
    let both = if held.is_empty() { text.to_owned() } else { format!("{held}\n\n{text}") };
    let Some((above, name)) = at.rsplit_once('/') else { return };
    if let Some(object) = value.pointer_mut(above).and_then(Value::as_object_mut) {
        object.insert(name.to_owned(), Value::String(both));
    }
}

/// Whether a command has places for texts of the organization.
pub(crate) fn is_of(command: &str) -> bool {
    matches!(
        command,
        "meeting.record" | "audit.contact" | "plan.draft" | "plan.edit" | "report.draft" | "report.edit"
    )
}

/// What a place in a command's form is for, by which its text is found: an item of a checklist, or a field of the act.
pub(crate) fn place_of(command: &str, value: &Value, at: &str) -> Option<String> {
    let text = |pointer: &str| value.pointer(pointer).and_then(Value::as_str);
    match (command, at) {
        ("meeting.record", "/minutes") => Some(format!("meeting.{}", text("/kind")?)),
        ("audit.contact", "/note") => Some("audit.contact".to_owned()),
        _ => {
            // A note on an item of an agenda, or the text of an item of a plan or a report.
            let (row, name) = at.rsplit_once('/')?;
            if !matches!(name, "text" | "note") {
                return None;
            }
            text(&format!("{row}/item")).map(str::to_owned)
        }
    }
}

/// What of the organization's texts fits a place: an item of a checklist, or a field of an act.
pub(crate) fn fitting(place: &str) -> Option<TextKind> {
    Some(match place {
        "audit_plan.confidentiality" | "audit_report.confidentiality" | "opening_meeting.confidentiality" => {
            TextKind::Confidentiality
        }
        "audit_plan.objectives" => TextKind::PlanIntroduction,
        "audit_plan.methods" | "audit_report.sampling" | "closing_meeting.sample" => TextKind::SamplingLimits,
        "audit_report.summary" => TextKind::ReportIntroduction,
        "audit_report.distribution" => TextKind::Distribution,
        "meeting.opening" => TextKind::OpeningAgenda,
        "meeting.closing" => TextKind::ClosingAgenda,
        "audit.contact" => TextKind::Invitation,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stands_after_what_was_typed() {
        let mut value =
            json!({ "items": [{ "item": "audit_report.summary" }, { "item": "x", "text": "Mine\n" }] });
        put(&mut value, "/items/0/text", "Theirs");
        put(&mut value, "/items/1/text", "Theirs");
        put(&mut value, "/nothing/1/text", "Theirs");
        assert_eq!(value.pointer("/items/0/text"), Some(&json!("Theirs")));
        assert_eq!(value.pointer("/items/1/text"), Some(&json!("Mine\n\nTheirs")));
    }

    #[test]
    fn places_are_known_by_what_they_are_for() {
        let value = json!({ "kind": "opening", "items": [{ "item": "audit_report.sampling" }] });
        let kind = |command: &str, at: &str| place_of(command, &value, at).and_then(|place| fitting(&place));
        assert_eq!(kind("meeting.record", "/minutes"), Some(TextKind::OpeningAgenda));
        assert_eq!(kind("report.edit", "/items/0/text"), Some(TextKind::SamplingLimits));
        assert_eq!(kind("report.edit", "/items/0/omitted"), None);
        assert_eq!(kind("report.edit", "/items/7/text"), None);
        assert_eq!(kind("audit.contact", "/note"), Some(TextKind::Invitation));
        assert_eq!(kind("audit.contact", "/channel"), None);
    }
}

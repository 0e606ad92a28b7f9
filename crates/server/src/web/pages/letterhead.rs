//! What the documents of the organization look like: its logo, one colour, an address and a footer, with a picture of what comes of it.

use askama::Template;
use assize_domain::auditee::letterhead::{LETTERHEAD_LINE_CHARS_MAX, LOGO_BYTES_MAX};
use assize_domain::auditee::{Letterhead, Organization, organization_id};
use assize_domain::kernel::datum::Datum;
use assize_domain::{AnyRecord, Key};
use axum::extract::{Multipart, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use crate::app::App;
use crate::letterhead;
use crate::problem::Fault;
use crate::web::act::{NotDone, back_from, given, nonce};
use crate::web::form::{Posted, Wrong};
use crate::web::frame::{Frame, Sign};
use crate::web::guard::html;
use crate::web::upload::Sent;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// The accent of documents where the organization has none of its own.
const ACCENT: &str = "#1f4e5f";
/// The side of the box that a logo is shown in on the picture of a cover, in its units: long and short.
const BOX: (u32, u32) = (80, 16);

#[derive(Template)]
#[template(path = "letterhead.html")]
struct LetterheadPage {
    frame: Frame,
    words: Words,
    /// The name of the organization; none where it has none yet, and so nothing can be said of its documents.
    name: Option<String>,
    /// The address of the logo, and what is to be said of its file.
    logo: Option<(String, String)>,
    accent: String,
    address: String,
    footer: String,
    version: Option<i64>,
    once: String,
    kilobytes: u32,
    chars_max: usize,
    wrong: Vec<Wrong>,
    /// What the cover looks like as it stands.
    cover: Cover,
}

/// A picture of the cover: what of it is the organization's own.
struct Cover {
    accent: String,
    logo: Option<(String, u32, u32)>,
    address: Option<String>,
    footer: Option<String>,
}

impl LetterheadPage {
    fn wrong_at(&self, at: &str) -> Vec<String> {
        let at = format!("/letterhead/{at}");
        self.wrong.iter().filter(|wrong| wrong.at == at).map(|wrong| wrong.said(&self.words)).collect()
    }

    /// What is wrong with none of the fields.
    fn elsewhere(&self) -> Vec<String> {
        let known = ["logo", "accent", "address", "footer"].map(|at| format!("/letterhead/{at}"));
        self.wrong
            .iter()
            .filter(|wrong| !known.contains(&wrong.at))
            .map(|wrong| wrong.said(&self.words))
            .collect()
    }
}

/// `GET /settings/letterhead`.
pub(crate) async fn page(State(app): State<App>, visitor: Visitor) -> Result<Response, Fault> {
    Ok(html(&view(&app, &visitor, None, Vec::new()).await?))
}

/// `POST /settings/letterhead`.
pub(crate) async fn set(
    State(app): State<App>,
    visitor: Visitor,
    form: Multipart,
) -> Result<Response, Fault> {
    let sent = Sent::read(form, u64::from(LOGO_BYTES_MAX)).await?;
    let (version, standing) = standing(&app).await?;
    let Some(organization) = standing else {
        return Err(Fault::not_found("the organization has no name yet"));
    };
    let posted = &sent.posted;
    let seen = posted.filled("version").and_then(|seen| seen.parse::<i64>().ok()).or(Some(version));
    let held = organization.letterhead().as_ref().and_then(|letterhead| letterhead.logo.as_ref());
    let logo = match (sent.file, posted.one("no_logo")) {
        (Some((_, bytes)), _) => match letterhead::kept(&app, bytes).await {
            Ok(logo) => Some(logo),
            Err(fault) if fault.refusals().is_empty() => return Err(fault),
            Err(fault) => {
                let wrong = fault.refusals().iter().map(|refusal| Wrong::refused(&visitor.words, refusal));
                return again(&app, &visitor, posted, wrong.collect()).await;
            }
        },
        (None, Some(_)) => None,
        (None, None) => held.cloned(),
    };
    let line = |name: &str| posted.filled(name).map_or(Value::Null, |text| json!(text));
    let accent = posted.filled("accent").map(str::to_ascii_lowercase);
    let body = json!({ "organization": organization_id().to_string(), "letterhead": {
        "logo": logo.as_ref().map(Datum::to_json), "accent": accent,
        "address": line("address"), "footer": line("footer") } });
    let once = posted.filled("once").map_or_else(nonce, str::to_owned);
    let said = body.to_string();
    match given(&app, &visitor, "organization.set_letterhead", &body, seen, (&once, &said)).await {
        Ok(done) => Ok(back_from("/settings/letterhead", "organization.set_letterhead", &done)),
        Err(NotDone::Wrong(wrong)) => again(&app, &visitor, posted, wrong).await,
        Err(NotDone::Fault(fault)) => Err(fault),
    }
}

/// `GET /organization/logo`.
pub(crate) async fn logo(
    State(app): State<App>,
    _visitor: Visitor,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    letterhead::file(&app, &headers).await
}

/// The form once more, with what is wrong beside it and the rest as it was typed.
async fn again(app: &App, visitor: &Visitor, posted: &Posted, wrong: Vec<Wrong>) -> Result<Response, Fault> {
    let page = view(app, visitor, Some(posted), wrong).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
}

async fn standing(app: &App) -> Result<(i64, Option<Organization>), Fault> {
    Ok(match app.store.record(Key::of(organization_id())).await? {
        Some(found) => match found.record {
            AnyRecord::Organization(organization) => (found.version, Some(*organization)),
            _ => (0, None),
        },
        None => (0, None),
    })
}

async fn view(
    app: &App,
    visitor: &Visitor,
    posted: Option<&Posted>,
    wrong: Vec<Wrong>,
) -> Result<LetterheadPage, Fault> {
    let words = &visitor.words;
    let (version, organization) = standing(app).await?;
    let letterhead =
        organization.as_ref().and_then(|found| found.letterhead().clone()).unwrap_or(Letterhead::NONE);
    let address = visitor.house.as_ref().map(Sign::of).and_then(|sign| sign.logo);
    let logo = letterhead.logo.as_ref().zip(address.clone()).map(|(logo, address)| {
        let sides = format!("{} × {}", logo.width, logo.height);
        let media = words.word("LogoMedia", logo.media.word());
        (address, words.with2("letterhead-file", "media", media, "sides", sides))
    });
    let text = |name: &str, held: Option<String>| match posted {
        Some(posted) => posted.one(name).unwrap_or_default().to_owned(),
        None => held.unwrap_or_default(),
    };
    let cover = Cover {
        accent: letterhead.accent.as_ref().map_or_else(|| ACCENT.to_owned(), ToString::to_string),
        logo: letterhead.logo.as_ref().zip(address).map(|(logo, address)| {
            let (width, height) = fitted(logo.width, logo.height);
            (address, width, height)
        }),
        address: letterhead.address.as_ref().map(ToString::to_string),
        footer: letterhead.footer.as_ref().map(ToString::to_string),
    };
    let frame =
        Frame::of(visitor, "/settings", words.say("letterhead")).under(words.say("settings"), "/settings");
    Ok(LetterheadPage {
        frame,
        words: words.clone(),
        name: organization.as_ref().map(|found| found.name().to_string()),
        logo,
        accent: text("accent", letterhead.accent.as_ref().map(ToString::to_string)),
        address: text("address", letterhead.address.as_ref().map(ToString::to_string)),
        footer: text("footer", letterhead.footer.as_ref().map(ToString::to_string)),
        version: organization.as_ref().map(|_| version),
        once: nonce(),
        kilobytes: LOGO_BYTES_MAX / 1_000,
        chars_max: LETTERHEAD_LINE_CHARS_MAX,
        wrong,
        cover,
    })
}

/// The sides of a picture as large as it fits into its box.
fn fitted(width: u32, height: u32) -> (u32, u32) {
    let (long, short) = BOX;
    let (width, height) = (width.max(1), height.max(1));
    if u64::from(long) * u64::from(height) <= u64::from(short) * u64::from(width) {
        (long, (long * height / width).max(1))
    } else {
        ((short * width / height).max(1), short)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_logo_keeps_its_sides() {
        assert_eq!(super::fitted(400, 100), (64, 16));
        assert_eq!(super::fitted(1_000, 100), (80, 8));
        assert_eq!(super::fitted(16, 16), (16, 16));
    }
}

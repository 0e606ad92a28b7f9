//! Signing on the spot: a meeting's text, shown to somebody without an account, and what they sign it with; and how such signatures are shown.

use askama::Template;
use assize_access::Action;
use assize_domain::audit::{Audit, Meeting, SpotSignature};
use assize_domain::kernel::id::{MeetingId, PersonId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::text::DRAWING_SIDES;
use assize_domain::{Key, World};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::fieldwork::{name, stamped};
use super::{checklist, href};
use crate::app::App;
use crate::problem::Fault;
use crate::query::id;
use crate::web::act::nonce;
use crate::web::assets;
use crate::web::form::Choice;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// A signature as it is shown.
pub(super) struct Signed {
    pub(super) href: String,
    pub(super) name: String,
    pub(super) function: String,
    /// The data of the path that was drawn.
    pub(super) drawing: Option<String>,
    pub(super) stamp: String,
    /// Whether a passkey signed it.
    pub(super) by_passkey: bool,
    /// Where the minutes were corrected after it: that it is a signature of the earlier text.
    pub(super) earlier: Option<String>,
}

/// The signatures of a meeting, in the order of signing.
pub(super) fn signed(
    world: &World,
    words: &Words,
    meeting: &Meeting,
    all: &[&SpotSignature],
) -> Result<Vec<Signed>, Stop> {
    let of = all.iter().filter(|one| *one.meeting() == meeting.id());
    of.map(|one| {
        let earlier = match meeting.corrections_since(one.shown()) {
            Some(0) => None,
            Some(since) => Some(words.with("spot-earlier", "count", since)),
            None => Some(words.say("spot-other")),
        };
        Ok(Signed {
            href: href(Key::of(one.id())),
            name: one.name().to_string(),
            function: one.function().to_string(),
            drawing: one.drawing().as_ref().map(ToString::to_string),
            by_passkey: one.passkey().is_some(),
            stamp: stamped(world, words, one.stamp())?,
            earlier,
        })
    })
    .collect()
}

#[derive(Template)]
#[template(path = "spot.html")]
struct SpotPage {
    frame: Frame,
    words: Words,
    meeting: MeetingId,
    kind: String,
    held: String,
    place: String,
    attendance: Vec<(String, String)>,
    agenda: Vec<(String, bool, Option<String>)>,
    minutes: Option<String>,
    digest: String,
    /// Who of the attendance has not signed this text, but for whoever attests.
    signers: Vec<Choice>,
    signed: Vec<Signed>,
    back: String,
    once: String,
    script: String,
    sides: [u32; 2],
    /// Whether passkeys can be made under the address that the page was asked for at.
    takes_passkeys: bool,
}

/// `GET /meetings/{id}/sign`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(meeting): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let meeting: MeetingId = id(&meeting)?;
    let takes_passkeys = app.entrance.site.takes_passkeys(&headers);
    let page = app
        .store
        .ask(|world| spot(world, &visitor, meeting, takes_passkeys))
        .await
        .map_err(Fault::unanswered)?;
    // Who signs sees the text of the meeting: so whoever shows it to them may see it.
    visitor.asker.demand_any(&[Action::See], Key::of(meeting)).await?;
    Ok(html(&page))
}

fn spot(
    world: &World,
    visitor: &Visitor,
    meeting: MeetingId,
    takes_passkeys: bool,
) -> Result<SpotPage, Stop> {
    let words = &visitor.words;
    let meeting = world.get::<Meeting>(meeting)?;
    let audit = world.get::<Audit>(*meeting.audit())?;
    let all = world.list::<SpotSignature>("meeting", meeting.id())?;
    world.want(meeting.attendance().iter().map(|there| there.person))?;
    world.want(all.iter().filter_map(|one| one.stamp().by.person()))?;
    let digest = meeting.digest();
    let has_signed = |person: PersonId| {
        meeting.signed().iter().any(|stamp| stamp.by.person() == Some(person))
            || all.iter().any(|one| *one.person() == Some(person) && *one.shown() == digest)
    };
    let mut attendance = Vec::new();
    let mut signers = Vec::new();
    for there in meeting.attendance() {
        let who = name(world, words, there.person)?;
        if !has_signed(there.person) && visitor.person() != Some(there.person) {
            signers.push(Choice::new(there.person.to_string(), format!("{who}, {}", there.function)));
        }
        attendance.push((who, there.function.to_string()));
    }
    let kind = words.word("MeetingKind", meeting.kind().word());
    let tab = format!("/audits/{}/meetings", audit.id());
    let agenda = meeting.agenda().iter().map(|item| {
        let label = checklist::named(words, item.item.as_str());
        (label, item.covered, item.note.as_ref().map(ToString::to_string))
    });
    Ok(SpotPage {
        frame: Frame::of(visitor, "/audits", words.with("spot", "kind", kind.as_str()))
            .under(words.say("nav-audits"), "/audits")
            .under(audit.title().to_string(), href(Key::of(audit.id())))
            .under(words.say("audit-tab-meetings"), tab),
        words: words.clone(),
        meeting: meeting.id(),
        kind,
        held: words.time(*meeting.held()),
        place: meeting.place().to_string(),
        attendance,
        agenda: agenda.collect(),
        minutes: meeting.minutes().as_ref().map(ToString::to_string),
        digest: digest.to_string(),
        signers,
        signed: signed(world, words, meeting, &all)?,
        back: format!("/meetings/{}/sign", meeting.id()),
        once: nonce(),
        script: assets::address("spot.js"),
        sides: DRAWING_SIDES,
        takes_passkeys,
    })
}

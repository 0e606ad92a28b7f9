//! The risks and opportunities of a programme itself (ISO 19011:2018 5.3).

use askama::Template;
use assize_domain::World;
use assize_domain::kernel::id::ProgrammeId;
use assize_domain::kernel::refusal::Stop;
use assize_domain::programme::{Programme, ProgrammeRisk};
use assize_domain::words::RiskKind;
use assize_pictures::risk::{RiskItem, RiskKind as Sign, RiskWords};
use assize_pictures::{Caption, RiskMatrix};
use axum::extract::{Path, State};
use axum::response::Response;

use super::{Head, People, Somebody, frame};
use crate::app::App;
use crate::problem::Fault;
use crate::query::id;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::picture::Picture;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// A risk or an opportunity.
struct Line {
    number: u32,
    kind: String,
    area: String,
    text: String,
    /// Likelihood times consequence.
    level: u8,
    likelihood: u8,
    consequence: u8,
    treatment: String,
    owner: Somebody,
}

#[derive(Template)]
#[template(path = "programme_risks.html")]
struct RisksPage {
    frame: Frame,
    words: Words,
    head: Head,
    picture: Picture,
    lines: Vec<Line>,
}

/// `GET /programmes/{id}/risks`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(programme): Path<String>,
) -> Result<Response, Fault> {
    let programme: ProgrammeId = id(&programme)?;
    let page = app.store.ask(|world| view(world, &visitor, programme));
    let mut page = page.await.map_err(Fault::unanswered)?;
    page.head.open_to(&visitor.asker).await?;
    Ok(html(&page))
}

fn view(world: &World, visitor: &Visitor, id: ProgrammeId) -> Result<RisksPage, Stop> {
    let words = &visitor.words;
    let programme = world.get::<Programme>(id)?;
    let people = People::of(world, words, programme.risks().iter().map(|risk| risk.owner))?;
    // The gravest first, risks before opportunities; the numbers are those of the picture.
    let mut risks: Vec<&ProgrammeRisk> = programme.risks().iter().collect();
    risks.sort_by_key(|risk| (risk.kind == RiskKind::Opportunity, std::cmp::Reverse(level(risk))));
    let numbered = || (1_u32..).zip(&risks);
    let items = numbered().map(|(number, risk)| RiskItem {
        number,
        label: risk.text.to_string(),
        kind: match risk.kind {
            RiskKind::Risk => Sign::Risk,
            RiskKind::Opportunity => Sign::Opportunity,
        },
        likelihood: risk.likelihood,
        consequence: risk.consequence,
        // A text that is cut to its place cannot name a link; the table below has it whole.
        href: None,
    });
    let matrix = RiskMatrix {
        caption: Caption {
            title: words.say("risks-title"),
            description: words.say("risks-about"),
            empty: words.say("risks-none"),
            left_out: words.say("picture-left-out"),
        },
        words: risk_words(words),
        items: items.collect(),
    };
    let lines = numbered().map(|(number, risk)| Line {
        number,
        kind: words.word("RiskKind", risk.kind.word()),
        area: words.word("ProgrammeRiskArea", risk.area.word()),
        text: risk.text.to_string(),
        level: level(risk),
        likelihood: risk.likelihood,
        consequence: risk.consequence,
        treatment: risk.treatment.to_string(),
        owner: people.name(risk.owner),
    });
    Ok(RisksPage {
        frame: frame(visitor, programme, Some("programme-tab-risks")),
        words: words.clone(),
        head: Head::of(words, programme, "/risks", &format!("/programmes/{id}/risks")),
        picture: Picture::of(words, matrix.figure(&Picture::page("risks"))),
        lines: lines.collect(),
    })
}

const fn level(risk: &ProgrammeRisk) -> u8 {
    risk.likelihood.saturating_mul(risk.consequence)
}

fn risk_words(words: &Words) -> RiskWords {
    let steps = |keys: [&str; 5]| keys.map(|key| words.say(key));
    RiskWords {
        number: words.say("risk-number"),
        kind: words.field("ProgrammeRisk", "kind"),
        item: words.field("ProgrammeRisk", "text"),
        risk: words.say("risks-heading"),
        opportunity: words.say("opportunities-heading"),
        likelihood: words.say("risk-likelihood"),
        consequence: words.say("risk-consequence"),
        likelihoods: steps(["likelihood-1", "likelihood-2", "likelihood-3", "likelihood-4", "likelihood-5"]),
        consequences: steps([
            "consequence-1",
            "consequence-2",
            "consequence-3",
            "consequence-4",
            "consequence-5",
        ]),
    }
}

//! Reviewing and improving a programme (ISO 19011:2018 5.7).

use askama::Template;
use assize_domain::kernel::id::ProgrammeId;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Date;
use assize_domain::programme::indicators::Indicators;
use assize_domain::programme::{ImprovementAction, Programme, ProgrammeState};
use assize_domain::{Key, World};
use assize_store::FeedbackGlance;
use axum::extract::{Path, State};
use axum::response::Response;

use super::figures::{all, mean_said};
use super::{Head, People, Somebody, frame, person_of};
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::{act_href, href};
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many marks are shown.
const FEEDBACK_MAX: i64 = 20;
/// How many reviews, and how many actions, are shown.
const SHOWN_MAX: usize = 30;

/// A review.
struct Reviewed {
    at: String,
    by: String,
    conclusions: String,
    lessons: String,
}

/// An action to improve the programme.
struct Action {
    text: String,
    owner: Somebody,
    due: String,
    late: bool,
    /// When it was done, and with what result.
    done: Option<(String, String)>,
    /// The way to finish it.
    finish: String,
}

/// What an auditee said.
struct Said {
    audit: (String, String),
    from: Somebody,
    mark: i64,
    text: Option<String>,
    at: String,
}

#[derive(Template)]
#[template(path = "programme_review.html")]
struct ReviewPage {
    frame: Frame,
    words: Words,
    head: Head,
    reviews: Vec<Reviewed>,
    /// Open actions first, those due earliest before the others.
    actions: Vec<Action>,
    open: usize,
    feedback: Vec<Said>,
    mean: Option<String>,
    indicators: Vec<(String, String, bool)>,
    /// The way to review it, while it is implemented.
    review: Option<String>,
}

/// `GET /programmes/{id}/review`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(programme): Path<String>,
) -> Result<Response, Fault> {
    let programme: ProgrammeId = id(&programme)?;
    let today = now(&app)?.date();
    let found = app.store.indicators(programme, today).await.map_err(Fault::unanswered)?;
    let feedback = app.store.feedback_glances(programme, FEEDBACK_MAX).await?;
    let page = app.store.ask(|world| {
        Showing { world, visitor: &visitor, programme: world.get::<Programme>(programme)?, today }
            .page(&found, &feedback)
    });
    let mut page = page.await.map_err(Fault::unanswered)?;
    page.head.open_to(&visitor.asker).await?;
    page.review = visitor.asker.open_way(page.review.take()).await?;
    Ok(html(&page))
}

struct Showing<'s> {
    world: &'s World,
    visitor: &'s Visitor,
    programme: &'s Programme,
    today: Date,
}

impl Showing<'_> {
    fn page(&self, found: &Indicators, feedback: &[FeedbackGlance]) -> Result<ReviewPage, Stop> {
        let (words, programme) = (&self.visitor.words, self.programme);
        let reviews = programme.reviews().iter().rev().take(SHOWN_MAX);
        let mut actions: Vec<&ImprovementAction> = programme.actions().iter().collect();
        actions.sort_by_key(|action| (action.done.is_some(), action.due));
        actions.truncate(SHOWN_MAX);
        let named = reviews.clone().filter_map(|review| person_of(&review.stamp));
        let named = named.chain(actions.iter().map(|action| action.owner));
        let people =
            People::of(self.world, words, named.chain(feedback.iter().map(|feedback| feedback.from)))?;
        let reviewed = reviews.map(|review| Reviewed {
            at: words.time(review.stamp.at),
            by: people.by(&review.stamp),
            conclusions: review.conclusions.to_string(),
            lessons: review.lessons.to_string(),
        });
        let said = feedback.iter().map(|feedback| Said {
            audit: (feedback.title.to_string(), href(Key::of(feedback.audit))),
            from: people.name(feedback.from),
            mark: feedback.mark,
            text: feedback.text.as_ref().map(ToString::to_string),
            at: words.date(feedback.at.date()),
        });
        let id = programme.id().to_string();
        let implementing = matches!(programme.state(), ProgrammeState::Implementing { .. });
        Ok(ReviewPage {
            frame: frame(self.visitor, programme, Some("programme-tab-review")),
            words: words.clone(),
            head: Head::of(words, programme, "/review", &self.back()),
            reviews: reviewed.collect(),
            open: programme.actions().iter().filter(|action| action.done.is_none()).count(),
            actions: actions.iter().map(|action| self.action(&people, action)).collect(),
            feedback: said.collect(),
            mean: found.feedback_hundredths.map(|mean| mean_said(words, mean, found.feedback_count)),
            indicators: all(words, found),
            review: implementing.then(|| act_href("programme.review", &[("programme", &id)], &self.back())),
        })
    }

    fn back(&self) -> String {
        format!("/programmes/{}/review", self.programme.id())
    }

    fn action(&self, people: &People<'_>, action: &ImprovementAction) -> Action {
        let words = &self.visitor.words;
        let id = self.programme.id().to_string();
        let fields = [("programme", id.as_str()), ("action", action.key.as_str())];
        Action {
            text: action.text.to_string(),
            owner: people.name(action.owner),
            due: words.date(action.due),
            late: action.done.is_none() && action.due < self.today,
            done: action
                .done
                .as_ref()
                .map(|done| (words.date(done.stamp.at.date()), done.result.to_string())),
            finish: act_href("programme.finish_action", &fields, &self.back()),
        }
    }
}

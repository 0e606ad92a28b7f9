//! Mail: whether it is set up, what waits, what failed and why, for whoever looks after the installation; and how often each is written to.

use askama::Template;
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::text::Email;
use assize_domain::kernel::time::Timestamp;
use assize_domain::{AnyRecord, Key};
use assize_store::{
    HowOften, LetterGlance, LetterState, LetterTally, MAIL_DAYS_BOUNDS, MAIL_DAYS_FACT, SENT_KEPT_DAYS,
    SecurityKind,
};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse as _, Redirect, Response};

use super::shown::names;
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::mail::{MailContent, due_at, test};
use crate::problem::{FORBIDDEN, Fault};
use crate::web::form::{Choice, Posted};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// The page's address.
const HERE: &str = "/settings/mail";
/// The page of each for themselves.
const OWN: &str = "/settings/letters";
/// How many letters a page shows.
const LINES: usize = 100;

/// A letter as it is shown: neither its subject nor its text.
struct Line {
    id: String,
    made: String,
    kind: String,
    whom: String,
    state: String,
    tries: i64,
    next: Option<String>,
    failed: Option<String>,
    can_retry: bool,
}

#[derive(Template)]
#[template(path = "mail.html")]
struct MailPage {
    frame: Frame,
    words: Words,
    /// The mail server and the sender, where mail is set up.
    server: Option<(String, String)>,
    content: String,
    tally: LetterTally,
    kept_days: i64,
    states: Vec<Choice>,
    state: String,
    lines: Vec<Line>,
    /// The next page, where there is one.
    next: Option<String>,
    days: String,
    days_min: i64,
    days_max: i64,
    address: String,
    /// What is wrong, and in which section.
    wrong: Option<(&'static str, String)>,
}

impl MailPage {
    fn wrong_in(&self, section: &str) -> Option<&str> {
        self.wrong.as_ref().filter(|(at, _)| *at == section).map(|(_, what)| what.as_str())
    }
}

#[derive(Template)]
#[template(path = "letters.html")]
struct LettersPage {
    frame: Frame,
    words: Words,
    choices: Vec<Choice>,
    chosen: &'static str,
    /// The address that letters go to.
    address: Option<String>,
    zone: String,
    is_set_up: bool,
    saved: bool,
}

/// `GET /settings/mail`.
pub(crate) async fn page(State(app): State<App>, visitor: Visitor, uri: Uri) -> Result<Response, Fault> {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    Ok(html(&shown(&app, &visitor, &query, None).await?))
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    query: &Posted,
    wrong: Option<(&'static str, String)>,
) -> Result<MailPage, Fault> {
    let words = &visitor.words;
    let state: Option<LetterState> = query.filled("state").and_then(|state| state.parse().ok());
    let before: Option<i64> = query.filled("before").and_then(|before| before.parse().ok());
    let rows = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    let mut letters = app.store.letters(state, before, rows).await?;
    let more = letters.len() > LINES;
    letters.truncate(LINES);
    let word = state.map_or("", LetterState::word);
    let next =
        letters.last().filter(|_| more).map(|last| format!("{HERE}?state={word}&before={}", last.made_at));
    let people: Vec<Key> = letters.iter().filter_map(|letter| letter.person.map(Key::of)).collect();
    let known = names(app, visitor, people).await?;
    let lines = letters.into_iter().map(|letter| {
        let name = letter.person.and_then(|person| known.get(&Key::of(person)).cloned());
        line(words, letter, name)
    });
    let states = LetterState::ALL
        .iter()
        .map(|state| Choice::new(state.word(), words.say(&format!("mail-state-{}", state.word()))));
    let (days_min, days_max) = MAIL_DAYS_BOUNDS;
    let days = match query.one("days") {
        Some(typed) if wrong.is_some() => typed.to_owned(),
        _ => app.store.mail_days().await?.to_string(),
    };
    let own = match visitor.person() {
        Some(person) => address_of(app, person).await?,
        None => None,
    };
    let mut frame =
        Frame::of(visitor, "/settings", words.say("mail")).under(words.say("settings"), "/settings");
    // What is answered to a form is this page too: whoever chooses a language comes back to it.
    frame.here = HERE.to_owned();
    Ok(MailPage {
        frame,
        words: words.clone(),
        server: app.mail.mailer.as_ref().map(|mailer| (mailer.server(), mailer.from())),
        content: words.say(match app.mail.content {
            MailContent::Nothing => "mail-content-nothing",
            MailContent::Names => "mail-content-names",
        }),
        tally: app.store.letter_tally().await?,
        kept_days: SENT_KEPT_DAYS,
        states: states.collect(),
        state: word.to_owned(),
        lines: lines.collect(),
        next,
        days,
        days_min: i64::from(days_min),
        days_max: i64::from(days_max),
        address: query.filled("address").map(str::to_owned).or(own).unwrap_or_default(),
        wrong,
    })
}

fn line(words: &Words, letter: LetterGlance, name: Option<String>) -> Line {
    let at = |millis: i64| Timestamp::from_millis(millis).map(|at| words.time(at)).unwrap_or_default();
    let state = words.say(&format!("mail-state-{}", letter.state.word()));
    Line {
        made: at(letter.made_at),
        kind: words.say(&format!("mail-kind-{}", letter.kind)),
        whom: name.unwrap_or(letter.address),
        state: match letter.ended_at {
            Some(ended) => format!("{state}, {}", at(ended)),
            None => state,
        },
        tries: letter.tries,
        next: (letter.state == LetterState::Waiting && letter.tries > 0).then(|| at(letter.due_at)),
        failed: letter.failed,
        can_retry: letter.can_retry && (letter.state == LetterState::GivenUp || letter.tries > 0),
        id: letter.id,
    }
}

async fn address_of(app: &App, person: PersonId) -> Result<Option<String>, Fault> {
    Ok(match app.store.record(Key::of(person)).await?.map(|found| found.record) {
        Some(AnyRecord::Person(person)) => person.email().as_ref().map(|email| email.as_str().to_owned()),
        _ => None,
    })
}

/// `POST /settings/mail`: how many days before something is due it is said.
pub(crate) async fn keep(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let (least, most) = MAIL_DAYS_BOUNDS;
    let typed = posted.one("days").and_then(|days| days.parse::<u32>().ok());
    let Some(days) = typed.filter(|days| (least..=most).contains(days)) else {
        let (least, most) = (i64::from(least), i64::from(most));
        let what = visitor.words.with2("security-days-wrong", "least", least, "most", most);
        let page = shown(&app, &visitor, &posted, Some(("days", what))).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response());
    };
    app.store.set_meta(MAIL_DAYS_FACT, &days.to_string()).await?;
    visitor.asker.note(SecurityKind::AccountChanged, None, &format!("mail {days} days before")).await?;
    Ok(Redirect::to(HERE).into_response())
}

/// `POST /settings/mail/test`: a letter by which somebody tries whether mail arrives.
pub(crate) async fn send_test(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let Some(address) = posted.filled("address").and_then(|text| text.parse::<Email>().ok()) else {
        let what = visitor.words.say("mail-test-wrong");
        let page = shown(&app, &visitor, &posted, Some(("test", what))).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response());
    };
    let name = visitor.name.clone().unwrap_or_else(|| visitor.words.say("operator"));
    let site = app.entrance.site.origin();
    let own = match visitor.person() {
        Some(person) => address_of(&app, person).await?.filter(|own| own == address.as_str()).map(|_| person),
        None => None,
    };
    app.store.post(&test(&visitor.words, &name, own, address.as_str(), site)).await?;
    Ok(Redirect::to(HERE).into_response())
}

/// `POST /settings/mail/{id}/retry`.
pub(crate) async fn retry(
    State(app): State<App>,
    _visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    if !app.store.retry_letter(&id).await? {
        return Err(Fault::not_found("there is no such letter to send again"));
    }
    Ok(Redirect::to(HERE).into_response())
}

/// `GET /settings/letters`: how often one is written to.
pub(crate) async fn own(State(app): State<App>, visitor: Visitor, uri: Uri) -> Result<Response, Fault> {
    let person = person(&visitor)?;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let words = visitor.words.clone();
    let choices = HowOften::ALL
        .iter()
        .map(|how| Choice::new(how.word(), words.say(&format!("mail-often-{}", how.word()))));
    Ok(html(&LettersPage {
        frame: Frame::of(&visitor, "/settings", words.say("letters"))
            .under(words.say("settings"), "/settings"),
        choices: choices.collect(),
        chosen: app.store.mail_choice(person).await?.word(),
        address: address_of(&app, person).await?,
        zone: words.zone().iana_name().unwrap_or("UTC").to_owned(),
        is_set_up: app.mail.mailer.is_some(),
        saved: query.one("saved").is_some(),
        words,
    }))
}

/// `POST /settings/letters`.
pub(crate) async fn choose(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let person = person(&visitor)?;
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let Some(how_often) = posted.one("often").and_then(|word| word.parse::<HowOften>().ok()) else {
        return Ok(Redirect::to(OWN).into_response());
    };
    let due_at = due_at(app.store.now(), visitor.words.zone(), how_often);
    app.store.choose_mail(person, how_often, due_at).await?;
    Ok(Redirect::to(&format!("{OWN}?saved=1")).into_response())
}

/// Who is written to; the operator of the host is nobody of the register.
fn person(visitor: &Visitor) -> Result<PersonId, Fault> {
    visitor.person().ok_or_else(|| {
        Fault::new(&FORBIDDEN, "letters go to people of the register; the operator of the host is none")
    })
}

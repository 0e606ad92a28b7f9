//! Letters, made of what people are to be told of: who is told, and in which words.

use std::collections::BTreeSet;

use assize_access::Action;
use assize_domain::audit::Audit;
use assize_domain::auditor::Person;
use assize_domain::kernel::act::Actor;
use assize_domain::kernel::id::{AuditId, PersonId};
use assize_domain::{AnyRecord, Key};
use assize_store::{HowOften, INVITATION_MILLIS, Letter, Notice, NoticeKind, Store, Waiting};

use super::MailContent;
use super::times::{by_day, due_at};
use crate::access::{Asker, Origin};
use crate::app::App;
use crate::problem::Fault;
use crate::web::href;
use crate::web::words::{IntoWord as _, Language, Word, Words};

/// What parts a letter from its foot, as programs that read mail know it.
const FOOT: &str = "\n-- \n";
/// How many things a letter lists; of the rest it says how many there are.
const LISTED_MAX: usize = 30;

/// Whom a notice tells, each from which time on, in milliseconds after 1970.
pub(super) async fn whom(app: &App, notice: &Notice, now: i64) -> Result<Vec<(PersonId, i64)>, Fault> {
    let Some(told) = notice.kind.told() else { return Ok(Vec::new()) };
    if told.is_security() {
        return Ok(vec![(PersonId::from(notice.subject.id), now)]);
    }
    let Some(ties) = app.store.ties(notice.subject).await? else { return Ok(Vec::new()) };
    let mut people: Vec<PersonId> = ties
        .people
        .iter()
        .filter(|(person, role)| told.who.contains(role) && Some(*person) != notice.by)
        .map(|(person, _)| *person)
        .collect();
    people.sort_unstable();
    people.dedup();
    let mut whom = Vec::with_capacity(people.len());
    for id in people {
        if !sees(app, id, notice.subject).await? {
            continue;
        }
        let Some(person) = person(&app.store, id).await? else { continue };
        let zone = words_for(&app.store, &person).await?.zone().clone();
        let how_often = app.store.mail_choice(id).await?;
        let at = match (how_often, notice.due) {
            (HowOften::AtOnce, Some(_)) => by_day(now, &zone),
            _ => due_at(now, &zone, how_often),
        };
        whom.push((id, at));
    }
    Ok(whom)
}

/// Whether somebody may see a record: nobody is told of what they may not.
async fn sees(app: &App, person: PersonId, key: Key) -> Result<bool, Fault> {
    let asker = Asker::of(app, &Actor::Person { person }, Origin::default()).await?;
    Ok(asker.may(Action::See, key).await?)
}

async fn person(store: &Store, id: PersonId) -> Result<Option<Person>, Fault> {
    Ok(match store.record(Key::of(id)).await?.map(|found| found.record) {
        Some(AnyRecord::Person(person)) => Some(*person),
        _ => None,
    })
}

/// The words in which somebody is written to: in the language they chose, else the first of theirs that is one of ours.
pub(crate) async fn words_for(store: &Store, person: &Person) -> Result<Words, Fault> {
    let chosen = store.language_of(person.id()).await?;
    let chosen = chosen.as_deref().and_then(Language::of_tag);
    let spoken = || person.languages().iter().find_map(|language| Language::of_tag(language.as_str()));
    let language = chosen.or_else(spoken).unwrap_or(Language::English);
    Ok(Words::new(language, person.zone().as_str()))
}

/// The letters that tell somebody of what waits for them, each with the notices that it tells of. A letter about an account stands alone; what
/// nobody may be told of any more, or has no address to go to, is in one without a letter.
pub(super) async fn letters(
    app: &App,
    waiting: &Waiting,
) -> Result<Vec<(Vec<String>, Option<Letter>)>, Fault> {
    let ids = |notices: &[&Notice]| notices.iter().map(|notice| notice.id.clone()).collect::<Vec<_>>();
    let all: Vec<&Notice> = waiting.notices.iter().collect();
    let Some(person) = person(&app.store, waiting.person).await? else { return Ok(vec![(ids(&all), None)]) };
    let Some(address) = person.email().as_ref().map(|email| email.as_str().to_owned()) else {
        return Ok(vec![(ids(&all), None)]);
    };
    let words = words_for(&app.store, &person).await?;
    let to = To { app, words: &words, person: &person, address };
    let is_security = |notice: &Notice| notice.kind.told().is_some_and(assize_store::Told::is_security);
    let (alone, together): (Vec<&Notice>, Vec<&Notice>) =
        all.into_iter().partition(|notice| is_security(notice));
    let mut letters = Vec::new();
    for notice in alone {
        letters.push((vec![notice.id.clone()], Some(to.about_account(notice))));
    }
    let (mut seen, mut unseen) = (Vec::new(), Vec::new());
    for notice in together {
        let list = if sees(app, waiting.person, notice.subject).await? { &mut seen } else { &mut unseen };
        list.push(notice);
    }
    if !unseen.is_empty() {
        letters.push((ids(&unseen), None));
    }
    if !seen.is_empty() {
        letters.push((ids(&seen), Some(to.about(&seen).await?)));
    }
    Ok(letters)
}

/// Somebody who is written to.
struct To<'a> {
    app: &'a App,
    words: &'a Words,
    person: &'a Person,
    address: String,
}

impl To<'_> {
    fn letter(&self, kind: &'static str, subject: String, paragraphs: &[String]) -> Letter {
        Letter {
            kind,
            person: Some(self.person.id()),
            address: self.address.clone(),
            language: self.words.language.tag().to_owned(),
            subject,
            body: body(self.words, self.person.name().as_str(), paragraphs, &self.site()),
        }
    }

    fn site(&self) -> String {
        self.app.entrance.site.origin().to_owned()
    }

    fn address_of(&self, key: Key) -> String {
        format!("{}{}", self.site(), href(key))
    }

    /// A letter about an account. It says nothing of an audit.
    fn about_account(&self, notice: &Notice) -> Letter {
        let what = self.words.say(&key_of(notice.kind));
        let advice = self.words.say("mail-security-advice");
        let here = format!("{}/settings/sign-in", self.site());
        self.letter("security", what.clone(), &[what, advice, here])
    }

    /// A letter about what waits: one thing, or several.
    async fn about(&self, notices: &[&Notice]) -> Result<Letter, Fault> {
        let words = self.words;
        let names = self.app.mail.content == MailContent::Names;
        let links = self.doors(notices).await?;
        let by_door = !links.is_empty();
        let (subject, mut paragraphs) = match notices {
            [only] if names => (self.named(only).await?, Vec::new()),
            [_] => (words.say("mail-waits-subject"), Vec::new()),
            _ => {
                let subject = words.with("mail-waits-many", "count", notices.len());
                (subject.clone(), vec![format!("{subject}.")])
            }
        };
        if names {
            for notice in notices.iter().take(LISTED_MAX) {
                let said = self.named(notice).await?;
                let address = self.address_of(notice.subject);
                paragraphs.push(if by_door { said } else { format!("{said}\n{address}") });
            }
            let rest = notices.len().saturating_sub(LISTED_MAX);
            if rest > 0 {
                paragraphs.push(words.with("mail-waits-more", "count", rest));
            }
        } else if let [only] = notices {
            paragraphs.push(self.bare(only));
        }
        if by_door {
            paragraphs.push(words.with("mail-by-door", "count", links.len()));
            paragraphs.extend(links);
            return Ok(self.letter("door_notice", subject, &paragraphs));
        }
        if !self.can_sign_in().await? {
            paragraphs.push(words.say("mail-no-account"));
        }
        paragraphs.push(words.say("mail-opens"));
        paragraphs.push(match notices {
            [only] => self.address_of(only.subject),
            _ => format!("{}/", self.site()),
        });
        Ok(self.letter("notice", subject, &paragraphs))
    }

    /// Whether they have a way to sign in.
    async fn can_sign_in(&self) -> Result<bool, Fault> {
        let account = self.app.store.account(self.person.id()).await?;
        let provider = self.app.entrance.provider.as_ref();
        Ok(account.is_some_and(|account| account.is_set_up() || account.used_at.is_some())
            || provider.is_some_and(|provider| provider.settings.just_in_time))
    }

    /// Links to the auditee's doors that lead whoever has no account to what waits: one for each audit that has one open for them.
    async fn doors(&self, notices: &[&Notice]) -> Result<Vec<String>, Fault> {
        let mut links = Vec::new();
        if self.can_sign_in().await? {
            return Ok(links);
        }
        let mut audits = BTreeSet::new();
        for notice in notices {
            audits.extend(self.found(notice.subject).await?.as_ref().and_then(audit_of));
        }
        for audit in audits {
            if let Some(secret) = self.app.store.door_link_for(self.person.id(), audit).await? {
                links.push(format!("{}/enter/{secret}", self.site()));
            }
        }
        Ok(links)
    }

    async fn found(&self, key: Key) -> Result<Option<AnyRecord>, Fault> {
        Ok(self.app.store.record(key).await?.map(|found| found.record))
    }

    /// That something waits, and when it is due, and nothing else.
    fn bare(&self, notice: &Notice) -> String {
        let words = self.words;
        match (notice.due, notice.kind) {
            (None, _) => words.say("mail-waits"),
            (Some(due), NoticeKind::AnswerDueSoon | NoticeKind::StepDueSoon | NoticeKind::CheckDueSoon) => {
                words.with("mail-due-soon", "due", words.date(due))
            }
            (Some(_), NoticeKind::AnswerDueToday | NoticeKind::StepDueToday | NoticeKind::CheckDueToday) => {
                words.say("mail-due-today")
            }
            (Some(due), _) => words.with("mail-overdue", "due", words.date(due)),
        }
    }

    /// What happened, with the name of the audit, and of a finding its number and title.
    async fn named(&self, notice: &Notice) -> Result<String, Fault> {
        let found = self.found(notice.subject).await?;
        let finding = match &found {
            Some(AnyRecord::Finding(finding)) => format!("{}, {}", finding.number(), finding.text().title),
            _ => String::new(),
        };
        let audit = found.as_ref().and_then(audit_of);
        let audit = self.audit(audit).await?.map(|audit| audit.title().to_string()).unwrap_or_default();
        let due = notice.due.map(|due| self.words.date(due)).unwrap_or_default();
        let values: [(&str, Word); 3] =
            [("audit", audit.into_word()), ("finding", finding.into_word()), ("due", due.into_word())];
        Ok(self.words.with_all(&key_of(notice.kind), &values))
    }

    async fn audit(&self, id: Option<AuditId>) -> Result<Option<Audit>, Fault> {
        let Some(id) = id else { return Ok(None) };
        Ok(match self.found(Key::of(id)).await? {
            Some(AnyRecord::Audit(audit)) => Some(*audit),
            _ => None,
        })
    }
}

/// The audit that a record people are told of belongs to.
fn audit_of(record: &AnyRecord) -> Option<AuditId> {
    match record {
        AnyRecord::Finding(finding) => Some(*finding.audit()),
        AnyRecord::Plan(plan) => Some(*plan.audit()),
        AnyRecord::InfoRequest(request) => Some(*request.audit()),
        AnyRecord::Report(report) => Some(*report.audit()),
        AnyRecord::Audit(audit) => Some(audit.id()),
        _ => None,
    }
}

fn key_of(kind: NoticeKind) -> String {
    format!("notice-{}", kind.word())
}

/// A letter's text: whom it is to, what it says, and who sends it.
fn body(words: &Words, name: &str, paragraphs: &[String], site: &str) -> String {
    let mut text = vec![words.with("mail-hello", "name", name)];
    text.extend(paragraphs.iter().cloned());
    let foot = words.with("mail-foot", "site", site);
    format!("{}\n{FOOT}{foot}\n", text.join("\n\n"))
}

/// The letter by which somebody is invited to set up how they sign in. `link` is good for whoever has it; `site` is where people reach the pages.
/// Nothing where they have no address.
///
/// # Errors
/// What goes wrong with the store.
pub async fn invitation(
    store: &Store,
    id: PersonId,
    link: &str,
    site: &str,
) -> Result<Option<Letter>, assize_store::StoreError> {
    let Some(AnyRecord::Person(person)) = store.record(Key::of(id)).await?.map(|found| found.record) else {
        return Ok(None);
    };
    let Some(address) = person.email().as_ref().map(|email| email.as_str().to_owned()) else {
        return Ok(None);
    };
    let spoken = person.languages().iter().find_map(|language| Language::of_tag(language.as_str()));
    let words = Words::new(spoken.unwrap_or(Language::English), person.zone().as_str());
    let subject = words.say("mail-invitation");
    let about = words.with("mail-invitation-about", "hours", INVITATION_MILLIS / 3_600_000);
    let paragraphs = [about, link.to_owned(), words.say("mail-invitation-other")];
    Ok(Some(Letter {
        kind: "invitation",
        person: Some(id),
        address,
        language: words.language.tag().to_owned(),
        body: body(&words, person.name().as_str(), &paragraphs, site),
        subject,
    }))
}

/// The letter that says to its owner that an endpoint of webhooks was disabled; nothing where they have no address.
pub(crate) async fn about_webhook(
    app: &App,
    person: &Person,
    label: &str,
    webhook: &str,
) -> Result<Option<Letter>, Fault> {
    let Some(address) = person.email().as_ref().map(|email| email.as_str().to_owned()) else {
        return Ok(None);
    };
    let words = words_for(&app.store, person).await?;
    let to = To { app, words: &words, person, address };
    let subject = words.say("webhook-disabled-subject");
    let about = words.with("webhook-disabled-about", "label", label);
    let here = format!("{}/settings/webhooks/{webhook}", to.site());
    Ok(Some(to.letter("webhook", subject, &[about, here])))
}

/// A letter by which somebody tries whether mail arrives.
pub(crate) fn test(words: &Words, name: &str, person: Option<PersonId>, address: &str, site: &str) -> Letter {
    let subject = words.say("mail-test-subject");
    Letter {
        kind: "test",
        person,
        address: address.to_owned(),
        language: words.language.tag().to_owned(),
        body: body(words, name, &[words.say("mail-test-about")], site),
        subject,
    }
}

/// The same for the command line, in English.
#[must_use]
pub fn test_in_english(address: &str, site: &str) -> Letter {
    let words = Words::new(Language::English, "UTC");
    let name = words.say("operator");
    test(&words, &name, None, address, site)
}

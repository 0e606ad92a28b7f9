//! The page of a person: what they show and until when, what they audited, what bars them, and what is missing.

use askama::Template;
use assize_domain::auditee::Auditee;
use assize_domain::auditor::code::CODE;
use assize_domain::auditor::competence::{clause, competence};
use assize_domain::auditor::impartiality::bars;
use assize_domain::auditor::{Appraisal, Credential, Person, Relation};
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::text::Slug;
use assize_domain::kernel::time::{Date, Period};
use assize_domain::policy::Policy;
use assize_domain::words::{AppraisalResult, AuditType, CredentialKind, TeamRole};
use assize_domain::{Actor, Key, Kind, World};
use assize_pictures::validity::{ValidityRow, ValidityState, ValidityWords};
use assize_pictures::{Caption, Validity};
use assize_store::PersonAudit;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use uuid::Uuid;

use super::{
    Link, RECENT_MONTHS, SOON_DAYS, Standing, amount, day, house_policy, judged_roles, languages, last_shown,
};
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::web::code::{Pledge, pledges};
use crate::web::form::Posted;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::access::rights_href;
use crate::web::pages::programme::policy::source_said;
use crate::web::pages::{act_href, href, record_href};
use crate::web::picture::{self, Picture};
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many audits a page of somebody's log has.
const AUDITS: usize = 20;

/// What is missing, by which clause, and the act that would end it, for whoever may do it.
pub(crate) struct Lack {
    pub(crate) what: String,
    pub(crate) clause: &'static str,
    pub(crate) act: Option<Link>,
}

/// Whether somebody is competent for a role today.
struct RoleToday {
    word: String,
    met: bool,
    said: String,
}

/// The question about a role and a date, as it was asked.
struct Question {
    roles: Vec<(String, String, bool)>,
    on: String,
    wrong: bool,
    met: bool,
    answer: String,
    rows: Vec<Answered>,
}

/// The answer by a criterion.
struct Answered {
    area: String,
    by: String,
    clause: &'static str,
    asked: String,
    shown: String,
    met: bool,
    evidence: Vec<(String, Option<String>)>,
}

/// Something that shows competence.
struct Held {
    title: String,
    about: String,
    period: String,
    state: String,
    evidence: Option<String>,
    withdraw: String,
}

/// An audit in the log.
struct Logged {
    title: String,
    href: String,
    auditee: String,
    role: String,
    window: String,
    state: String,
}

/// An evaluation.
struct Evaluated {
    when: String,
    by: String,
    method: String,
    role: String,
    result: String,
    meets: bool,
    audit: Option<Link>,
    reasons: String,
    behaviours: Vec<(String, bool, String)>,
    followed: Option<String>,
    follow_up: Option<String>,
    href: String,
}

/// A relation to an auditee with what it bars.
struct Related {
    kind: String,
    auditee: Link,
    part: Option<String>,
    period: String,
    remark: Option<String>,
    withdrawn: Option<String>,
    bars: Vec<Barring>,
    acts: Vec<Link>,
}

/// What a relation bars.
struct Barring {
    what: String,
    until: String,
    liftable: bool,
    source: String,
}

#[derive(Template)]
#[template(path = "person.html")]
struct PersonPage {
    frame: Frame,
    words: Words,
    facts: Vec<(String, String)>,
    /// The code of conduct, where they accepted it as it reads now.
    pledges: Vec<Pledge>,
    lacks: Vec<Lack>,
    roles: Vec<RoleToday>,
    question: Question,
    picture: Picture,
    held: Vec<Held>,
    logged: Vec<Logged>,
    earlier: Option<String>,
    evaluated: Vec<Evaluated>,
    developed: Vec<(String, String, String, String)>,
    developed_hours: Option<String>,
    declared: Vec<(String, String, String, bool)>,
    related: Vec<Related>,
    absences: Vec<(String, String, String)>,
    acts: Acts,
    record: String,
    rights: String,
    /// Where the profile is, but for its ending.
    profile: String,
}

/// The acts that record something about a person.
struct Acts {
    update: String,
    credential: String,
    development: String,
    absence: String,
    /// Where their calendar is taken in.
    calendar: Option<String>,
    relation: String,
    /// For others than the person themselves.
    appraisal: Option<String>,
    /// For the person themselves alone.
    interests: Option<String>,
    code: Option<String>,
}

/// `GET /people/{id}`.
pub(crate) async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path(person): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let person: PersonId = id(&person)?;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let today = now(&app)?.date();
    let before: Option<Uuid> = query.one("audits").and_then(|before| before.parse().ok());
    let rows_max = i64::try_from(AUDITS + 1).unwrap_or(i64::MAX);
    let reach = visitor.asker.reach(Kind::Audit).await?.whole();
    let logged = app.store.person_audits(person, &reach, before, rows_max).await?;
    let asking = Asking {
        role: query.one("role").and_then(|role| role.parse().ok()).unwrap_or(TeamRole::Auditor),
        on: query.filled("on").map(str::parse),
    };
    let page = app.store.ask(|world| {
        let person = world.get::<Person>(person)?;
        let view = View { world, words: &visitor.words, person, policy: house_policy(world)?, today };
        view.page(&visitor, &asking, &logged)
    });
    let mut page = page.await.map_err(Fault::unanswered)?;
    page.acts.calendar = visitor.asker.open_way(Some(format!("/people/{person}/calendar"))).await?;
    Ok(html(&page))
}

/// The question about a role and a date.
struct Asking {
    role: TeamRole,
    on: Option<Result<Date, assize_domain::kernel::text::BadValue>>,
}

/// What a person's page is made from.
struct View<'v> {
    world: &'v World,
    words: &'v Words,
    person: &'v Person,
    policy: Policy,
    today: Date,
}

impl View<'_> {
    fn page(&self, visitor: &Visitor, asking: &Asking, logged: &[PersonAudit]) -> Result<PersonPage, Stop> {
        let words = self.words;
        let person = self.person.id();
        let own = visitor.person() == Some(person);
        let mut appraisals = self.world.list::<Appraisal>("person", person)?;
        appraisals.sort_by_key(|appraisal| std::cmp::Reverse(appraisal.stamp().at));
        let relations = self.world.list::<Relation>("person", person)?;
        let acts = self.acts(own);
        let development_since = self.today.minus_days(365);
        let recent = self.person.development().iter().filter(|one| one.on > development_since);
        let hours: u32 = recent.fold(0, |sum, one| sum.saturating_add(one.hours));
        Ok(PersonPage {
            frame: Frame::of(visitor, "/people", self.person.name().to_string())
                .under(words.say("nav-people"), "/people"),
            words: words.clone(),
            facts: self.facts(),
            pledges: if self.has_accepted() { pledges(words) } else { Vec::new() },
            lacks: self.lacks(own, &acts, &appraisals, !logged.is_empty()),
            roles: judged_roles(&self.policy).map(|role| self.role_today(role)).collect(),
            question: self.question(asking),
            picture: Picture::of(words, self.validity()),
            held: self.person.credentials().iter().map(|credential| self.held(credential)).collect(),
            logged: logged.iter().take(AUDITS).map(|logged| self.logged(logged)).collect(),
            earlier: last_shown(logged, AUDITS).map(|last| format!("?audits={}#audits-title", last.audit.id)),
            evaluated: appraisals
                .iter()
                .map(|appraisal| self.evaluated(appraisal, own))
                .collect::<Result<_, Stop>>()?,
            developed: self.developed(),
            developed_hours: (hours > 0)
                .then(|| words.with("people-development-year", "count", i64::from(hours))),
            declared: self.declared()?,
            related: relations
                .into_iter()
                .map(|relation| self.related(relation, own))
                .collect::<Result<_, Stop>>()?,
            absences: self.absences(),
            record: record_href(Key::of(person)),
            rights: rights_href(person),
            profile: format!("{}/files/profile", href(Key::of(person))),
            acts,
        })
    }

    fn act(&self, command: &str, fields: &[(&str, &str)]) -> String {
        let id = self.person.id().to_string();
        let mut all = vec![("person", id.as_str())];
        all.extend_from_slice(fields);
        act_href(command, &all, &href(Key::of(self.person.id())))
    }

    /// An act on another record than the person.
    fn act_on(&self, command: &str, field: &str, id: &str) -> String {
        act_href(command, &[(field, id)], &href(Key::of(self.person.id())))
    }

    /// Whether they accepted the code as it reads now.
    fn has_accepted(&self) -> bool {
        self.person.code().as_ref().is_some_and(|code| code.code.as_str() == CODE)
    }

    fn acts(&self, own: bool) -> Acts {
        Acts {
            update: self.act("person.update", &[]),
            credential: self.act("credential.add", &[]),
            development: self.act("development.record", &[]),
            absence: self.act("absence.add", &[]),
            calendar: None,
            relation: self.act("relation.declare", &[]),
            appraisal: (!own).then(|| self.act("appraisal.record", &[])),
            interests: own.then(|| self.act("interests.declare", &[])),
            code: (own && !self.has_accepted()).then(|| self.act("code.accept", &[("code", CODE)])),
        }
    }

    fn facts(&self) -> Vec<(String, String)> {
        let (words, person) = (self.words, self.person);
        let mut facts = vec![
            (words.field("Person", "employer"), person.employer().to_string()),
            (words.field("Person", "languages"), languages(words, person)),
            (words.field("Person", "zone"), person.zone().to_string()),
        ];
        if let Some(email) = person.email() {
            facts.insert(1, (words.field("Person", "email"), email.to_string()));
        }
        if let Some(code) = person.code() {
            let said = words.with2("people-code", "code", code.code.to_string(), "when", words.time(code.at));
            facts.push((words.field("Person", "code"), said));
        }
        facts
    }

    fn role_today(&self, role: TeamRole) -> RoleToday {
        let found = competence(&self.policy, self.person, role, self.today);
        let open = found.criteria.iter().filter(|criterion| !criterion.is_met());
        let open: Vec<String> = open
            .map(|criterion| {
                let area = self.words.area(criterion.area.as_str());
                format!("{area}: {}", self.words.word("CredentialKind", criterion.by.word()))
            })
            .collect();
        let met = found.is_met();
        let said = if met {
            self.words.say("people-competent")
        } else {
            self.words.with("people-lacks", "what", open.join(", "))
        };
        RoleToday { word: self.words.word("TeamRole", role.word()), met, said }
    }

    /// What is missing of a person, the gravest first. Of somebody who does not audit nothing is.
    fn lacks(&self, own: bool, acts: &Acts, appraisals: &[&Appraisal], audits: bool) -> Vec<Lack> {
        let (words, person, today) = (self.words, self.person, self.today);
        let link = |command: &str, href: &str| Some((words.command(command), href.to_owned()));
        let mut lacks = Vec::new();
        if person.credentials().is_empty() {
            let what = words.say("people-lack-credentials");
            let act = link("credential.add", &acts.credential);
            lacks.push(Lack { what, clause: "ISO 19011:2018 7.2.4", act });
            if !audits {
                return lacks;
            }
        }
        if !self.has_accepted() {
            let what = words.say(if own { "people-lack-code-own" } else { "people-lack-code" });
            let act = acts.code.as_ref().and_then(|href| link("code.accept", href));
            lacks.push(Lack { what, clause: "ISO 19011:2018 4", act });
        }
        if person.declarations().is_empty() {
            let what = words.say(if own { "people-lack-interests-own" } else { "people-lack-interests" });
            let act = acts.interests.as_ref().and_then(|href| link("interests.declare", href));
            lacks.push(Lack { what, clause: "ISO/IEC 27007:2020 5.5.4", act });
        }
        for (what, clause) in self.lapses() {
            lacks.push(Lack { what, clause, act: link("credential.add", &acts.credential) });
        }
        let waiting =
            |one: &&&Appraisal| one.followed().is_none() && !matches!(one.result(), AppraisalResult::Meets);
        if let Some(appraisal) = appraisals.iter().find(waiting) {
            let what = words.with("people-lack-followed", "when", words.date(appraisal.stamp().at.date()));
            let href = self.act_on("appraisal.follow_up", "appraisal", &appraisal.id().to_string());
            let act = (!own).then(|| (words.command("appraisal.follow_up"), href));
            lacks.push(Lack { what, clause: "ISO 19011:2018 7.5", act });
        }
        let recent = |date: Date| date.plus_months(RECENT_MONTHS) >= today;
        if audits && !appraisals.first().is_some_and(|last| recent(last.stamp().at.date())) {
            let what = words.say("people-lack-appraisal");
            let act = acts.appraisal.as_ref().and_then(|href| link("appraisal.record", href));
            lacks.push(Lack { what, clause: "ISO 19011:2018 7.4", act });
        }
        if !person.development().iter().any(|one| recent(one.on)) {
            let what = words.say("people-lack-development");
            let act = link("development.record", &acts.development);
            lacks.push(Lack { what, clause: "ISO 19011:2018 7.6", act });
        }
        lacks
    }

    /// Criteria that were met and are no longer, or will soon be met no longer; each once.
    fn lapses(&self) -> Vec<(String, &'static str)> {
        let words = self.words;
        let mut seen: Vec<(&Slug, CredentialKind)> = Vec::new();
        let mut lapses = Vec::new();
        for criterion in &self.policy.competence {
            let what = (&criterion.area, criterion.by);
            let (key, date) = match Standing::of(criterion, self.person, self.today) {
                Standing::Lapsed(last) => ("people-lack-lapsed", last),
                Standing::EndsSoon(until) => ("people-lack-ends-soon", until),
                Standing::Met(_) | Standing::Growing | Standing::Missing => continue,
            };
            if !seen.contains(&what) {
                seen.push(what);
                let kind = words.word("CredentialKind", criterion.by.word());
                let said = format!("{}: {kind}", words.area(criterion.area.as_str()));
                let said = match key {
                    "people-lack-lapsed" => {
                        words.with2("people-lack-lapsed", "what", said, "when", words.date(date))
                    }
                    _ => words.with2("people-lack-ends-soon", "what", said, "when", words.date(date)),
                };
                lapses.push((said, "ISO 19011:2018 7.6"));
            }
        }
        lapses
    }

    fn question(&self, asking: &Asking) -> Question {
        let words = self.words;
        let on = match &asking.on {
            Some(Ok(on)) => *on,
            Some(Err(_)) | None => self.today,
        };
        let found = competence(&self.policy, self.person, asking.role, on);
        let rows = found.criteria.iter().map(|criterion| Answered {
            area: words.area(criterion.area.as_str()),
            by: words.word("CredentialKind", criterion.by.word()),
            clause: clause(asking.role, &criterion.area),
            asked: amount(words, criterion.by, criterion.asked),
            shown: amount(words, criterion.by, criterion.shown),
            met: criterion.is_met(),
            evidence: criterion.credentials.iter().filter_map(|key| self.evidence_of(key)).collect(),
        });
        let rows: Vec<Answered> = rows.collect();
        let role = words.word("TeamRole", asking.role.word());
        let values = [
            ("name", crate::web::words::Word::Text(self.person.name().to_string())),
            ("role", crate::web::words::Word::Text(role)),
            ("date", crate::web::words::Word::Text(words.date(on))),
        ];
        let met = found.is_met();
        let answer = match (rows.is_empty(), met) {
            (true, _) => words.with_all("people-answer-free", &values),
            (false, true) => words.with_all("people-answer-yes", &values),
            (false, false) => words.with_all("people-answer-no", &values),
        };
        Question {
            roles: TeamRole::ALL
                .iter()
                .map(|role| {
                    let word = role.word().to_owned();
                    (word.clone(), words.word("TeamRole", &word), *role == asking.role)
                })
                .collect(),
            on: on.to_string(),
            wrong: matches!(asking.on, Some(Err(_))),
            met,
            answer,
            rows,
        }
    }

    /// The credential of a key, in words, with where its evidence is.
    fn evidence_of(&self, key: &Slug) -> Option<(String, Option<String>)> {
        let credential = self.person.credentials().iter().find(|one| one.key == *key)?;
        let said = format!(
            "{} ({}, {})",
            credential.title,
            credential.issuer,
            self.words.period(&credential.period)
        );
        Some((said, credential.evidence.map(|evidence| href(Key::of(evidence)))))
    }

    fn state(&self, credential: &Credential) -> ValidityState {
        let Period { from: _, to } = credential.period;
        match (credential.kind, to) {
            (CredentialKind::Education | CredentialKind::Experience, _) => ValidityState::Lasting,
            (_, Some(to)) if to < self.today => ValidityState::Lapsed,
            (_, Some(to)) if to <= self.today.plus_days(SOON_DAYS) => ValidityState::EndsSoon,
            (CredentialKind::Training | CredentialKind::Qualification | CredentialKind::Skill, _) => {
                ValidityState::Valid
            }
        }
    }

    fn state_word(&self, state: ValidityState) -> String {
        match state {
            ValidityState::Lasting => self.words.say("people-lasting"),
            ValidityState::Valid => self.words.say("people-valid"),
            ValidityState::EndsSoon => self.words.say("people-ends-soon"),
            ValidityState::Lapsed => self.words.say("people-lapsed"),
        }
    }

    fn validity(&self) -> assize_pictures::Figure {
        let words = self.words;
        let mut credentials: Vec<&Credential> = self.person.credentials().iter().collect();
        credentials.sort_by_key(|one| (one.area.clone(), one.period.from));
        let rows = credentials.iter().filter_map(|credential| {
            Some(ValidityRow {
                group: words.area(credential.area.as_str()),
                name: credential.title.to_string(),
                kind: words.word("CredentialKind", credential.kind.word()),
                state: self.state(credential),
                from: day(credential.period.from)?,
                to: credential.period.to.and_then(day),
                href: None,
            })
        });
        let validity = Validity {
            caption: Caption {
                title: words.say("people-timeline"),
                description: words.say("people-timeline-about"),
                empty: words.say("people-credentials-empty"),
                left_out: words.say("people-left-out"),
            },
            words: ValidityWords {
                group: words.field("Credential", "area"),
                what: words.field("Credential", "title"),
                kind: words.field("Credential", "kind"),
                state: words.say("people-state"),
                from: words.say("people-from"),
                to: words.say("people-to"),
                today: words.say("people-today"),
                lasting: words.say("people-lasting"),
                valid: words.say("people-valid"),
                ends_soon: words.say("people-ends-soon"),
                lapsed: words.say("people-lapsed"),
                dates: picture::dates(words),
            },
            today: day(self.today),
            rows: rows.collect(),
        };
        validity.figure(&Picture::page("validity"))
    }

    fn held(&self, credential: &Credential) -> Held {
        let kind = self.words.word("CredentialKind", credential.kind.word());
        let area = self.words.area(credential.area.as_str());
        let mut about = format!("{area} · {kind} · {}", credential.issuer);
        if let Some(much) = credential.amount {
            about = format!("{about} · {}", amount(self.words, credential.kind, much));
        }
        Held {
            title: credential.title.to_string(),
            about,
            period: self.words.period(&credential.period),
            state: self.state_word(self.state(credential)),
            evidence: credential.evidence.map(|evidence| href(Key::of(evidence))),
            withdraw: self.act("credential.withdraw", &[("key", credential.key.as_str())]),
        }
    }

    fn logged(&self, logged: &PersonAudit) -> Logged {
        let audit = &logged.audit;
        Logged {
            title: audit.title.to_string(),
            href: href(Key::of(audit.id)),
            auditee: audit.auditee_name.as_ref().map(ToString::to_string).unwrap_or_default(),
            role: self.words.word("TeamRole", logged.role.word()),
            window: self.words.period(&audit.window),
            state: self.words.word("AuditState", &audit.state),
        }
    }

    fn name(&self, actor: &Actor) -> Result<String, Stop> {
        let Some(person) = actor.person() else { return Ok(self.words.say("operator")) };
        let person = self.world.find::<Person>(person)?;
        Ok(person.map_or_else(|| self.words.say("person-erased"), |person| person.name().to_string()))
    }

    fn evaluated(&self, appraisal: &Appraisal, own: bool) -> Result<Evaluated, Stop> {
        let words = self.words;
        let audit = match *appraisal.audit() {
            Some(audit) => self.world.find::<assize_domain::audit::Audit>(audit)?,
            None => None,
        };
        let meets = matches!(appraisal.result(), AppraisalResult::Meets);
        let open = appraisal.followed().is_none() && !own;
        let behaviours = appraisal.behaviours().iter().map(|note| {
            let remark = note.remark.as_ref().map(ToString::to_string).unwrap_or_default();
            (words.word("Behaviour", note.behaviour.word()), note.shown, remark)
        });
        Ok(Evaluated {
            when: words.date(appraisal.stamp().at.date()),
            by: self.name(&appraisal.stamp().by)?,
            method: words.word("EvaluationMethod", appraisal.method().word()),
            role: words.word("TeamRole", appraisal.role().word()),
            result: words.word("AppraisalResult", appraisal.result().word()),
            meets,
            audit: audit.map(|audit| (audit.title().to_string(), href(Key::of(audit.id())))),
            reasons: appraisal.reasons().to_string(),
            behaviours: behaviours.collect(),
            followed: appraisal.followed().as_ref().map(ToString::to_string),
            follow_up: open
                .then(|| self.act_on("appraisal.follow_up", "appraisal", &appraisal.id().to_string())),
            href: href(Key::of(appraisal.id())),
        })
    }

    fn developed(&self) -> Vec<(String, String, String, String)> {
        let mut development: Vec<_> = self.person.development().iter().collect();
        development.sort_by_key(|one| std::cmp::Reverse(one.on));
        let line = |one: &assize_domain::auditor::Development| {
            let hours = self.words.with("people-hours", "count", i64::from(one.hours));
            (self.words.date(one.on), self.words.area(one.area.as_str()), one.what.to_string(), hours)
        };
        development.into_iter().map(line).collect()
    }

    fn declared(&self) -> Result<Vec<(String, String, String, bool)>, Stop> {
        let mut declarations: Vec<_> = self.person.declarations().iter().collect();
        declarations.sort_by_key(|one| std::cmp::Reverse(one.stamp.at));
        let line = |one: &assize_domain::auditor::Declaration| {
            let about = match one.auditee {
                Some(auditee) => self.auditee(auditee)?.0,
                None => self.words.say("people-declared-general"),
            };
            Ok((self.words.date(one.stamp.at.date()), about, one.text.to_string(), one.interests))
        };
        declarations.into_iter().map(line).collect()
    }

    fn auditee(&self, auditee: assize_domain::kernel::id::AuditeeId) -> Result<Link, Stop> {
        let found = self.world.find::<Auditee>(auditee)?;
        let name = found
            .map_or_else(|| self.words.say("people-erased-auditee"), |auditee| auditee.name().to_string());
        Ok((name, href(Key::of(auditee))))
    }

    fn related(&self, relation: &Relation, own: bool) -> Result<Related, Stop> {
        let words = self.words;
        let id = relation.id().to_string();
        let mut acts = Vec::new();
        if relation.withdrawn().is_none() {
            if relation.period().to.is_none() {
                acts.push((words.command("relation.end"), self.act_on("relation.end", "relation", &id)));
            }
            if !own {
                acts.push((
                    words.command("relation.withdraw"),
                    self.act_on("relation.withdraw", "relation", &id),
                ));
            }
        }
        Ok(Related {
            kind: words.word("RelationKind", relation.kind().word()),
            auditee: self.auditee(*relation.auditee())?,
            part: relation.part().as_ref().map(ToString::to_string),
            period: words.period(relation.period()),
            remark: relation.remark().as_ref().map(ToString::to_string),
            withdrawn: relation.withdrawn().as_ref().map(ToString::to_string),
            bars: self.barring(relation),
            acts,
        })
    }

    /// What a relation bars today: one line for each line of the policy, with the types of audit it is about.
    fn barring(&self, relation: &Relation) -> Vec<Barring> {
        let words = self.words;
        let mut found: Vec<(assize_domain::auditor::impartiality::Barred, Vec<TeamRole>, Vec<AuditType>)> =
            Vec::new();
        for role in TeamRole::ALL.iter().copied() {
            for audit_type in AuditType::ALL.iter().copied() {
                for bar in bars(&self.policy, &[relation], role, audit_type, self.today) {
                    match found.iter_mut().find(|(other, _, _)| *other == bar) {
                        Some((_, roles, types)) => {
                            if !roles.contains(&role) {
                                roles.push(role);
                            }
                            if !types.contains(&audit_type) {
                                types.push(audit_type);
                            }
                        }
                        None => found.push((bar, vec![role], vec![audit_type])),
                    }
                }
            }
        }
        let line = |(bar, roles, types): (
            assize_domain::auditor::impartiality::Barred,
            Vec<TeamRole>,
            Vec<AuditType>,
        )| {
            let roles: Vec<String> = roles.iter().map(|role| words.word("TeamRole", role.word())).collect();
            let types: Vec<String> = types.iter().map(|one| words.word("AuditType", one.word())).collect();
            Barring {
                what: words.with2("people-bars", "types", types.join(", "), "roles", roles.join(", ")),
                until: match bar.until {
                    Some(until) => words.with("people-bars-until", "date", words.date(until)),
                    None => words.say("people-bars-while"),
                },
                liftable: bar.liftable,
                source: source_said(words, bar.source.as_str()),
            }
        };
        found.into_iter().map(line).collect()
    }

    fn absences(&self) -> Vec<(String, String, String)> {
        let coming =
            self.person.absences().iter().filter(|one| one.period.to.is_none_or(|to| to >= self.today));
        let line = |one: &assize_domain::auditor::Absence| {
            let reason = one.reason.as_ref().map(ToString::to_string).unwrap_or_default();
            let from = one.period.from.to_string();
            (self.words.period(&one.period), reason, self.act("absence.remove", &[("from", &from)]))
        };
        coming.map(line).collect()
    }
}

impl PersonPage {
    /// The next act: of what is missing the first that whoever looks may do something about.
    fn next(&self) -> Option<(&Lack, &Link)> {
        self.lacks.iter().find_map(|lack| Some((lack, lack.act.as_ref()?)))
    }
}

//! What comes of the answers: one command after the other, each on what the one before made.

use assize_domain::auditee::Auditee;
use assize_domain::auditee::{
    AuditeeKind, NameOrganization, Organization, RegisterAuditee, Site, Unit, organization_id,
};
use assize_domain::auditor::{Person, RegisterPerson};
use assize_domain::kernel::act::Stamp;
use assize_domain::kernel::id::{AuditeeId, PersonId, ProgrammeId};
use assize_domain::kernel::refusal::{Refusal, Stop};
use assize_domain::kernel::text::{CriteriaId, Language, Line, Slug, Text, Zone};
use assize_domain::kernel::time::{Date, Days, Period};
use assize_domain::policy::Policy;
use assize_domain::programme::{
    AuditOutline, AuditeePart, DraftProgramme, EditProgramme, Objective, PlanAudit, ProgrammeExtent,
    ProgrammeRisk, ProgrammeRole, ProgrammeText, Why,
};
use assize_domain::words::{
    AuditMethod, AuditType, ProgrammeRiskArea, ProgrammeRoleKind, RiskKind, SiteKind,
};
use assize_domain::{Command, Ctx, Key, World};

use super::questions::{AREAS, Answers, SAME, Standing};
use crate::web::form::Wrong;
use crate::web::words::Words;

/// The criteria of a first programme.
const CRITERIA: &str = "ISO/IEC 27001:2022+A1:2024";
/// The most units, and the most sites, that are entered here.
const PARTS_MAX: usize = 60;

/// A command of the set-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Organization,
    Manager,
    Approver,
    Auditee,
    Draft,
    Edit,
    /// The audit of this place in the plan.
    Plan(usize),
}

/// The records that the commands name.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    pub(super) manager: Option<PersonId>,
    approver: Option<PersonId>,
    auditee: Option<AuditeeId>,
    pub(super) programme: Option<ProgrammeId>,
}

impl Known {
    /// Takes in what a step made.
    pub(super) fn learn(&mut self, step: Step, key: Key) {
        match step {
            Step::Manager => self.manager = Some(key.id.into()),
            Step::Approver => self.approver = Some(key.id.into()),
            Step::Auditee => self.auditee = Some(key.id.into()),
            Step::Draft => self.programme = Some(key.id.into()),
            Step::Organization | Step::Edit | Step::Plan(_) => {}
        }
    }
}

/// Somebody in a role.
#[derive(Clone, Debug)]
pub(super) enum Who {
    Registered(PersonId),
    New(Line),
}

/// An audit that will be planned.
#[derive(Clone, Debug)]
pub(super) struct Outline {
    pub(super) title: Line,
    pub(super) window: Period,
    pub(super) days: Days,
    pub(super) why: Why,
}

/// A programme that will be set up.
#[derive(Clone, Debug)]
pub(super) struct Setup {
    /// The organization's name, where it is to be named.
    pub(super) organization: Option<Line>,
    /// The organization's name in any case.
    employer: Line,
    manager: Who,
    /// Whether the manager is the operator who sets it up.
    pub(super) is_me: bool,
    competence: Text,
    /// Nobody of their own where the manager approves.
    approver: Option<Who>,
    approver_competence: Text,
    auditee: Option<AuditeeId>,
    auditee_name: Line,
    pub(super) units: Vec<Line>,
    pub(super) sites: Vec<(Line, Line)>,
    zone: Zone,
    language: Language,
    pub(super) title: Line,
    pub(super) period: Period,
    pub(super) days: Days,
    extent: Text,
    pub(super) objectives: Vec<Objective>,
    risks: Vec<Risk>,
    pub(super) outlines: Vec<Outline>,
    policy: Policy,
    criteria: CriteriaId,
    /// Names, for the page that shows what will be made.
    pub(super) manager_name: String,
    pub(super) approver_name: String,
}

/// A risk without its owner, who may not be registered yet.
#[derive(Clone, Debug)]
pub(super) struct Risk {
    key: Slug,
    area: ProgrammeRiskArea,
    kind: RiskKind,
    pub(super) text: Text,
    likelihood: u8,
    consequence: u8,
    pub(super) treatment: Text,
}

impl Setup {
    /// What comes of the answers; everything that is wrong with them, each at its question.
    pub(super) fn of(words: &Words, standing: &Standing, answers: &Answers) -> Result<Self, Vec<Wrong>> {
        let mut reading = Reading { words, answers, wrong: Vec::new() };
        let setup = reading.setup(standing);
        match setup {
            Some(setup) if reading.wrong.is_empty() => Ok(setup),
            _ => Err(reading.wrong),
        }
    }

    /// The risks and opportunities that it begins with.
    pub(super) fn risks(&self) -> &[Risk] {
        &self.risks
    }

    /// The name of the auditee.
    pub(super) fn auditee_name(&self) -> &Line {
        &self.auditee_name
    }

    /// The records that are there already.
    pub(super) fn known(&self) -> Known {
        let registered = |who: &Who| match who {
            Who::Registered(id) => Some(*id),
            Who::New(_) => None,
        };
        Known {
            manager: registered(&self.manager),
            approver: self.approver.as_ref().and_then(registered),
            auditee: self.auditee,
            programme: None,
        }
    }

    /// The steps, in their order.
    pub(super) fn steps(&self) -> Vec<Step> {
        let asked = [
            (self.organization.is_some(), Step::Organization),
            (matches!(self.manager, Who::New(_)), Step::Manager),
            (matches!(self.approver, Some(Who::New(_))), Step::Approver),
            (self.auditee.is_none(), Step::Auditee),
            (true, Step::Draft),
            (true, Step::Edit),
        ];
        let first = asked.into_iter().filter(|(needed, _)| *needed).map(|(_, step)| step);
        first.chain((0..self.outlines.len()).map(Step::Plan)).collect()
    }

    /// The command of a step; nothing where what it stands on was not made.
    pub(super) fn command(&self, step: Step, known: &Known) -> Option<Command> {
        Some(match step {
            Step::Organization => NameOrganization { name: self.organization.clone()?, policy: None }.into(),
            Step::Manager => self.person(&self.manager)?,
            Step::Approver => self.person(self.approver.as_ref()?)?,
            Step::Auditee => self.register_auditee().into(),
            Step::Draft => DraftProgramme {
                title: self.title.clone(),
                period: self.period,
                days: self.days,
                policy: None,
            }
            .into(),
            Step::Edit => EditProgramme { programme: known.programme?, text: self.text(known)? }.into(),
            Step::Plan(n) => PlanAudit {
                programme: known.programme?,
                outline: self.outline(self.outlines.get(n)?, known.auditee?),
                reason: None,
            }
            .into(),
        })
    }

    fn person(&self, who: &Who) -> Option<Command> {
        let Who::New(name) = who else { return None };
        let person = RegisterPerson {
            name: name.clone(),
            email: None,
            employer: self.employer.clone(),
            languages: vec![self.language.clone()],
            zone: self.zone.clone(),
            home: None,
            day_rate_cents: None,
        };
        Some(person.into())
    }

    fn register_auditee(&self) -> RegisterAuditee {
        let units = keyed("unit", &self.units).map(|(key, name)| Unit {
            key,
            name: name.clone(),
            persons: None,
            parent: None,
            shifts: None,
        });
        let sites = keyed("site", &self.sites).map(|(key, (name, place))| Site {
            key,
            name: name.clone(),
            kind: SiteKind::Physical,
            place: place.clone(),
            zone: self.zone.clone(),
        });
        RegisterAuditee {
            name: self.auditee_name.clone(),
            kind: AuditeeKind::Own,
            units: units.collect(),
            sites: sites.collect(),
            processes: Vec::new(),
            contacts: Vec::new(),
        }
    }

    fn text(&self, known: &Known) -> Option<ProgrammeText> {
        let manager = known.manager?;
        let approver = if self.approver.is_some() { known.approver? } else { manager };
        let risks = self.risks.iter().map(|risk| ProgrammeRisk {
            key: risk.key.clone(),
            area: risk.area,
            kind: risk.kind,
            text: risk.text.clone(),
            likelihood: risk.likelihood,
            consequence: risk.consequence,
            treatment: risk.treatment.clone(),
            owner: manager,
        });
        let role =
            |person, role, competence: &Text| ProgrammeRole { person, role, competence: competence.clone() };
        Some(ProgrammeText {
            title: self.title.clone(),
            period: self.period,
            objectives: self.objectives.clone(),
            extent: Some(ProgrammeExtent {
                text: self.extent.clone(),
                auditees: vec![whole(known.auditee?)],
                criteria: vec![self.criteria.clone()],
            }),
            risks: risks.collect(),
            roles: vec![
                role(manager, ProgrammeRoleKind::Manager, &self.competence),
                role(approver, ProgrammeRoleKind::Approver, &self.approver_competence),
            ],
            days: self.days,
            shortfall: None,
            resources: None,
            policy: self.policy.clone(),
        })
    }

    fn outline(&self, outline: &Outline, auditee: AuditeeId) -> AuditOutline {
        AuditOutline {
            title: outline.title.clone(),
            audit_type: AuditType::Internal,
            part: whole(auditee),
            criteria: vec![self.criteria.clone()],
            window: outline.window,
            days: outline.days,
            methods: vec![AuditMethod::OnSite],
            why: outline.why.clone(),
        }
    }
}

/// An auditee with all it has.
const fn whole(auditee: AuditeeId) -> AuditeePart {
    AuditeePart { auditee, units: Vec::new(), sites: Vec::new(), processes: Vec::new() }
}

/// Each with a key of its own.
fn keyed<'l, T>(prefix: &str, list: &'l [T]) -> impl Iterator<Item = (Slug, &'l T)> {
    let keys = (1..=list.len()).filter_map(move |n| format!("{prefix}-{n}").parse::<Slug>().ok());
    keys.zip(list)
}

/// Tries the steps one after the other in a world of their own, and gives the first that the law refuses, with its refusals.
///
/// # Errors
/// [`Stop::Need`] for records that were named and not loaded.
pub(super) fn on_paper(
    setup: &Setup,
    world: &World,
    ctx: impl Fn(u8) -> Ctx,
) -> Result<Vec<(Step, Refusal)>, Stop> {
    let mut paper = World::complete();
    let mut known = setup.known();
    let mut here = vec![Key::of(organization_id())];
    world.find::<Organization>(organization_id())?;
    for person in [known.manager, known.approver].into_iter().flatten() {
        world.find::<Person>(person)?;
        here.push(Key::of(person));
    }
    if let Some(auditee) = known.auditee {
        world.find::<Auditee>(auditee)?;
        here.push(Key::of(auditee));
    }
    for key in here {
        if let Some(found) = world.held(key) {
            paper.load(key, Some(found.clone()));
        }
    }
    for (n, step) in (1..).zip(setup.steps()) {
        let ctx = ctx(n);
        let Some(command) = setup.command(step, &known) else { break };
        let events = match command.decide(&paper, &ctx) {
            Ok(events) => events,
            Err(Stop::Refused(refusals)) => {
                return Ok(refusals.into_iter().map(|refusal| (step, refusal)).collect());
            }
            Err(need @ Stop::Need(_)) => return Err(need),
        };
        let stamp = Stamp { at: ctx.now, by: ctx.actor.clone() };
        for event in &events {
            if let Err(corrupt) = event.apply(&mut paper, &stamp) {
                tracing::error!(%corrupt, "a set-up cannot be tried on paper");
                return Ok(Vec::new());
            }
        }
        if let Some(event) = events.first() {
            known.learn(step, event.subject());
        }
    }
    Ok(Vec::new())
}

/// Answers being read.
struct Reading<'r> {
    words: &'r Words,
    answers: &'r Answers,
    wrong: Vec<Wrong>,
}

impl Reading<'_> {
    fn setup(&mut self, standing: &Standing) -> Option<Setup> {
        let organization = match &standing.organization {
            Some(_) => None,
            None => self.read::<Line>("/organization"),
        };
        let employer: Option<Line> = match &standing.organization {
            Some(name) => name.parse().ok(),
            None => organization.clone(),
        };
        let (manager, manager_name) = self.who("/manager", "/manager_name", standing).unzip();
        let competence = self.read::<Text>("/competence");
        let approver = match self.answers.text("/approver") {
            SAME | "" => Some(None),
            _ => self.who("/approver", "/approver_name", standing).map(Some),
        };
        let (auditee, auditee_name) = self.auditee(standing, employer.as_ref()).unzip();
        let units = if auditee.flatten().is_none() { self.lines("/units") } else { Vec::new() };
        let sites = if auditee.flatten().is_none() { self.sites() } else { Vec::new() };
        let zone = self.read::<Zone>("/zone");
        let when = self.when();
        if !self.wrong.is_empty() {
            return None;
        }
        let (from, years, a_year) = when?;
        let period = Period { from, to: Some(from.plus_months(12 * years).minus_days(1)) };
        let auditee_name = auditee_name?;
        let manager_name = manager_name?;
        let approver_name =
            approver.as_ref()?.as_ref().map_or_else(|| manager_name.clone(), |(_, name)| name.clone());
        Some(Setup {
            organization,
            employer: employer?,
            manager: manager?,
            is_me: standing.me.is_none() && self.answers.is_yes("/me"),
            competence: competence?,
            approver: approver?.map(|(who, _)| who),
            approver_competence: self.said("setup-approver-competence")?,
            auditee: auditee?,
            units,
            sites,
            zone: zone?,
            language: self.words.language.tag().parse().ok()?,
            title: self.title(&period, &auditee_name)?,
            period,
            days: Days::from_hundredths(a_year.hundredths().saturating_mul(years)),
            extent: self.said("setup-extent")?,
            objectives: self.objectives()?,
            risks: self.risks()?,
            outlines: self.outlines(from, years, a_year)?,
            policy: standing.policy.clone(),
            criteria: CRITERIA.parse().ok()?,
            auditee_name,
            manager_name,
            approver_name,
        })
    }

    fn wrong(&mut self, at: &str, what: String) {
        self.wrong.push(Wrong { at: at.to_owned(), ..Wrong::whole(what) });
    }

    /// Reads an answer that must be there.
    fn read<T: std::str::FromStr<Err: std::fmt::Display>>(&mut self, at: &str) -> Option<T> {
        let text = self.answers.text(at);
        if text.is_empty() {
            self.wrong(at, self.words.say("form-missing"));
            return None;
        }
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                self.wrong(at, format!("`{text}` {error}"));
                None
            }
        }
    }

    fn who(&mut self, at: &str, name_at: &str, standing: &Standing) -> Option<(Who, String)> {
        let chosen = self.answers.text(at);
        if let Some((id, name)) = standing.people.iter().find(|(id, _)| id.to_string() == chosen) {
            return Some((Who::Registered(*id), name.clone()));
        }
        // Where nobody is registered there is nobody to choose, and the name says enough.
        if chosen.is_empty() && self.answers.text(name_at).is_empty() && !standing.people.is_empty() {
            self.wrong(at, self.words.say("form-missing"));
            return None;
        }
        let name: Line = self.read(name_at)?;
        let text = name.to_string();
        Some((Who::New(name), text))
    }

    fn auditee(
        &mut self,
        standing: &Standing,
        organization: Option<&Line>,
    ) -> Option<(Option<AuditeeId>, Line)> {
        let chosen = self.answers.text("/auditee");
        if let Some((id, name)) = standing.own.iter().find(|(id, _)| id.to_string() == chosen) {
            return Some((Some(*id), name.parse().ok()?));
        }
        match self.answers.text("/auditee_name") {
            "" => Some((None, organization?.clone())),
            _ => Some((None, self.read("/auditee_name")?)),
        }
    }

    fn lines(&mut self, at: &str) -> Vec<Line> {
        let lines = self.answers.lines(at);
        if lines.len() > PARTS_MAX {
            self.wrong(at, self.words.with("setup-too-many", "count", PARTS_MAX));
            return Vec::new();
        }
        let mut read = Vec::new();
        for line in lines {
            match line.parse::<Line>() {
                Ok(line) => read.push(line),
                Err(error) => self.wrong(at, format!("`{line}` {error}")),
            }
        }
        read
    }

    /// Sites: the name before the first comma, and all of it as the place.
    fn sites(&mut self) -> Vec<(Line, Line)> {
        let name = |site: &Line| site.as_str().split(',').next().and_then(|name| name.trim().parse().ok());
        let lines = self.lines("/sites");
        lines.into_iter().map(|site| (name(&site).unwrap_or_else(|| site.clone()), site)).collect()
    }

    /// The first day, the years, and the auditor days of each.
    fn when(&mut self) -> Option<(Date, u32, Days)> {
        let from = self.read::<Date>("/from");
        let years = match self.answers.text("/years") {
            "1" => Some(1),
            "3" => Some(3),
            _ => {
                self.wrong("/years", self.words.say("form-missing"));
                None
            }
        };
        let text = self.answers.text("/days").replace(',', ".");
        let days = match text.parse::<Days>() {
            Ok(days) if days.hundredths() > 0 => Some(days),
            _ => {
                self.wrong("/days", self.words.say("setup-days-wrong"));
                None
            }
        };
        Some((from?, years?, days?))
    }

    /// A message as a text of the record.
    fn said<T: std::str::FromStr>(&mut self, key: &str) -> Option<T> {
        let text = self.words.say(key);
        self.recorded(&text)
    }

    fn recorded<T: std::str::FromStr>(&mut self, text: &str) -> Option<T> {
        let read = text.parse().ok();
        if read.is_none() {
            self.wrong.push(Wrong::whole(text.to_owned()));
        }
        read
    }

    fn title(&mut self, period: &Period, auditee: &Line) -> Option<Line> {
        let last = period.to.unwrap_or(period.from).year();
        let years = match period.from.year() {
            first if first == last => first.to_string(),
            first => format!("{first}\u{2013}{last}"),
        };
        let title = self.words.with2("setup-programme-title", "years", years, "auditee", auditee.as_str());
        match title.parse() {
            Ok(title) => Some(title),
            Err(error) => {
                self.wrong("/auditee_name", format!("`{title}` {error}"));
                None
            }
        }
    }

    fn objectives(&mut self) -> Option<Vec<Objective>> {
        [
            ("coverage", "setup-objective-coverage", "setup-measure-coverage", "setup-target-coverage"),
            ("schedule", "setup-objective-schedule", "setup-measure-schedule", "setup-target-schedule"),
            ("reporting", "setup-objective-reporting", "setup-measure-reporting", "setup-target-reporting"),
            ("closure", "setup-objective-closure", "setup-measure-closure", "setup-target-closure"),
        ]
        .into_iter()
        .map(|(key, text, measure, target)| {
            Some(Objective {
                key: key.parse().ok()?,
                text: self.said(text)?,
                measure: self.said(measure)?,
                target: self.said(target)?,
            })
        })
        .collect()
    }

    fn risks(&mut self) -> Option<Vec<Risk>> {
        use ProgrammeRiskArea::{Monitoring, Planning, Resources, TeamSelection};
        [
            (
                "own-work",
                TeamSelection,
                RiskKind::Risk,
                (4, 4),
                "setup-risk-own-work",
                "setup-treat-own-work",
            ),
            (
                "follow-up",
                Monitoring,
                RiskKind::Risk,
                (3, 4),
                "setup-risk-follow-up",
                "setup-treat-follow-up",
            ),
            ("time", Resources, RiskKind::Risk, (3, 3), "setup-risk-time", "setup-treat-time"),
            ("review", Planning, RiskKind::Opportunity, (4, 3), "setup-chance-review", "setup-treat-review"),
        ]
        .into_iter()
        .map(|(key, area, kind, (likelihood, consequence), text, treatment)| {
            Some(Risk {
                key: key.parse().ok()?,
                area,
                kind,
                text: self.said(text)?,
                likelihood,
                consequence,
                treatment: self.said(treatment)?,
            })
        })
        .collect()
    }

    /// The audits: in one year the management system and the controls apart, in three years the controls in three parts.
    fn outlines(&mut self, from: Date, years: u32, a_year: Days) -> Option<Vec<Outline>> {
        if years == 1 {
            let all = a_year.hundredths();
            // Two fifths, in half days where there is more than one.
            let system = if all < 200 { all / 2 } else { all * 2 / 5 / 50 * 50 }.max(1);
            return Some(vec![
                self.audit("setup-audit-system", from, 3, system)?,
                self.audit("setup-audit-controls", from, 8, (all - system).max(1))?,
            ]);
        }
        let parts = ["setup-audit-first", "setup-audit-second", "setup-audit-third"];
        let months = [5, 17, 29];
        parts
            .iter()
            .zip(months)
            .map(|(key, month)| self.audit(key, from, month, a_year.hundredths()))
            .collect()
    }

    fn audit(&mut self, key: &str, from: Date, months: u32, hundredths: u32) -> Option<Outline> {
        let first = from.plus_months(months);
        let window = Period { from: first, to: Some(first.plus_months(1).minus_days(1)) };
        let title = self.words.with(key, "year", first.year().to_string());
        let areas: Vec<String> = AREAS
            .iter()
            .filter(|(area, _)| self.answers.is_ticked("/areas", area))
            .map(|(_, key)| self.words.say(key))
            .collect();
        let importance = match areas.is_empty() {
            true => self.words.say("setup-why-whole"),
            false => self.words.with("setup-why-areas", "areas", areas.join(", ")),
        };
        let earlier = if months < 12 { "setup-why-no-results" } else { "setup-why-results" };
        Some(Outline {
            title: self.recorded(&title)?,
            window,
            days: Days::from_hundredths(hundredths),
            why: Why {
                importance: self.recorded(&importance)?,
                risk: self.said("setup-why-risk")?,
                previous_results: self.said(earlier)?,
                changes: self.said("setup-why-changes")?,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::questions::NEW;
    use super::*;
    use crate::web::form::Posted;
    use crate::web::words::Language as Shown;

    fn standing() -> Standing {
        Standing {
            organization: None,
            policy: Policy::default(),
            people: Vec::new(),
            own: Vec::new(),
            me: None,
            zone: "UTC".to_owned(),
        }
    }

    fn answers(more: &[(&str, &str)]) -> Answers {
        let mut posted = Posted::default();
        let first = [
            ("/organization", "Example Ltd"),
            ("/manager_name", "Ada Example"),
            ("/me", "true"),
            ("/competence", "Lead auditor"),
            ("/approver", SAME),
            ("/zone", "Europe/Berlin"),
            ("/from", "2027-01-01"),
            ("/years", "3"),
            ("/days", "5"),
        ];
        for (at, value) in
            first.iter().filter(|(at, _)| more.iter().all(|(other, _)| other != at)).chain(more)
        {
            posted.add(*at, *value);
        }
        Answers::sent(&posted)
    }

    fn tried(answers: &Answers, language: Shown) -> Vec<(Step, Refusal)> {
        let setup = Setup::of(&Words::new(language, "UTC"), &standing(), answers).unwrap();
        let at = "2026-11-30T09:00:00Z".parse().unwrap();
        let operator = assize_domain::Actor::Operator { on_behalf_of: None };
        on_paper(&setup, &World::complete(), |n| Ctx::new(at, operator.clone(), [n; 8])).unwrap()
    }

    #[test]
    fn what_comes_of_the_answers_is_what_the_law_takes_in_each_language() {
        for language in Shown::ALL {
            for years in ["1", "3"] {
                let answers = answers(&[
                    ("/years", years),
                    ("/units", "Sales\nDevelopment\n"),
                    ("/sites", "Head office, 1 High Street\nStore"),
                    ("/areas", "access"),
                    ("/approver", NEW),
                    ("/approver_name", "Grace Example"),
                ]);
                assert_eq!(tried(&answers, language), [], "{years} years");
            }
        }
    }

    #[test]
    fn the_days_of_the_audits_are_those_of_the_programme() {
        for (years, days) in [("1", "0.5"), ("1", "1"), ("1", "7,5"), ("3", "4.25"), ("1", "0.02")] {
            let answers = answers(&[("/years", years), ("/days", days)]);
            let setup = Setup::of(&Words::new(Shown::German, "UTC"), &standing(), &answers).unwrap();
            let sum: u32 = setup.outlines.iter().map(|outline| outline.days.hundredths()).sum();
            assert_eq!(sum, setup.days.hundredths(), "{years} {days}");
        }
    }

    #[test]
    fn each_wrong_answer_is_named_at_its_question() {
        for (at, value) in [
            ("/organization", ""),
            ("/manager_name", ""),
            ("/competence", " "),
            ("/zone", "\u{7}"),
            ("/from", "soon"),
            ("/years", "2"),
            ("/days", "0"),
            ("/days", "many"),
        ] {
            let wrong = Setup::of(&Words::new(Shown::English, "UTC"), &standing(), &answers(&[(at, value)]))
                .unwrap_err();
            let places: Vec<&str> = wrong.iter().map(|wrong| wrong.at.as_str()).collect();
            assert_eq!(places, [at], "{value}");
        }
        let nowhere = tried(&answers(&[("/zone", "Mars/Base")]), Shown::English);
        assert_eq!(
            nowhere.first().map(|(step, refusal)| (*step, refusal.at.as_str())),
            Some((Step::Manager, "/zone"))
        );
    }
}

//! Putting the report together: a pure reading of the records, so that anybody gets the same content from them.

use std::collections::{BTreeMap, BTreeSet};

use super::fieldwork::{conclusions, demanded, diverging, findings, previous, register, tests};
use super::people::{actor, day, local, name, names};
use super::tongue::Tongue;
use super::{Report, ReportState};
use crate::audit::{Audit, AuditState, Initiation, Meeting, Plan};
use crate::auditee::{Auditee, Organization, Soa, organization_id};
use crate::auditor::Relation;
use crate::evidence::{Evidence, Paper, PaperState};
use crate::finding::{Finding, FindingState};
use crate::kernel::act::Stamp;
use crate::kernel::id::{AuditId, EvidenceId, PaperId, PersonId, ReportId};
use crate::kernel::record::World;
use crate::kernel::refusal::{Refusal, Stop, rules};
use crate::kernel::text::{CriteriaId, Zone};
use crate::programme::Programme;
use crate::report_content as out;
use crate::words::{AuditMethod, Evaluation, Extent, MeetingKind, SiteKind, TeamRole};

rules! {
    REPORT_INITIATED = "report.initiated", "ISO 19011:2018 6.5.1", "a report on an audit that has objectives, scope and criteria";
}

/// Everything that a report reads.
pub(super) struct Source<'w> {
    pub(super) world: &'w World,
    /// The language of the fixed words.
    pub(super) tongue: Tongue,
    pub(super) audit: &'w Audit,
    pub(super) initiation: &'w Initiation,
    pub(super) programme: &'w Programme,
    pub(super) auditee: &'w Auditee,
    pub(super) organization: Option<&'w Organization>,
    pub(super) papers: Vec<&'w Paper>,
    pub(super) findings: Vec<&'w Finding>,
    pub(super) meetings: Vec<&'w Meeting>,
    pub(super) evidence: Vec<&'w Evidence>,
    pub(super) soa: Option<&'w Soa>,
    pub(super) plan: Option<&'w Plan>,
}

impl<'w> Source<'w> {
    pub(super) fn read(world: &'w World, audit: AuditId) -> Result<Self, Stop> {
        let audit = world.get::<Audit>(audit)?;
        let Some(initiation) = &audit.initiation else {
            return Err(Refusal::new(
                &REPORT_INITIATED,
                "the audit has no objectives, scope and criteria yet",
                "initiate it with `audit.initiate`",
            )
            .into());
        };
        let mut findings = world.list::<Finding>("audit", audit.id)?;
        findings.retain(|finding| {
            !matches!(finding.state, FindingState::Drafted | FindingState::Withdrawn { .. })
        });
        findings.sort_by_key(|finding| finding.number);
        let mut papers = world.list::<Paper>("audit", audit.id)?;
        papers.sort_by_cached_key(|paper| paper.requirements.first().map(|r| natural(r.id.as_str())));
        let mut meetings = world.list::<Meeting>("audit", audit.id)?;
        meetings.sort_by_key(|meeting| meeting.held);
        let evidence = world.list::<Evidence>("audit", audit.id)?;
        let plan = audit.plan.map(|plan| world.get::<Plan>(plan)).transpose()?;
        // What is named in many places is asked for at once.
        world.want(papers.iter().filter_map(|paper| paper.test))?;
        let of_meetings = meetings.iter().flat_map(|meeting| &meeting.attendance).map(|there| there.person);
        let sessions = plan.iter().flat_map(|plan| &plan.sessions);
        let of_sessions =
            sessions.flat_map(|session| session.auditors.iter().chain(&session.contacts)).copied();
        let of_evidence = evidence.iter().filter_map(|one| one.custody.first()?.stamp.by.person());
        let of_papers = papers.iter().flat_map(|paper| hands_of(paper)).flatten();
        let of_team = audit.team.iter().map(|member| member.person);
        world.want(of_team.chain(of_meetings).chain(of_sessions).chain(of_evidence).chain(of_papers))?;
        Ok(Self {
            world,
            tongue: Tongue::of(&initiation.language),
            audit,
            initiation,
            programme: world.get::<Programme>(audit.programme)?,
            auditee: world.get::<Auditee>(audit.auditee)?,
            organization: world.find::<Organization>(organization_id())?,
            papers,
            findings,
            meetings,
            evidence,
            soa: initiation.soa.map(|soa| world.get::<Soa>(soa)).transpose()?,
            plan,
        })
    }

    /// The name of a person.
    pub(super) fn name(&self, person: PersonId) -> Result<String, Stop> {
        name(self.world, self.tongue, person)
    }

    /// The names of several people.
    pub(super) fn names(&self, people: &[PersonId]) -> Result<Vec<String>, Stop> {
        names(self.world, self.tongue, people)
    }

    /// Who acted.
    pub(super) fn actor(&self, stamp: &Stamp) -> Result<String, Stop> {
        actor(self.world, self.tongue, stamp)
    }

    pub(super) fn references(&self) -> BTreeMap<EvidenceId, String> {
        self.evidence
            .iter()
            .enumerate()
            .map(|(index, evidence)| (evidence.id, format!("E{:03}", index + 1)))
            .collect()
    }

    fn paper_numbers(&self) -> BTreeMap<PaperId, String> {
        let mut seen: BTreeMap<String, u32> = BTreeMap::new();
        self.papers
            .iter()
            .map(|paper| {
                let requirement =
                    paper.requirements.first().map_or("-", |requirement| requirement.id.as_str());
                let count = seen.entry(requirement.to_owned()).or_default();
                *count += 1;
                let suffix = if *count == 1 { String::new() } else { format!(" ({count})") };
                (paper.id, format!("{requirement}{suffix}"))
            })
            .collect()
    }
}

/// Who evaluated a paper, and who reviewed it.
fn hands_of(paper: &Paper) -> [Option<PersonId>; 2] {
    match &paper.state {
        PaperState::Open => [None, None],
        PaperState::Evaluated { evaluated, .. } => [evaluated.by.person(), None],
        PaperState::Reviewed { prepared, reviewed, .. } => {
            [prepared.by.person(), reviewed.as_ref().and_then(|reviewed| reviewed.by.person())]
        }
    }
}

/// `A.5.10` after `A.5.2`: runs of digits compare as numbers.
fn natural(id: &str) -> Vec<(String, u32)> {
    let mut parts = Vec::new();
    let mut word = String::new();
    let mut digits = String::new();
    for c in id.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
        } else {
            if !digits.is_empty() {
                parts.push((std::mem::take(&mut word), digits.parse().unwrap_or(u32::MAX)));
                digits.clear();
            }
            word.push(c);
        }
    }
    parts.push((word, digits.parse().unwrap_or(0)));
    parts
}

/// The content of a version of the report, as the records stand.
///
/// # Errors
/// [`Stop::Need`]; [`Stop::Refused`] when there is no such report, or its audit has not been initiated.
pub fn content(world: &World, report: ReportId) -> Result<out::ReportContent, Stop> {
    let report = world.get::<Report>(report)?;
    let source = Source::read(world, report.audit)?;
    let texts = Texts { report };
    let references = source.references();
    let numbers = source.paper_numbers();
    let mut content = frame(&source, out::ReportKind::AuditReport)?;
    content.document_id = report.id.to_string();
    content.version = report.number;
    content.history = history(&source, report)?;
    content.status = status(&source, report)?;
    content.summary = texts.of("audit_report.summary");
    content.objectives = objectives(&source);
    content.scope_changes = scope_changes(&source);
    content.methods = methods(&source);
    content.period = period(&source);
    content.locations = locations(&source);
    content.lone_auditor = lone_auditor(&source);
    content.sessions = sessions(&source)?;
    content.plan_note = texts.of("audit_report.plan");
    content.meetings = meetings(&source)?;
    content.participants = participants(&source)?;
    content.process_summary = texts.of("audit_report.process");
    content.obstacles = texts.of("audit_report.obstacles").into_iter().collect();
    content.not_covered = not_covered(&source);
    content.findings = findings(&source, &references, &numbers)?;
    content.previous = previous(&source)?;
    content.conclusions = conclusions(&source, &texts);
    content.diverging_opinions = Some(diverging(&source));
    content.sampling =
        texts.of("audit_report.sampling").unwrap_or_else(|| source.tongue.sampling().to_owned());
    content.programme_implications = texts.of("audit_report.programme_implications");
    content.confidentiality = texts.of("audit_report.confidentiality");
    content.complaints = texts.of("audit_report.complaints");
    content.certification = source.audit.audit_type.is_certification().then(|| out::Certification {
        audit_trails: texts.of("audit_report.certification_trails").unwrap_or_default(),
        risk_analysis: texts.of("audit_report.certification_risk_analysis").unwrap_or_default(),
        remote_auditing: texts.of("audit_report.certification_remote").unwrap_or_default(),
        comparison: source
            .audit
            .audit_type
            .follows_earlier_audits()
            .then(|| texts.of("audit_report.certification_comparison").unwrap_or_default()),
    });
    content.distribution = report
        .distribution
        .iter()
        .map(|recipient| {
            let person = world.find::<crate::auditor::Person>(recipient.person)?;
            Ok(out::Recipient {
                name: source.name(recipient.person)?,
                function: recipient.function.to_string(),
                organization: person.map(|person| person.employer.to_string()).unwrap_or_default(),
            })
        })
        .collect::<Result<_, Stop>>()?;
    content.tests = tests(&source, &references, &numbers, report.whole_papers)?;
    content.whole_papers = report.whole_papers;
    content.document_review =
        source.audit.document_review.as_ref().map(|review| demanded(&source, review)).transpose()?;
    content.evidence = register(&source, &references)?;
    content.omitted = texts.omitted();
    content.remarks = texts.remarks();
    Ok(content)
}

/// What the leader has added, item by item.
pub(super) struct Texts<'w> {
    report: &'w Report,
}

/// Items whose text has a place of its own in the content.
const PLACED: &[&str] = &[
    "audit_report.summary",
    "audit_report.plan",
    "audit_report.process",
    "audit_report.obstacles",
    "audit_report.sampling",
    "audit_report.programme_implications",
    "audit_report.confidentiality",
    "audit_report.complaints",
    "audit_report.degree_met",
    "audit_report.certification_trails",
    "audit_report.certification_risk_analysis",
    "audit_report.certification_remote",
    "audit_report.certification_comparison",
];

impl Texts<'_> {
    pub(super) fn of(&self, item: &str) -> Option<String> {
        self.report
            .items
            .iter()
            .find(|added| added.item.as_str() == item)
            .and_then(|added| added.text.as_ref())
            .map(ToString::to_string)
    }

    fn omitted(&self) -> Vec<out::Omission> {
        let omitted = self.report.items.iter().filter_map(|added| {
            let reason = added.omitted.as_ref()?.to_string();
            Some(out::Omission { item: added.item.to_string(), reason })
        });
        omitted.collect()
    }

    fn remarks(&self) -> Vec<out::Remark> {
        let remarks = self.report.items.iter().filter(|added| !PLACED.contains(&added.item.as_str()));
        remarks
            .filter_map(|added| {
                Some(out::Remark { item: added.item.to_string(), text: added.text.as_ref()?.to_string() })
            })
            .collect()
    }
}

/// What every kind of report says of the audit; the rest is empty.
pub(super) fn frame(source: &Source<'_>, kind: out::ReportKind) -> Result<out::ReportContent, Stop> {
    let initiation = source.initiation;
    let organization =
        source.organization.map(|organization| organization.name.to_string()).unwrap_or_default();
    Ok(out::ReportContent {
        format: out::Format::V1,
        kind,
        document_id: String::new(),
        version: 1,
        history: Vec::new(),
        status: out::Status::default(),
        language: initiation.language.to_string(),
        title: source.audit.title.to_string(),
        audit_type: source.tongue.word("AuditType", source.audit.audit_type.word()),
        auditing_organization: out::Party { name: organization, lines: Vec::new() },
        audit_client: out::Party { name: source.name(initiation.client)?, lines: Vec::new() },
        auditee: out::Auditee {
            organization: source.auditee.name.to_string(),
            lines: Vec::new(),
            units: chosen(
                &initiation.part.units,
                source.auditee.units.iter().map(|unit| (&unit.key, &unit.name)),
            ),
            processes: chosen(
                &initiation.part.processes,
                source.auditee.processes.iter().map(|process| (&process.key, &process.name)),
            ),
        },
        summary: None,
        objectives: Vec::new(),
        scope: initiation.scope.to_string(),
        scope_changes: Vec::new(),
        criteria: initiation
            .criteria
            .iter()
            .map(|criteria| out::Criterion { id: criteria.to_string(), note: None })
            .collect(),
        statement_of_applicability: source
            .soa
            .map(|soa| source.tongue.dated(soa.label.as_str(), &soa.dated.to_string())),
        methods: out::Methods {
            summary: String::new(),
            remote_percent: None,
            remote_effect: None,
            duration: None,
        },
        period: out::Period { from: String::new(), to: String::new() },
        locations: Vec::new(),
        sessions: Vec::new(),
        plan_note: None,
        team: team(source)?,
        impartiality: None,
        lone_auditor: None,
        participants: Vec::new(),
        meetings: Vec::new(),
        process_summary: None,
        obstacles: Vec::new(),
        not_covered: Vec::new(),
        findings: Vec::new(),
        good_practices: Vec::new(),
        previous: None,
        conclusions: None,
        diverging_opinions: None,
        sampling: String::new(),
        follow_up: Vec::new(),
        programme_implications: None,
        confidentiality_mark: source.tongue.confidential().to_owned(),
        confidentiality: None,
        distribution: Vec::new(),
        complaints: None,
        certification: None,
        tests: Vec::new(),
        whole_papers: false,
        document_review: None,
        evidence: Vec::new(),
        remarks: Vec::new(),
        omitted: Vec::new(),
    })
}

fn chosen<'n>(
    keys: &[crate::kernel::text::Slug],
    all: impl Iterator<Item = (&'n crate::kernel::text::Slug, &'n crate::kernel::text::Line)>,
) -> Vec<String> {
    all.filter(|(key, _)| keys.is_empty() || keys.contains(key)).map(|(_, name)| name.to_string()).collect()
}

fn scope_changes(source: &Source<'_>) -> Vec<String> {
    let changes = source.audit.scope_changes.iter();
    changes
        .filter(|change| change.manager.is_some() && change.client.is_some() && change.told.is_some())
        .map(|change| format!("{} ({})", change.what, change.reason))
        .collect()
}

fn methods(source: &Source<'_>) -> out::Methods {
    let summary = match source.initiation.method {
        AuditMethod::OnSite => source.tongue.on_site(),
        AuditMethod::Remote => source.tongue.remote(),
        AuditMethod::Hybrid => source.tongue.hybrid(),
    };
    let minutes =
        |session: &crate::audit::Session| (session.end.millis() - session.start.millis()).max(0) / 60_000;
    let sessions = source.plan.map(|plan| plan.sessions.as_slice()).unwrap_or_default();
    let all: i64 = sessions.iter().map(minutes).sum();
    let remote: i64 =
        sessions.iter().filter(|session| session.method == AuditMethod::Remote).map(minutes).sum();
    let percent = (all > 0).then(|| u8::try_from((remote * 100 + all / 2) / all).unwrap_or(100));
    let days = source.audit.completion.as_ref().map_or(source.audit.days_planned, |done| done.days_used);
    out::Methods {
        summary: summary.to_owned(),
        remote_percent: percent,
        remote_effect: None,
        duration: Some(source.tongue.days(&days.to_string())),
    }
}

fn period(source: &Source<'_>) -> out::Period {
    let days: BTreeSet<String> = source.plan.map_or_else(BTreeSet::new, |plan| {
        plan.sessions.iter().map(|session| local(session.start, Some(&session.zone)).0).collect()
    });
    let window = source.audit.window;
    let last = window.to.unwrap_or(window.from).to_string();
    out::Period {
        from: days.first().cloned().unwrap_or_else(|| window.from.to_string()),
        to: days.last().cloned().unwrap_or(last),
    }
}

fn locations(source: &Source<'_>) -> Vec<out::Location> {
    let keys = &source.initiation.part.sites;
    let sites = source.auditee.sites.iter().filter(|site| keys.is_empty() || keys.contains(&site.key));
    sites
        .map(|site| {
            let days: BTreeSet<String> = source
                .plan
                .map(|plan| plan.sessions.as_slice())
                .unwrap_or_default()
                .iter()
                .filter(|session| session.site.as_ref() == Some(&site.key))
                .map(|session| local(session.start, Some(&session.zone)).0)
                .collect();
            out::Location {
                name: site.name.to_string(),
                kind: match site.kind {
                    SiteKind::Physical => out::LocationKind::Physical,
                    SiteKind::Virtual => out::LocationKind::Virtual,
                },
                place: site.place.to_string(),
                dates: match (days.first(), days.last()) {
                    (Some(from), Some(to)) => Some(out::Period { from: from.clone(), to: to.clone() }),
                    _ => None,
                },
            }
        })
        .collect()
}

fn team(source: &Source<'_>) -> Result<Vec<out::TeamMember>, Stop> {
    let members = source.audit.team.iter();
    members
        .map(|member| {
            Ok(out::TeamMember {
                name: source.name(member.person)?,
                role: source.tongue.word("TeamRole", member.role.word()),
                competence: member.areas.iter().map(ToString::to_string).collect(),
                directed_by: member.directed_by.map(|person| source.name(person)).transpose()?,
                safeguards: safeguards(source, member)?,
            })
        })
        .collect()
}

/// The safeguards for a member, each with the relation that it answers.
fn safeguards(source: &Source<'_>, member: &crate::audit::TeamMember) -> Result<Vec<String>, Stop> {
    let told = member.safeguards.iter().map(|safeguard| {
        Ok(match source.world.find::<Relation>(safeguard.relation)? {
            Some(relation) => {
                let kind = source.tongue.word("RelationKind", relation.kind.word());
                let to = relation.period.to.map(|to| to.to_string());
                let period = source.tongue.period(&relation.period.from.to_string(), to);
                format!("{kind}, {period}: {}", safeguard.measure)
            }
            None => safeguard.measure.to_string(),
        })
    });
    told.collect()
}

fn lone_auditor(source: &Source<'_>) -> Option<String> {
    let auditors =
        source.audit.team.iter().filter(|member| matches!(member.role, TeamRole::Leader | TeamRole::Auditor));
    (auditors.count() == 1).then(|| source.tongue.lone_auditor().to_owned())
}

fn history(source: &Source<'_>, report: &Report) -> Result<Vec<out::VersionNote>, Stop> {
    let mut versions = source.world.list::<Report>("audit", source.audit.id)?;
    versions.retain(|version| version.number <= report.number);
    versions.sort_by_key(|version| version.number);
    Ok(versions
        .into_iter()
        .map(|version| out::VersionNote {
            version: version.number,
            on: day(version.stamp.at),
            why: version
                .amends_why
                .as_ref()
                .map_or_else(|| source.tongue.first_version().to_owned(), ToString::to_string),
        })
        .collect())
}

fn status(source: &Source<'_>, report: &Report) -> Result<out::Status, Stop> {
    let tongue = source.tongue;
    let signature = |stamp: &Stamp, function: &str| -> Result<out::Signature, Stop> {
        Ok(out::Signature { name: source.actor(stamp)?, function: function.to_owned(), on: day(stamp.at) })
    };
    let written = Some(signature(&report.stamp, tongue.author())?);
    Ok(match &report.state {
        ReportState::Draft => {
            out::Status { state: out::StatusState::Draft, written, ..out::Status::default() }
        }
        ReportState::Reviewed { reviewed, .. } => out::Status {
            state: out::StatusState::Reviewed,
            written,
            reviewed: Some(signature(reviewed, tongue.reviewer())?),
            approved: None,
        },
        ReportState::Approved { reviewed_before, approved, .. } => out::Status {
            state: out::StatusState::Approved,
            written,
            reviewed: Some(signature(reviewed_before, tongue.reviewer())?),
            approved: Some(signature(approved, tongue.leader())?),
        },
        ReportState::Issued { approved_before, .. } => out::Status {
            state: out::StatusState::Approved,
            written,
            reviewed: None,
            approved: Some(signature(approved_before, tongue.leader())?),
        },
        ReportState::Replaced { issued_before, .. } => out::Status {
            state: out::StatusState::Approved,
            written,
            reviewed: None,
            approved: Some(signature(issued_before, tongue.issued())?),
        },
    })
}

fn objectives(source: &Source<'_>) -> Vec<out::Objective> {
    let outcomes = source.audit.conclusions.as_ref().map(|c| c.objectives.as_slice()).unwrap_or_default();
    let objectives = source.initiation.objectives.iter();
    objectives
        .map(|objective| {
            let outcome = outcomes.iter().find(|outcome| outcome.objective == objective.key);
            out::Objective {
                text: objective.text.to_string(),
                met: outcome.map(|outcome| extent(outcome.met)),
                reason: outcome.map(|outcome| outcome.reason.to_string()),
            }
        })
        .collect()
}

pub(super) const fn extent(extent: Extent) -> out::Extent {
    match extent {
        Extent::Yes => out::Extent::Yes,
        Extent::Partly => out::Extent::Partly,
        Extent::No => out::Extent::No,
    }
}

fn sessions(source: &Source<'_>) -> Result<Vec<out::Session>, Stop> {
    let mut sessions: Vec<_> = source.plan.map(|plan| plan.sessions.iter().collect()).unwrap_or_default();
    sessions.sort_by_key(|session: &&crate::audit::Session| session.start);
    let not_done = source.audit.completion.as_ref().map(|done| done.not_done.as_slice()).unwrap_or_default();
    sessions
        .into_iter()
        .map(|session| {
            let (on, start) = local(session.start, Some(&session.zone));
            let (_, end) = local(session.end, Some(&session.zone));
            let departure = not_done.iter().find(|item| item.what.as_str() == session.key.as_str());
            Ok(out::Session {
                on,
                start,
                end,
                zone: session.zone.to_string(),
                place: session.place.to_string(),
                subject: session.subject.to_string(),
                requirements: session.requirements.iter().map(ToString::to_string).collect(),
                auditors: source.names(&session.auditors)?,
                auditees: source.names(&session.contacts)?,
                departure: departure.map(|item| item.reason.to_string()),
            })
        })
        .collect()
}

fn meetings(source: &Source<'_>) -> Result<Vec<out::Meeting>, Stop> {
    source
        .meetings
        .iter()
        .map(|meeting| {
            let attendance = meeting.attendance.iter().map(|attendance| {
                Ok(format!("{} ({})", source.name(attendance.person)?, attendance.function))
            });
            let notes =
                meeting.agenda.iter().filter_map(|item| item.note.as_ref()).chain(meeting.minutes.as_ref());
            let (on, at) = local(meeting.held, zone_of(source));
            Ok(out::Meeting {
                title: match meeting.kind {
                    MeetingKind::Opening => source.tongue.opening().to_owned(),
                    MeetingKind::Closing => source.tongue.closing().to_owned(),
                    MeetingKind::Other => source.tongue.meeting().to_owned(),
                },
                on,
                at: Some(at),
                place: meeting.place.to_string(),
                attendance: attendance.collect::<Result<_, Stop>>()?,
                notes: notes.map(ToString::to_string).collect(),
            })
        })
        .collect()
}

/// The time zone of the plan's first session; UTC where there is none.
fn zone_of<'w>(source: &Source<'w>) -> Option<&'w Zone> {
    let first = source.plan.and_then(|plan| plan.sessions.first());
    first.map(|session| &session.zone)
}

fn participants(source: &Source<'_>) -> Result<Vec<out::Participant>, Stop> {
    let team: BTreeSet<_> = source.audit.team.iter().map(|member| member.person).collect();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for attendance in source.meetings.iter().flat_map(|meeting| &meeting.attendance) {
        if !team.contains(&attendance.person) && seen.insert(attendance.person) {
            let function = attendance.function.to_string();
            found.push(out::Participant { name: source.name(attendance.person)?, function });
        }
    }
    for person in source.plan.iter().flat_map(|plan| &plan.sessions).flat_map(|session| &session.contacts) {
        if !team.contains(person) && seen.insert(*person) {
            let contact = source.auditee.contacts.iter().find(|contact| contact.person == *person);
            let function = contact.map_or_else(
                || source.tongue.interviewed().to_owned(),
                |contact| contact.function.to_string(),
            );
            found.push(out::Participant { name: source.name(*person)?, function });
        }
    }
    Ok(found)
}

fn not_covered(source: &Source<'_>) -> Vec<out::NotCovered> {
    // Papers left out for one reason are one area: nobody reads the same sentence, or the same name of a standard, fifty times.
    let mut by_reason: BTreeMap<String, BTreeMap<&CriteriaId, Vec<&str>>> = BTreeMap::new();
    for paper in &source.papers {
        if let Some((Evaluation::NotAudited, reason, _)) = paper.state.evaluation() {
            let reason = reason.map(ToString::to_string).unwrap_or_default();
            let area = by_reason.entry(reason).or_default();
            for requirement in &paper.requirements {
                let ids = area.entry(&requirement.criteria).or_default();
                if !ids.contains(&requirement.id.as_str()) {
                    ids.push(requirement.id.as_str());
                }
            }
        }
    }
    let one_set = source.initiation.criteria.len() < 2;
    let papers = by_reason.into_iter().map(|(why, area)| {
        let of_set = |(criteria, ids): (&CriteriaId, Vec<&str>)| match one_set {
            true => ids.join(", "),
            false => format!("{criteria}: {}", ids.join(", ")),
        };
        out::NotCovered { what: area.into_iter().map(of_set).collect::<Vec<_>>().join("; "), why }
    });
    let done = source.audit.completion.as_ref().map(|done| done.not_done.as_slice()).unwrap_or_default();
    let planned =
        done.iter().map(|item| out::NotCovered { what: item.what.to_string(), why: item.reason.to_string() });
    papers.chain(planned).collect()
}

/// Whether the audit has come far enough that a report can be written.
pub(super) const fn reportable(audit: &Audit) -> bool {
    match audit.state {
        AuditState::Reporting { .. } | AuditState::Completed { .. } => true,
        AuditState::Planned
        | AuditState::Initiated { .. }
        | AuditState::Prepared { .. }
        | AuditState::Conducting { .. }
        | AuditState::Cancelled { .. }
        | AuditState::Terminated { .. }
        | AuditState::NotFeasible { .. } => false,
    }
}

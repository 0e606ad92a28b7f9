//! The plan and the meetings, read from the records.

use super::DocumentKind;
use super::content::{
    Attendee, AuditFacts, DocumentContent, Item, MeetingSaid, Member, Named, PlanSaid, Point, Says, SpotSaid,
    Stamped,
};
use crate::audit::checklists::{CLOSING_MEETING, OPENING_MEETING};
use crate::audit::{Audit, Initiation, Meeting, Plan, PlanState, Session, SpotSignature};
use crate::auditee::{Auditee, Organization, Soa, organization_id};
use crate::kernel::act::Stamp;
use crate::kernel::id::{AuditId, PersonId};
use crate::kernel::record::World;
use crate::kernel::refusal::Stop;
use crate::kernel::text::Zone;
use crate::report::people::{actor, day, local, name, names};
use crate::report::tongue::Tongue;
use crate::report_content::{self as out, Period};
use crate::words::{MeetingKind, SiteKind};

/// What every document of an audit reads.
pub(super) struct Read<'w> {
    pub(super) world: &'w World,
    pub(super) tongue: Tongue,
    pub(super) audit: &'w Audit,
    initiation: Option<&'w Initiation>,
    auditee: Option<&'w Auditee>,
    pub(super) plan: Option<&'w Plan>,
}

impl<'w> Read<'w> {
    pub(super) fn of(world: &'w World, audit: AuditId) -> Result<Self, Stop> {
        let audit = world.get::<Audit>(audit)?;
        let initiation = audit.initiation.as_ref();
        let auditee = world.find::<Auditee>(audit.auditee)?;
        let plan = audit.plan.map(|plan| world.get::<Plan>(plan)).transpose()?;
        let contacts = auditee.iter().flat_map(|auditee| &auditee.contacts).map(|contact| contact.person);
        let sessions = plan.iter().flat_map(|plan| &plan.sessions);
        let of_sessions =
            sessions.flat_map(|session| session.auditors.iter().chain(&session.contacts)).copied();
        let of_team = audit.team.iter().map(|member| member.person);
        world.want(of_team.chain(contacts).chain(of_sessions))?;
        Ok(Self {
            world,
            tongue: initiation.map_or(Tongue::English, |initiation| Tongue::of(&initiation.language)),
            audit,
            initiation,
            auditee,
            plan,
        })
    }

    pub(super) fn name(&self, person: PersonId) -> Result<String, Stop> {
        name(self.world, self.tongue, person)
    }

    pub(super) fn stamped(&self, stamp: &Stamp) -> Result<Stamped, Stop> {
        Ok(Stamped { by: actor(self.world, self.tongue, stamp)?, on: day(stamp.at) })
    }

    /// A document of the audit, as it stands: no draft.
    pub(super) fn document(&self, kind: DocumentKind, says: Says) -> Result<DocumentContent, Stop> {
        let organization = self.world.find::<Organization>(organization_id())?;
        Ok(DocumentContent {
            kind,
            language: self
                .initiation
                .map_or_else(|| "en".to_owned(), |initiation| initiation.language.to_string()),
            organization: organization.map(|organization| organization.name.to_string()).unwrap_or_default(),
            title: self.audit.title.to_string(),
            about: self.auditee_name(),
            id: self.audit.id.to_string(),
            version: None,
            is_draft: false,
            status: self.tongue.as_it_stands().to_owned(),
            stamped: None,
            mark: self.tongue.confidential().to_owned(),
            says,
        })
    }

    fn auditee_name(&self) -> String {
        self.auditee.map_or_else(|| self.tongue.erased().to_owned(), |auditee| auditee.name.to_string())
    }

    fn sessions(&self) -> Vec<&'w Session> {
        let mut sessions: Vec<&Session> = self.plan.iter().flat_map(|plan| &plan.sessions).collect();
        sessions.sort_by_key(|session| session.start);
        sessions
    }

    /// The time zone of the plan's first session; UTC where there is none.
    fn zone(&self) -> Option<&'w Zone> {
        self.sessions().first().map(|session| &session.zone)
    }

    fn period(&self) -> Period {
        let days: Vec<String> =
            self.sessions().iter().map(|session| local(session.start, Some(&session.zone)).0).collect();
        let window = self.audit.window;
        Period {
            from: days.first().cloned().unwrap_or_else(|| window.from.to_string()),
            to: days.last().cloned().unwrap_or_else(|| window.to.unwrap_or(window.from).to_string()),
        }
    }

    pub(super) fn facts(&self) -> Result<AuditFacts, Stop> {
        let tongue = self.tongue;
        let initiation = self.initiation;
        let soa = match initiation.and_then(|initiation| initiation.soa) {
            Some(soa) => self.world.find::<Soa>(soa)?,
            None => None,
        };
        let member = |member: &crate::audit::TeamMember| {
            Ok(Member {
                name: self.name(member.person)?,
                role: tongue.word("TeamRole", member.role.word()),
                areas: member.areas.iter().map(ToString::to_string).collect(),
            })
        };
        Ok(AuditFacts {
            audit_type: tongue.word("AuditType", self.audit.audit_type.word()),
            client: match initiation {
                Some(initiation) => self.name(initiation.client)?,
                None => tongue.not_initiated().to_owned(),
            },
            period: self.period(),
            scope: initiation.map(|initiation| initiation.scope.to_string()).unwrap_or_default(),
            method: initiation
                .map(|initiation| tongue.word("AuditMethod", initiation.method.word()))
                .unwrap_or_default(),
            days: tongue.days(&self.audit.days_planned.to_string()),
            objectives: initiation
                .iter()
                .flat_map(|initiation| &initiation.objectives)
                .map(|objective| objective.text.to_string())
                .collect(),
            criteria: initiation
                .iter()
                .flat_map(|initiation| &initiation.criteria)
                .map(ToString::to_string)
                .collect(),
            statement_of_applicability: soa
                .map(|soa| tongue.dated(soa.label.as_str(), &soa.dated.to_string())),
            locations: self.locations(),
            team: self.audit.team.iter().map(member).collect::<Result<_, Stop>>()?,
            contacts: self.contacts()?,
        })
    }

    fn locations(&self) -> Vec<out::Location> {
        let keys = self.initiation.map(|initiation| initiation.part.sites.as_slice()).unwrap_or_default();
        let sites = self.auditee.iter().flat_map(|auditee| &auditee.sites);
        sites
            .filter(|site| keys.is_empty() || keys.contains(&site.key))
            .map(|site| out::Location {
                name: site.name.to_string(),
                kind: match site.kind {
                    SiteKind::Physical => out::LocationKind::Physical,
                    SiteKind::Virtual => out::LocationKind::Virtual,
                },
                place: site.place.to_string(),
                dates: None,
            })
            .collect()
    }

    fn contacts(&self) -> Result<Vec<Named>, Stop> {
        let contacts = self.auditee.iter().flat_map(|auditee| &auditee.contacts);
        contacts
            .map(|contact| {
                Ok(Named { name: self.name(contact.person)?, function: contact.function.to_string() })
            })
            .collect()
    }
}

/// The plan of an audit, in its present version.
///
/// # Errors
/// [`Stop::Refused`] when there is no such audit; [`Stop::Need`].
pub fn plan(world: &World, audit: AuditId) -> Result<DocumentContent, Stop> {
    let read = Read::of(world, audit)?;
    let session = |session: &&Session| {
        let (on, start) = local(session.start, Some(&session.zone));
        let (_, end) = local(session.end, Some(&session.zone));
        Ok(out::Session {
            on,
            start,
            end,
            zone: session.zone.to_string(),
            place: session.place.to_string(),
            subject: session.subject.to_string(),
            requirements: session.requirements.iter().map(ToString::to_string).collect(),
            auditors: names(world, read.tongue, &session.auditors)?,
            auditees: names(world, read.tongue, &session.contacts)?,
            departure: None,
        })
    };
    let items = read.plan.iter().flat_map(|plan| &plan.items).map(|item| Item {
        item: item.item.to_string(),
        text: item.text.as_ref().map(ToString::to_string),
        omitted: item.omitted.as_ref().map(ToString::to_string),
    });
    let says = PlanSaid {
        audit: read.facts()?,
        sessions: read.sessions().iter().map(session).collect::<Result<_, Stop>>()?,
        items: items.collect(),
        reason: read.plan.and_then(|plan| plan.reason.as_ref()).map(ToString::to_string),
    };
    let mut document = read.document(DocumentKind::Plan, Says::Plan(says))?;
    document.is_draft = true;
    document.status = read.tongue.word("PlanState", "draft");
    if let Some(plan) = read.plan {
        document.id = plan.id.to_string();
        document.version = Some(plan.number);
        document.status = read.tongue.word("PlanState", plan.state.word());
        let stamp = match &plan.state {
            PlanState::Draft | PlanState::Superseded => None,
            PlanState::Presented { presented } => Some(presented),
            PlanState::Agreed { agreed } => Some(agreed),
        };
        document.is_draft = stamp.is_none();
        document.stamped = stamp.map(|stamp| read.stamped(stamp)).transpose()?;
    }
    Ok(document)
}

/// The agenda and the attendance of a meeting of an audit: as it was held, or as it is to be.
///
/// # Errors
/// [`Stop::Refused`] when there is no such audit; [`Stop::Need`].
pub fn meeting(world: &World, audit: AuditId, kind: DocumentKind) -> Result<DocumentContent, Stop> {
    let read = Read::of(world, audit)?;
    let (wanted, checklist) = match kind {
        DocumentKind::ClosingMeeting => (MeetingKind::Closing, CLOSING_MEETING),
        _ => (MeetingKind::Opening, OPENING_MEETING),
    };
    let mut meetings = world.list::<Meeting>("audit", audit)?;
    meetings.retain(|meeting| meeting.kind == wanted);
    meetings.sort_by_key(|meeting| meeting.held);
    let Some(held) = meetings.last() else {
        let says = MeetingSaid {
            audit: read.facts()?,
            on: None,
            at: None,
            place: None,
            agenda: checklist
                .iter()
                .map(|item| Point { item: item.id.to_owned(), covered: None, note: None })
                .collect(),
            attendance: expected(&read)?,
            minutes: None,
            signatures: Vec::new(),
        };
        let mut document = read.document(kind, Says::Meeting(says))?;
        document.is_draft = true;
        document.status = read.tongue.not_held().to_owned();
        return Ok(document);
    };
    let (on, at) = local(held.held, read.zone());
    world.want(held.attendance.iter().map(|there| there.person))?;
    let spot = world.list::<SpotSignature>("meeting", held.id)?;
    world.want(spot.iter().filter_map(|one| one.stamp.by.person()))?;
    let present = held.digest();
    let attendance = held.attendance.iter().map(|there| {
        let own = held.signed.iter().find(|signed| signed.by.person() == Some(there.person));
        let on_the_spot = spot.iter().find(|one| one.person == Some(there.person) && one.shown == present);
        let signed = own.or_else(|| on_the_spot.map(|one| &one.stamp));
        Ok(Attendee {
            name: read.name(there.person)?,
            function: there.function.to_string(),
            signed: signed.map(|signed| day(signed.at)),
        })
    });
    let signatures = spot.iter().map(|one| {
        Ok(SpotSaid {
            name: one.name.to_string(),
            function: one.function.to_string(),
            stamped: read.stamped(&one.stamp)?,
            drawing: one.drawing.as_ref().map(ToString::to_string),
            shown: one.shown.to_string(),
            by_passkey: one.passkey.is_some(),
            is_earlier: one.shown != present,
        })
    });
    let says = MeetingSaid {
        audit: read.facts()?,
        on: Some(on),
        at: Some(at),
        place: Some(held.place.to_string()),
        agenda: held
            .agenda
            .iter()
            .map(|item| Point {
                item: item.item.to_string(),
                covered: Some(item.covered),
                note: item.note.as_ref().map(ToString::to_string),
            })
            .collect(),
        attendance: attendance.collect::<Result<_, Stop>>()?,
        minutes: held.minutes.as_ref().map(ToString::to_string),
        signatures: signatures.collect::<Result<_, Stop>>()?,
    };
    let mut document = read.document(kind, Says::Meeting(says))?;
    document.id = held.id.to_string();
    document.status = read.tongue.held().to_owned();
    document.stamped = Some(read.stamped(&held.stamp)?);
    Ok(document)
}

/// Who is expected at a meeting: the team, and the contacts of the auditee.
fn expected(read: &Read<'_>) -> Result<Vec<Attendee>, Stop> {
    let team = read.audit.team.iter().map(|member| {
        let function = read.tongue.word("TeamRole", member.role.word());
        Ok(Attendee { name: read.name(member.person)?, function, signed: None })
    });
    let contacts = read.contacts()?.into_iter();
    let contacts =
        contacts.map(|contact| Ok(Attendee { name: contact.name, function: contact.function, signed: None }));
    team.chain(contacts).collect()
}

//! Reading the ties of one record: its own row, then the people of what it belongs to.

use std::collections::BTreeSet;

use assize_domain::access::{Role, Ties};
use assize_domain::kernel::datum::{Cell, CellType, Corrupt};
use assize_domain::kernel::id::{AuditId, Id as _, PersonId, ProgrammeId};
use assize_domain::words::{AuditType, Classification, ProgrammeRoleKind, TeamRole};
use assize_domain::{Key, Kind};
use uuid::Uuid;

use crate::db::{Arg, Conn, Sql as _, text};
use crate::error::StoreError;
use crate::glance::{optional, value};

/// What the row of a record says: the audit, the programme and the auditee it belongs to, a word that tells how it stands, and
/// two people whose it may be. Each statement gives these six columns.
const fn own(kind: Kind) -> &'static str {
    match kind {
        Kind::Organization => "SELECT NULL, NULL, NULL, NULL, NULL, NULL FROM organization WHERE id = $1",
        Kind::Person => "SELECT NULL, NULL, NULL, NULL, id, NULL FROM person WHERE id = $1",
        // The audit of an appraisal is not named: an appraisal is about a person, and who may see the audit need not know of it.
        Kind::Appraisal => {
            "SELECT NULL, NULL, NULL, NULL, person, COALESCE(stamp_by_person, stamp_by_on_behalf_of) \
             FROM appraisal WHERE id = $1"
        }
        Kind::Relation => {
            "SELECT NULL, NULL, NULL, NULL, person, COALESCE(stamp_by_person, stamp_by_on_behalf_of) \
             FROM relation WHERE id = $1"
        }
        Kind::Auditee => "SELECT NULL, NULL, id, NULL, NULL, NULL FROM auditee WHERE id = $1",
        Kind::Soa => "SELECT NULL, NULL, auditee, NULL, NULL, NULL FROM soa WHERE id = $1",
        Kind::Programme => "SELECT NULL, id, NULL, state, NULL, NULL FROM programme WHERE id = $1",
        Kind::PlannedAudit => {
            "SELECT id, programme, NULL, state, NULL, NULL FROM planned_audit WHERE id = $1"
        }
        Kind::Audit => "SELECT id, programme, auditee, state, NULL, NULL FROM audit WHERE id = $1",
        Kind::Plan => "SELECT audit, NULL, NULL, state, NULL, NULL FROM \"plan\" WHERE id = $1",
        Kind::InfoRequest => "SELECT audit, NULL, NULL, state, \"to\", NULL FROM info_request WHERE id = $1",
        Kind::Meeting => "SELECT audit, NULL, NULL, kind, NULL, NULL FROM meeting WHERE id = $1",
        Kind::Message => "SELECT audit, NULL, NULL, kind, NULL, NULL FROM message WHERE id = $1",
        Kind::AuditTest => "SELECT NULL, NULL, NULL, NULL, NULL, NULL FROM audit_test WHERE id = $1",
        Kind::Paper => "SELECT audit, NULL, NULL, state, NULL, NULL FROM paper WHERE id = $1",
        Kind::Note => "SELECT audit, NULL, NULL, NULL, NULL, NULL FROM note WHERE id = $1",
        Kind::Evidence => {
            "SELECT audit, NULL, CASE WHEN given_by IS NULL THEN NULL ELSE auditee END, classification, form_seen_by, (SELECT COALESCE(taken.stamp_by_person, \
             taken.stamp_by_on_behalf_of) FROM evidence_custody AS taken WHERE taken.of_record = evidence.id AND taken.pos = 0) \
             FROM evidence WHERE id = $1"
        }
        Kind::Finding => "SELECT audit, NULL, NULL, state, action_owner, NULL FROM finding WHERE id = $1",
        Kind::Report => "SELECT audit, NULL, NULL, state, NULL, NULL FROM report WHERE id = $1",
        Kind::Certification => {
            "SELECT NULL, NULL, auditee, state, NULL, NULL FROM certification WHERE id = $1"
        }
        Kind::Complaint => {
            "SELECT audit, NULL, NULL, state, COALESCE(state_handler, state_handled_by), \
             COALESCE(stamp_by_person, stamp_by_on_behalf_of) FROM complaint WHERE id = $1"
        }
        Kind::Erasure => {
            "SELECT NULL, NULL, NULL, NULL, COALESCE(stamp_by_person, stamp_by_on_behalf_of), NULL \
             FROM erasure WHERE id = $1"
        }
        Kind::MethodUse => "SELECT audit, programme, NULL, NULL, NULL, NULL FROM method_use WHERE id = $1",
        Kind::Draw => "SELECT audit, NULL, NULL, state, NULL, NULL FROM draw WHERE id = $1",
        Kind::ClaimSet => "SELECT audit, NULL, NULL, state, NULL, NULL FROM claim_set WHERE id = $1",
        Kind::MethodTable => "SELECT NULL, NULL, NULL, NULL, NULL, NULL FROM method_table WHERE id = $1",
        Kind::CriteriaSet => "SELECT NULL, NULL, auditee, NULL, NULL, NULL FROM criteria_set WHERE id = $1",
        Kind::Wording => {
            "SELECT NULL, NULL, criteria_set.auditee, NULL, NULL, NULL FROM wording \
             LEFT JOIN criteria_set ON criteria_set.id = wording.\"set\" WHERE wording.id = $1"
        }
        Kind::Mapping => "SELECT NULL, NULL, NULL, NULL, NULL, NULL FROM mapping WHERE id = $1",
        Kind::AuditTrail => "SELECT NULL, NULL, NULL, NULL, NULL, NULL FROM audit_trail WHERE id = $1",
        Kind::TrailCase => "SELECT audit, NULL, NULL, NULL, NULL, NULL FROM trail_case WHERE id = $1",
        Kind::HouseText => "SELECT NULL, NULL, NULL, NULL, NULL, NULL FROM house_text WHERE id = $1",
        Kind::TextUse => "SELECT audit, NULL, NULL, NULL, NULL, NULL FROM text_use WHERE id = $1",
        Kind::Template => "SELECT NULL, NULL, NULL, NULL, NULL, NULL FROM template WHERE id = $1",
        Kind::TemplateChoice => {
            "SELECT audit, NULL, NULL, NULL, NULL, NULL FROM template_choice WHERE id = $1"
        }
        Kind::Loan => "SELECT audit, NULL, NULL, NULL, NULL, NULL FROM loan WHERE id = $1",
        Kind::FieldAct => "SELECT audit, NULL, NULL, NULL, NULL, NULL FROM field_act WHERE id = $1",
        Kind::SpotSignature => "SELECT audit, NULL, NULL, NULL, NULL, NULL FROM spot_signature WHERE id = $1",
        Kind::AccessGrant => {
            "SELECT over_audit, over_programme, NULL, state, person, COALESCE(stamp_by_person, stamp_by_on_behalf_of) \
             FROM access_grant WHERE id = $1"
        }
    }
}

/// The people of an audit `$1`, of its programme `$2` and of its auditee `$3`, and whoever handles a complaint about it.
const OF_AUDIT: &str = "SELECT person, role FROM audit_team WHERE of_record = $1 \
     UNION ALL SELECT person, role FROM programme_roles WHERE of_record = $2 AND role <> 'complaint_handler' \
     UNION ALL SELECT person, 'auditee_contact' FROM auditee_contacts WHERE of_record = $3 \
     UNION ALL SELECT initiation_client, 'audit_client' FROM audit WHERE id = $1 AND initiation_client IS NOT NULL \
     UNION ALL SELECT complaint.state_handler, 'complaint_handler' FROM link JOIN complaint ON complaint.id = link.id \
     WHERE link.kind = 'complaint' AND link.name = 'audit' AND link.target = $1 AND complaint.state = 'assigned'";
/// The people of a programme.
const OF_PROGRAMME: &str = "SELECT person, role FROM programme_roles WHERE of_record = $1";
/// Who owns an action to improve a programme that is not done.
const ACTION_OWNERS: &str = "SELECT owner FROM programme_actions WHERE of_record = $1 AND done_given = 0";
/// Who manages any programme that is not closed: they keep the registers of the organization together.
const MANAGERS: &str = "SELECT DISTINCT programme_roles.person, programme_roles.role FROM programme_roles \
     JOIN programme ON programme.id = programme_roles.of_record \
     WHERE programme_roles.role = 'manager' AND programme.state <> 'closed'";
/// Who manages any programme that is not closed, or handles complaints in one.
const COMPLAINED_TO: &str = "SELECT DISTINCT programme_roles.person, programme_roles.role FROM programme_roles \
     JOIN programme ON programme.id = programme_roles.of_record \
     WHERE programme_roles.role IN ('manager', 'complaint_handler') AND programme.state <> 'closed'";
/// Who manages the programme of an audit, or handles complaints in it. Nobody of the audit itself: it may be about them.
const COMPLAINED_TO_OF_AUDIT: &str = "SELECT programme_roles.person, programme_roles.role FROM audit \
     JOIN programme_roles ON programme_roles.of_record = audit.programme \
     WHERE audit.id = $1 AND programme_roles.role IN ('manager', 'complaint_handler')";
/// The contacts of an auditee, and who has a role in a programme that plans audits there.
const OF_AUDITEE: &str = "SELECT person, 'auditee_contact' FROM auditee_contacts WHERE of_record = $1 \
     UNION SELECT programme_roles.person, programme_roles.role FROM link \
     JOIN planned_audit ON planned_audit.id = link.id \
     JOIN programme_roles ON programme_roles.of_record = planned_audit.programme \
     WHERE link.kind = 'planned_audit' AND link.name = 'auditee' AND link.target = $1 \
     AND programme_roles.role IN ('manager', 'technical_reviewer', 'decision_maker')";
/// The teams of the audits of an auditee that were not stopped.
const TEAMS: &str = "SELECT DISTINCT audit_team.person, audit_team.role FROM link JOIN audit ON audit.id = link.id \
     JOIN audit_team ON audit_team.of_record = audit.id WHERE link.kind = 'audit' AND link.name = 'auditee' \
     AND link.target = $1 AND audit.state NOT IN ('cancelled', 'terminated', 'not_feasible')";
/// The teams of the audits of an auditee that go on, and of those that were initiated with the Statement of Applicability `$2`.
const TEAMS_NOW: &str = "SELECT DISTINCT audit_team.person, audit_team.role FROM link JOIN audit ON audit.id = link.id \
     JOIN audit_team ON audit_team.of_record = audit.id WHERE link.kind = 'audit' AND link.name = 'auditee' \
     AND link.target = $1 AND (audit.state IN ('planned', 'initiated', 'prepared', 'conducting', 'reporting') \
     OR audit.initiation_soa = $2)";

/// The row of a record.
struct Own {
    audit: Option<AuditId>,
    programme: Option<ProgrammeId>,
    auditee: Option<Uuid>,
    word: String,
    /// Whose it may be.
    whose: Vec<PersonId>,
}

pub(super) async fn ties(sql: &mut Conn, key: Key) -> Result<Option<Ties>, StoreError> {
    let rows = sql.rows("reading a record", own(key.kind), &[key.id.into()], &[CellType::Text; 6]).await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let whose = [optional(row, 4, "person")?, optional(row, 5, "person")?];
    let own = Own {
        audit: optional(row, 0, "audit")?,
        programme: optional(row, 1, "programme")?,
        auditee: optional(row, 2, "auditee")?,
        word: text(row.get(3)),
        whose: whose.into_iter().flatten().collect(),
    };
    let mut ties = Ties {
        key,
        audit: own.audit,
        programme: own.programme,
        people: Vec::new(),
        released: false,
        classification: None,
    };
    match key.kind {
        Kind::Audit
        | Kind::Plan
        | Kind::InfoRequest
        | Kind::Meeting
        | Kind::Message
        | Kind::Paper
        | Kind::Note
        | Kind::Evidence
        | Kind::Finding
        | Kind::Report
        | Kind::Draw
        | Kind::ClaimSet
        | Kind::TrailCase
        | Kind::TextUse
        | Kind::TemplateChoice
        | Kind::Loan
        | Kind::FieldAct
        | Kind::SpotSignature => of_audit(sql, &own, &mut ties).await?,
        Kind::MethodUse if own.audit.is_some() => of_audit(sql, &own, &mut ties).await?,
        Kind::Programme | Kind::PlannedAudit | Kind::MethodUse => of_programme(sql, &own, &mut ties).await?,
        Kind::Auditee | Kind::Soa | Kind::Certification => of_auditee(sql, &own, &mut ties).await?,
        Kind::CriteriaSet | Kind::Wording if own.auditee.is_some() => {
            of_auditee(sql, &own, &mut ties).await?;
        }
        Kind::Complaint => of_complaint(sql, &own, &mut ties).await?,
        Kind::AccessGrant => of_grant(sql, &own, &mut ties).await?,
        Kind::Person | Kind::Appraisal | Kind::Relation | Kind::Erasure => {
            ties.people = people(sql, MANAGERS, &[]).await?;
            ties.people.extend(own.whose.iter().map(|person| (*person, Role::Themself)));
        }
        Kind::Organization
        | Kind::AuditTest
        | Kind::AuditTrail
        | Kind::MethodTable
        | Kind::HouseText
        | Kind::Template
        | Kind::Mapping
        | Kind::CriteriaSet
        | Kind::Wording => {
            ties.people = people(sql, MANAGERS, &[]).await?;
            ties.released = true;
        }
    }
    ties.people.sort_unstable();
    ties.people.dedup();
    Ok(Some(ties))
}

/// Rows of a person and the word of what they are.
async fn people(sql: &mut Conn, statement: &str, args: &[Arg]) -> Result<Vec<(PersonId, Role)>, StoreError> {
    let rows = sql.rows("reading who is what to a record", statement, args, &[CellType::Text; 2]).await?;
    let read = |row: &Vec<Cell>| Ok((value(row, 0, "person")?, role_of(&text(row.get(1)))?));
    Ok(rows.iter().map(read).collect::<Result<_, Corrupt>>()?)
}

/// The role that a word of a team, of a programme or of our own means.
pub(super) fn role_of(word: &str) -> Result<Role, Corrupt> {
    if let Ok(role) = word.parse::<TeamRole>() {
        return Ok(role.into());
    }
    if let Ok(role) = word.parse::<ProgrammeRoleKind>() {
        return Ok(role.into());
    }
    word.parse().map_err(|error| Corrupt::new(format!("`{word}` {error}")))
}

/// A list of people in a record.
async fn listed(sql: &mut Conn, statement: &str, id: Uuid) -> Result<Vec<PersonId>, StoreError> {
    let rows =
        sql.rows("reading who is named in a record", statement, &[id.into()], &[CellType::Text]).await?;
    Ok(rows.iter().map(|row| value(row, 0, "person")).collect::<Result<_, Corrupt>>()?)
}

/// What bears on an audit from its own row.
pub(super) struct AuditRow {
    pub(super) programme: ProgrammeId,
    auditee: Uuid,
    state: String,
    certifies: bool,
    reported: bool,
    contacted: bool,
}

/// The columns of an [`AuditRow`]; what follows says of which audits.
pub(super) const AUDIT_ROW: &str = "SELECT programme, auditee, state, audit_type, report, (SELECT MIN(of_record) FROM audit_contacts \
     WHERE audit_contacts.of_record = audit.id), id FROM audit WHERE id";

async fn audit_row(sql: &mut Conn, audit: AuditId) -> Result<Option<AuditRow>, StoreError> {
    let statement = format!("{AUDIT_ROW} = $1");
    let rows = sql.rows("reading an audit", &statement, &[audit.uuid().into()], &[CellType::Text; 7]).await?;
    Ok(rows.first().map(|row| AuditRow::of(row)).transpose()?)
}

impl AuditRow {
    pub(super) fn of(row: &[Cell]) -> Result<Self, Corrupt> {
        let audit_type: AuditType = value(row, 3, "audit_type")?;
        Ok(Self {
            programme: value(row, 0, "programme")?,
            auditee: value(row, 1, "auditee")?,
            state: text(row.get(2)),
            certifies: !matches!(audit_type, AuditType::Internal | AuditType::Supplier),
            reported: optional::<Uuid>(row, 4, "report")?.is_some(),
            contacted: optional::<Uuid>(row, 5, "contact")?.is_some(),
        })
    }

    /// Those of some people who are something to the audit now.
    pub(super) fn now(&self, found: Vec<(PersonId, Role)>) -> Vec<(PersonId, Role)> {
        // Who carries the audit out neither reviews it technically nor decides by it (ISO/IEC 17021-1:2015 9.5.1).
        let carries_out: BTreeSet<PersonId> =
            found.iter().filter(|(_, role)| in_team(*role)).map(|(person, _)| *person).collect();
        let judges = |role: Role| matches!(role, Role::TechnicalReviewer | Role::DecisionMaker);
        let is_now = |(person, role): &(PersonId, Role)| {
            self.has_come_to(*role) && !(judges(*role) && carries_out.contains(person))
        };
        found.into_iter().filter(is_now).collect()
    }

    /// Whether the auditee may know of the audit: somebody has spoken to them, or the audit has come so far that somebody must have.
    pub(super) fn released(&self) -> bool {
        self.contacted
            || matches!(
                self.state.as_str(),
                "initiated" | "prepared" | "conducting" | "reporting" | "completed" | "terminated"
            )
    }

    /// Whether a role in the programme is one in this audit yet: a technical reviewer's from the report on, a decision
    /// maker's once a report was issued that a decision on certification can rest on.
    fn has_come_to(&self, role: Role) -> bool {
        match role {
            Role::TechnicalReviewer => matches!(self.state.as_str(), "reporting" | "completed"),
            Role::DecisionMaker => self.certifies && self.reported,
            _ => true,
        }
    }
}

/// A record of an audit.
async fn of_audit(sql: &mut Conn, own: &Own, ties: &mut Ties) -> Result<(), StoreError> {
    let Some(audit) = own.audit else { return Ok(()) };
    let Some(row) = audit_row(sql, audit).await? else { return Ok(()) };
    let args: [Arg; 3] = [audit.uuid().into(), row.programme.uuid().into(), row.auditee.into()];
    ties.people = row.now(people(sql, OF_AUDIT, &args).await?);
    ties.programme = Some(row.programme);
    let word = own.word.as_str();
    match ties.key.kind {
        Kind::Audit => ties.released = row.released(),
        Kind::Plan => ties.released = matches!(word, "presented" | "agreed"),
        Kind::InfoRequest => {
            ties.released = true;
            ties.people.extend(own.whose.iter().map(|to| (*to, Role::Themself)));
        }
        Kind::Meeting => ties.released = word != "other" || contact_was_there(sql, ties).await?,
        Kind::Message => {
            let told =
                listed(sql, "SELECT value FROM message_told WHERE of_record = $1", ties.key.id).await?;
            ties.people.extend(told.into_iter().map(|person| (person, Role::Themself)));
        }
        Kind::Evidence => {
            ties.classification = word.parse::<Classification>().ok();
            // What the auditee gave is theirs to see; whatever the team took is not.
            ties.released = own.auditee.is_some();
            // Who took it, as long as they are something to the audit.
            let still = |person: &PersonId| ties.people.iter().any(|(there, _)| there == person);
            let took: Vec<PersonId> = own.whose.iter().copied().filter(still).collect();
            ties.people.extend(took.into_iter().map(|person| (person, Role::Themself)));
        }
        Kind::Finding => {
            ties.released = !matches!(word, "drafted" | "withdrawn");
            ties.people.extend(own.whose.iter().map(|owner| (*owner, Role::Themself)));
        }
        Kind::Report => {
            ties.released = matches!(word, "issued" | "replaced");
            if ties.released {
                const LIST: &str = "SELECT person FROM report_distribution WHERE of_record = $1";
                let list = listed(sql, LIST, ties.key.id).await?;
                ties.people.extend(list.into_iter().map(|person| (person, Role::Themself)));
            }
        }
        _ => {}
    }
    Ok(())
}

/// Whether a role is a place in the team.
const fn in_team(role: Role) -> bool {
    matches!(role, Role::Leader | Role::Auditor | Role::TechnicalExpert | Role::Observer | Role::Guide)
}

/// Whether a contact of the auditee was at a meeting.
async fn contact_was_there(sql: &mut Conn, ties: &Ties) -> Result<bool, StoreError> {
    let there =
        listed(sql, "SELECT person FROM meeting_attendance WHERE of_record = $1", ties.key.id).await?;
    Ok(there.iter().any(|person| ties.people.contains(&(*person, Role::AuditeeContact))))
}

/// A programme, or what it plans.
async fn of_programme(sql: &mut Conn, own: &Own, ties: &mut Ties) -> Result<(), StoreError> {
    let Some(programme) = own.programme else { return Ok(()) };
    ties.people = people(sql, OF_PROGRAMME, &[programme.uuid().into()]).await?;
    // A draft in which nobody is named yet who manages it is written by whoever drafts programmes.
    if !ties.people.iter().any(|(_, role)| *role == Role::ProgrammeManager) {
        ties.programme = None;
        ties.people.extend(people(sql, MANAGERS, &[]).await?);
    }
    if ties.key.kind == Kind::Programme {
        ties.released = own.word != "draft";
        let owners = listed(sql, ACTION_OWNERS, programme.uuid()).await?;
        ties.people.extend(owners.into_iter().map(|person| (person, Role::Themself)));
    }
    Ok(())
}

/// An auditee, and what is kept of it beside its audits.
async fn of_auditee(sql: &mut Conn, own: &Own, ties: &mut Ties) -> Result<(), StoreError> {
    let Some(auditee) = own.auditee else { return Ok(()) };
    ties.people = people(sql, OF_AUDITEE, &[auditee.into()]).await?;
    if ties.key.kind == Kind::Auditee {
        // Whoever plans audits has to find whom to audit.
        ties.people.extend(people(sql, MANAGERS, &[]).await?);
        ties.people.extend(people(sql, TEAMS, &[auditee.into()]).await?);
    } else {
        let args = [auditee.into(), ties.key.id.into()];
        ties.people.extend(people(sql, TEAMS_NOW, &args).await?);
    }
    // It is the auditee's own; their contacts know it.
    ties.released = !matches!(ties.key.kind, Kind::CriteriaSet | Kind::Wording);
    Ok(())
}

/// A complaint or an appeal.
async fn of_complaint(sql: &mut Conn, own: &Own, ties: &mut Ties) -> Result<(), StoreError> {
    ties.people = match own.audit {
        Some(audit) => people(sql, COMPLAINED_TO_OF_AUDIT, &[audit.uuid().into()]).await?,
        None => people(sql, COMPLAINED_TO, &[]).await?,
    };
    // INVARIANT (handler first): of the two people of a complaint's row the first is who handles it, where there are two;
    // where nobody does yet, only who entered it is there.
    let handled = own.word != "received";
    for (n, person) in own.whose.iter().enumerate() {
        let role = if handled && n == 0 { Role::ComplaintHandler } else { Role::Themself };
        ties.people.push((*person, role));
    }
    Ok(())
}

/// A right that was given: it concerns whom it was given to and who gave it, and the programme that it opens.
async fn of_grant(sql: &mut Conn, own: &Own, ties: &mut Ties) -> Result<(), StoreError> {
    if let Some(audit) = own.audit {
        ties.programme = audit_row(sql, audit).await?.map(|row| row.programme);
    }
    if let Some(programme) = ties.programme {
        ties.people = people(sql, OF_PROGRAMME, &[programme.uuid().into()]).await?;
    }
    ties.people.extend(own.whose.iter().map(|person| (*person, Role::Themself)));
    Ok(())
}

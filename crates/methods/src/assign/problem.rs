//! What the method is given: audits, auditors, policy and travel, as JSON. Declared here; looked at as a whole in [`super::sound`].

use assize_domain::kernel::macros::{data, words};
use assize_domain::kernel::text::{Language, Line, Slug};
use assize_domain::kernel::time::{Date, Period};
pub use assize_domain::policy::Rotation;
use assize_domain::policy::{Bar, Policy};
use assize_domain::words::{AuditMethod, AuditType, RelationKind, TeamRole};

words! {
    /// Whether the faces that an auditee knows are wished for.
    pub enum Faces {
        /// No wish.
        Indifferent = "indifferent",
        /// Those of the previous audit should come again.
        Continuity = "continuity",
        /// Others than those of the previous audit should come.
        Change = "change",
    }

    /// A day of the week.
    pub enum Weekday {
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
        /// Sunday.
        Sunday = "sunday",
    }

    /// How much is said about those who were not chosen.
    pub enum Explain {
        /// Each person in each audit, with the reason.
        Full = "full",
        /// Nothing.
        Nothing = "nothing",
    }
}

data! {
    /// Who audits what, and when: everything that the answer depends on.
    pub struct AssignmentProblem {
        /// The audits to be staffed and dated.
        audits: Vec<PlannedAudit>,
        /// The people who may be assigned.
        auditors: Vec<Auditor>,
        /// The house's policy. Absent: the law's own bars, no rotation, costs at face value.
        policy: Option<AssignmentPolicy>,
        /// One-way journeys between places. One direction stands for both unless both are given.
        travel: Vec<TravelFrom>,
        /// How long to search. Absent: [`Search::default`].
        search: Option<Search>,
    }

    /// An audit of the programme.
    pub struct PlannedAudit {
        /// Its key.
        id: Slug,
        /// The auditee's key: relations and rotation are about it.
        auditee: Slug,
        /// The type of audit: which relations bar depends on it.
        audit_type: AuditType,
        /// The first and the last date on which it may take place; the end must be given.
        window: Period,
        /// Consecutive working days on which the whole team audits.
        days: u8,
        /// How it is carried out. A remote audit needs no journey.
        method: AuditMethod,
        /// Where, in the order visited. Journeys between them fall within the audit's days.
        sites: Vec<Site>,
        /// Areas of competence that leader, auditors and technical experts cover together on every day.
        competences: Vec<Slug>,
        /// Languages of the audit: each in the team speaks one of them. None: no such rule.
        languages: Vec<Language>,
        /// The leader and the auditors together.
        team_size: u8,
        /// Technical experts that may be added for competence. Absent: none.
        experts_max: Option<u8>,
        /// Places for auditors in training. Absent: none.
        learning_places: Option<u8>,
        /// Who audited this auditee before, for rotation and for known faces.
        previous_teams: Vec<PreviousTeam>,
        /// What is settled and must be kept.
        fixed: Option<Fixed>,
        /// The plan so far. Where any audit has one, the fewest changes come before every other wish.
        current: Option<CurrentPlan>,
    }

    /// A place where an audit is carried out.
    pub struct Site {
        /// The place's key in the travel table.
        place: Slug,
    }

    /// Somebody in a team.
    pub struct Seat {
        /// The person's key.
        auditor: Slug,
        /// The role.
        role: TeamRole,
    }

    /// A team that audited the auditee before.
    pub struct PreviousTeam {
        /// When that audit ended.
        date: Date,
        /// Who was in the team; people who have left since may stand here.
        members: Vec<Seat>,
    }

    /// What is settled of an audit.
    pub struct Fixed {
        /// The first day.
        start: Option<Date>,
        /// People in their roles.
        members: Vec<Seat>,
        /// Whether the members are the whole team. Absent: no.
        whole: Option<bool>,
    }

    /// What was planned so far for an audit.
    pub struct CurrentPlan {
        /// The first day.
        start: Date,
        /// The team; people who dropped out may stand here.
        members: Vec<Seat>,
    }

    /// Somebody who may be assigned.
    pub struct Auditor {
        /// The person's key.
        id: Slug,
        /// Roles that the person may hold: leader, auditor, trainee, technical_expert.
        roles: Vec<TeamRole>,
        /// Areas of competence, with their validity.
        competences: Vec<Competence>,
        /// Languages spoken.
        languages: Vec<Language>,
        /// Methods that the person can audit by. None: all.
        methods: Vec<AuditMethod>,
        /// Spans in which the person can be assigned. None: always.
        available: Vec<Period>,
        /// Spans in which the person cannot.
        away: Vec<Period>,
        /// The place that journeys begin and end at.
        home: Slug,
        /// What a day of the person costs, auditing or travelling, in cents.
        day_rate_cents: u32,
        /// Days already worked or promised elsewhere, counted for evenness and limit. Absent: 0.
        days_before: Option<u16>,
        /// The most days in all, auditing and travelling. Absent: no limit.
        days_max: Option<u16>,
        /// The most days in a calendar month. Absent: no limit.
        month_days_max: Option<u8>,
        /// Relations to auditees.
        relations: Vec<Tie>,
    }

    /// An area that somebody is competent in.
    pub struct Competence {
        /// The area.
        area: Slug,
        /// From when. Absent: always was.
        from: Option<Date>,
        /// Until when. Absent: no end.
        to: Option<Date>,
    }

    /// A relation to an auditee.
    pub struct Tie {
        /// The auditee's key.
        auditee: Slug,
        /// Its kind.
        kind: RelationKind,
        /// How long it lasted or lasts.
        period: Period,
        /// Approved safeguards, which lift a bar that the policy calls liftable.
        safeguards: Option<Line>,
    }

    /// What the house has decided.
    #[derive(Default)]
    pub struct AssignmentPolicy {
        /// Which relation bars which role in which type of audit. Absent: the law's default, [`Policy`].
        bars: Option<Vec<Bar>>,
        /// How often somebody may come in a row.
        rotation: Vec<Rotation>,
        /// What the wishes weigh. Absent: [`Weights::default`].
        weights: Option<Weights>,
        /// Days on which audits and journeys take place. None: Monday to Friday.
        working_week: Vec<Weekday>,
        /// Days on which they do not.
        holidays: Vec<Date>,
    }

    /// What the wishes weigh, all in cents, so that they can be added.
    pub struct Weights {
        /// Per cent of the journeys' cost that counts.
        travel_percent: u16,
        /// Per cent of the daily rates that counts.
        fee_percent: u16,
        /// What a day of travelling counts beside that.
        travel_day_cents: u32,
        /// What each further day of one person counts more than the day before it: the price of uneven workload.
        even_cents: u32,
        /// Whether known faces are wished for.
        faces: Faces,
        /// What each leader or auditor against that wish counts.
        faces_cents: u32,
        /// What each learning place left empty counts.
        learning_cents: u32,
    }

    /// Journeys from a place.
    pub struct TravelFrom {
        /// The place.
        from: Slug,
        /// The places that can be reached.
        to: Vec<Journey>,
    }

    /// A journey, one way.
    pub struct Journey {
        /// Where to.
        place: Slug,
        /// What it costs for one person, in cents.
        cents: u32,
        /// Working days that it takes away.
        days: u8,
    }

    /// How long to search. Steps, not seconds: the same problem gives the same answer everywhere.
    pub struct Search {
        /// The seed of every choice.
        seed: u32,
        /// Attempts to improve the plan.
        steps: u32,
        /// Nodes of the proof.
        nodes: u32,
        /// What to say about those not chosen.
        explain: Explain,
    }
}

impl Default for Search {
    fn default() -> Self {
        Self { seed: 1, steps: 20_000, nodes: 5_000_000, explain: Explain::Full }
    }
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            travel_percent: 100,
            fee_percent: 100,
            travel_day_cents: 0,
            even_cents: 500,
            faces: Faces::Indifferent,
            faces_cents: 0,
            learning_cents: 0,
        }
    }
}

impl AssignmentPolicy {
    /// The bars that hold.
    #[must_use]
    pub fn bars_in_force(&self) -> Vec<Bar> {
        self.bars.clone().unwrap_or_else(|| Policy::default().bars)
    }
}

impl PlannedAudit {
    /// The last date of the window; its first where no end is given, which a sound problem does not do.
    #[must_use]
    pub fn window_end(&self) -> Date {
        self.window.to.unwrap_or(self.window.from)
    }

    /// Whether anything of the present plan differs from a new one costs a change.
    #[must_use]
    pub fn is_replanned(&self) -> bool {
        self.current.is_some()
    }
}

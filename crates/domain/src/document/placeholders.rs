//! The names that templates may use, by the kind of document. docs/formats.md lists them; a test compares it.

use super::DocumentKind;

/// A name that a template may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placeholder {
    /// The name.
    pub name: &'static str,
    /// What stands in its place, or is repeated.
    pub about: &'static str,
    /// Of a list, the names within it.
    pub of: &'static [Self],
}

impl Placeholder {
    /// By which its meaning is found in other languages: the words of what it stands for.
    #[must_use]
    pub fn key(&self) -> String {
        let plain: String = self
            .about
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
            .collect();
        plain.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
    }
}

const fn t(name: &'static str, about: &'static str) -> Placeholder {
    Placeholder { name, about, of: &[] }
}

const fn l(name: &'static str, about: &'static str, of: &'static [Placeholder]) -> Placeholder {
    Placeholder { name, about, of }
}

/// The names of a kind of document.
#[must_use]
pub fn placeholders(kind: DocumentKind) -> Vec<Placeholder> {
    let own: &[&[Placeholder]] = match kind {
        DocumentKind::Report => &[AUDIT, SESSIONS, REPORT],
        DocumentKind::Plan => &[AUDIT, SESSIONS, PLAN],
        DocumentKind::Nonconformities | DocumentKind::CorrectiveActions => &[AUDIT, FOLLOWED],
        DocumentKind::OpeningMeeting | DocumentKind::ClosingMeeting => &[AUDIT, MEETING],
        DocumentKind::Profile => &[PROFILE],
    };
    [&[DOCUMENT], own].concat().concat()
}

const DOCUMENT: &[Placeholder] = &[
    t("document.kind", "what kind of document it is"),
    t("document.id", "the id of the record it is made from"),
    t("document.version", "the version of that record"),
    t("document.status", "how far it has come"),
    t("document.by", "who brought it so far"),
    t("document.on", "the day of that"),
    t("document.made", "the day it is made"),
    t("document.mark", "DRAFT, or nothing; where a template has no place for it, it is written at the top"),
    t("document.confidentiality", "how confidential it is"),
    t("organization.name", "the auditing organization"),
    t("organization.address", "its address, of the letterhead"),
    t("organization.footer", "its footer, of the letterhead"),
];

const AUDIT: &[Placeholder] = &[
    t("audit.title", "the title of the audit"),
    t("audit.type", "the type of audit"),
    t("audit.auditee", "the auditee"),
    t("audit.client", "the audit client"),
    t("audit.from", "the first day"),
    t("audit.to", "the last day"),
    t("audit.period", "from the first day to the last"),
    t("audit.scope", "the scope"),
    t("audit.method", "on site, remote, or both"),
    t("audit.days", "auditor days"),
    t("audit.soa", "the Statement of Applicability"),
    l(
        "objectives",
        "the objectives",
        &[
            t("number", "its number"),
            t("text", "the objective"),
            t("met", "whether it was met; of a report"),
            t("reason", "why; of a report"),
        ],
    ),
    l("criteria", "the sets of criteria", &[t("name", "the set with its edition")]),
    l(
        "locations",
        "the locations in scope",
        &[t("name", "its name"), t("kind", "physical or virtual"), t("place", "the address or platform")],
    ),
    l(
        "team",
        "the audit team",
        &[t("name", "the name"), t("role", "the role"), t("areas", "the competence brought")],
    ),
    l(
        "contacts",
        "who stands for the auditee; of a report, who took part",
        &[t("name", "the name"), t("function", "the function")],
    ),
];

const SESSIONS: &[Placeholder] = &[l(
    "sessions",
    "the sessions of the plan",
    &[
        t("on", "the day"),
        t("start", "when it begins"),
        t("end", "when it ends"),
        t("zone", "the time zone"),
        t("subject", "the subject"),
        t("requirements", "the requirements"),
        t("place", "where"),
        t("auditors", "the auditors"),
        t("auditees", "people of the auditee"),
    ],
)];

const PLAN: &[Placeholder] = &[
    t("plan.reason", "why this version replaces the one before"),
    l(
        "items",
        "the items of the plan's checklist",
        &[t("name", "what it is about"), t("text", "what the plan says, or why it says nothing")],
    ),
];

const MEETING: &[Placeholder] = &[
    t("meeting.on", "the day"),
    t("meeting.at", "the time of day"),
    t("meeting.place", "where"),
    t("meeting.minutes", "the minutes"),
    l(
        "agenda",
        "the points of the agenda",
        &[
            t("number", "its number"),
            t("point", "the point"),
            t("covered", "whether it was covered"),
            t("note", "what was said"),
        ],
    ),
    l(
        "attendance",
        "who was there, or is expected",
        &[t("name", "the name"), t("function", "the function"), t("signed", "the day on which they signed")],
    ),
];

const FOLLOWED: &[Placeholder] = &[l(
    "nonconformities",
    "the nonconformities",
    &[
        t("number", "its number"),
        t("title", "its title"),
        t("grade", "its grade"),
        t("state", "where it stands"),
        t("requirements", "the requirements"),
        t("breaches", "the clauses breached besides"),
        t("statement", "the statement"),
        t("evidence", "the objective evidence"),
        t("raised_by", "who wrote it"),
        t("raised_on", "the day of that"),
        t("response", "what the auditee says"),
        t("due_acknowledge", "by when it is to be acknowledged"),
        t("due_plan", "by when correction, cause and plan are due"),
        t("due_implement", "by when it is to be implemented"),
        t("due_effectiveness", "by when its effect is to be checked"),
        t("correction", "the correction"),
        t("correction_by", "who said so"),
        t("correction_on", "the day of that"),
        t("cause", "the root cause"),
        t("cause_by", "who said so"),
        t("cause_on", "the day of that"),
        t("action", "the corrective action"),
        t("action_owner", "who answers for it"),
        t("action_due", "by when"),
        t("accepted_by", "who accepted the plan"),
        t("accepted_on", "the day of that"),
        t("implementation", "what was implemented"),
        t("verification", "what the verification found"),
        t("verification_by", "who verified it"),
        t("verification_on", "the day of that"),
        t("effectiveness", "what the check of effectiveness found"),
        t("closed_by", "who closed it"),
        t("closed_on", "the day of that"),
        l("references", "the evidence it rests on", REFERENCE),
    ],
)];

const REFERENCE: &[Placeholder] =
    &[t("reference", "its number in the register"), t("title", "its title"), t("sha256", "its digest")];

const REPORT: &[Placeholder] = &[
    t("report.digest", "the digest of the content"),
    t("report.summary", "the summary"),
    t("report.process", "the audit process"),
    t("report.obstacles", "obstacles"),
    t("report.sampling", "the limits of sampling"),
    t("report.conformity", "the extent of conformity"),
    t("report.degree", "the degree to which the criteria are met"),
    t("report.effectiveness", "the effectiveness of the management system"),
    t("report.trends", "trends"),
    t("report.recommendation", "the recommendation"),
    t("report.recommendation_reason", "its reason"),
    t("report.implications", "implications for later audits"),
    t("report.confidentiality", "what is said of confidentiality"),
    t("report.complaints", "how to complain or appeal"),
    t("report.written_by", "who wrote it"),
    t("report.reviewed_by", "who reviewed it"),
    t("report.approved_by", "who approved it"),
    t("report.approved_on", "the day of that"),
    l(
        "findings",
        "the findings",
        &[
            t("number", "its number"),
            t("kind", "its kind, and the grade of a nonconformity"),
            t("title", "its title"),
            t("statement", "the statement"),
            t("evidence", "the objective evidence"),
            t("requirements", "the requirements"),
            t("breaches", "the clauses breached besides"),
            t("response", "what the auditee says"),
            l("references", "the evidence it rests on", REFERENCE),
            l("due", "by when steps are due", &[t("step", "the step"), t("on", "the day")]),
            l("actions", "the corrective actions agreed", ACTION),
        ],
    ),
    l("follow_up", "follow-up of the audit as a whole", ACTION),
    l("not_covered", "areas in scope that were not covered", &[t("what", "the area"), t("why", "why")]),
    l(
        "tests",
        "the audit tests",
        &[
            t("id", "the id of the test"),
            t("title", "its title"),
            t("requirement", "the requirement"),
            t("evaluation", "the evaluation"),
            t("reason", "why"),
            t("evaluator", "who evaluated it"),
            t("reviewer", "who else reviewed it"),
        ],
    ),
    l(
        "evidence",
        "the register of evidence",
        &[
            t("reference", "its number"),
            t("title", "its title"),
            t("source", "where it is from"),
            t("sha256", "its digest"),
            t("by", "who took it"),
            t("on", "the day of that"),
        ],
    ),
    l(
        "distribution",
        "the distribution list",
        &[t("name", "the name"), t("function", "the function"), t("organization", "the organization")],
    ),
    l(
        "history",
        "the versions of the report",
        &[t("version", "its number"), t("on", "the day"), t("why", "why it was written")],
    ),
    l(
        "signatures",
        "the signatures",
        &[t("name", "who signed"), t("what", "what was signed"), t("how", "how"), t("on", "the day")],
    ),
];

const ACTION: &[Placeholder] =
    &[t("action", "the action"), t("owner", "who answers for it"), t("by", "by when")];

const PROFILE: &[Placeholder] = &[
    t("person.name", "the name"),
    t("person.employer", "where they work"),
    t("person.languages", "languages"),
    t("person.code", "the code of conduct accepted"),
    l(
        "credentials",
        "what shows competence",
        &[
            t("area", "the area"),
            t("title", "the title"),
            t("kind", "what it is"),
            t("issuer", "who gave it"),
            t("amount", "how much of it"),
            t("valid", "when it was had, or is valid"),
        ],
    ),
    l(
        "development",
        "continual professional development",
        &[t("on", "the day"), t("what", "what was done"), t("area", "the area"), t("hours", "hours")],
    ),
    l(
        "audits",
        "audits",
        &[
            t("title", "the title"),
            t("auditee", "the auditee"),
            t("type", "the type of audit"),
            t("role", "the role"),
            t("criteria", "the criteria"),
            t("last_day", "the last day"),
            t("days", "auditor days of the team"),
        ],
    ),
    l(
        "evaluations",
        "evaluations",
        &[
            t("on", "the day"),
            t("by", "by whom"),
            t("role", "for which role"),
            t("method", "by which method"),
            t("result", "the result"),
            t("reasons", "why"),
            t("shown", "behaviours that were shown"),
            t("not_shown", "behaviours that were not"),
            t("followed", "what followed"),
        ],
    ),
];

//! The checklists that the law of an audit leans on: what a plan says, what the opening and the closing meeting go
//! through. The words are ours; what stands in the standards as fitting only in some audits may be left out with the
//! reason.

use crate::kernel::text::Slug;

/// An item of a checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its id, stable for ever.
    pub id: &'static str,
    /// What it asks for.
    pub text: &'static str,
    /// Whether it must be there; otherwise the reason why it does not fit will do.
    pub required: bool,
}

const fn must(id: &'static str, text: &'static str) -> Item {
    Item { id, text, required: true }
}

const fn as_fit(id: &'static str, text: &'static str) -> Item {
    Item { id, text, required: false }
}

/// What an audit plan says (ISO 19011:2018 6.3.2.2; ISO/IEC 27007:2020 6.3.2).
pub const PLAN: &[Item] = &[
    must("audit_plan.objectives", "objectives of the audit"),
    must("audit_plan.scope", "scope: organization, functions, processes"),
    must(
        "audit_plan.criteria",
        "criteria and reference documents; for an ISMS the version of the Statement of Applicability",
    ),
    must(
        "audit_plan.schedule",
        "locations physical and virtual, dates, expected times and durations, meetings with the auditee's management",
    ),
    must("audit_plan.familiarization", "what the team needs in order to know the facilities and processes"),
    must("audit_plan.methods", "methods, and how far evidence is sampled"),
    must("audit_plan.roles", "roles and responsibilities of the team, guides, observers and interpreters"),
    must("audit_plan.resources", "resources, by the risks and opportunities of what is audited"),
    as_fit("audit_plan.representative", "who represents the auditee"),
    as_fit("audit_plan.language", "working and reporting language"),
    as_fit("audit_plan.report_topics", "topics of the report"),
    as_fit("audit_plan.logistics", "travel, communication, arrangements for the locations"),
    as_fit("audit_plan.risk_actions", "actions for the risks to reaching the objectives"),
    as_fit(
        "audit_plan.confidentiality",
        "confidentiality and information security; for an ISMS access to sensitive information and whether copies may be taken",
    ),
    as_fit("audit_plan.earlier_follow_up", "follow-up from earlier audits and other sources"),
    as_fit("audit_plan.follow_up", "follow-up activities of this audit"),
    as_fit("audit_plan.coordination", "coordination with other audits, where it is a joint one"),
];

/// What the opening meeting goes through (ISO 19011:2018 6.4.3).
pub const OPENING_MEETING: &[Item] = &[
    must("opening_meeting.introductions", "who is here, and in what role"),
    must("opening_meeting.objectives_scope_criteria", "objectives, scope and criteria"),
    must("opening_meeting.plan", "the plan, and changes to it"),
    must("opening_meeting.communication", "channels of communication between team and auditee"),
    must("opening_meeting.language", "language of the audit"),
    must("opening_meeting.keeping_informed", "how the auditee is kept informed of progress"),
    must("opening_meeting.resources", "resources and facilities the team needs"),
    must("opening_meeting.confidentiality", "confidentiality and information security"),
    must("opening_meeting.safety_access", "safety, access, emergencies"),
    must("opening_meeting.reporting", "how findings are reported and graded"),
    must("opening_meeting.termination", "on what conditions the audit may be ended early"),
    must("opening_meeting.closing_meeting", "the closing meeting: when, and what it is for"),
    must("opening_meeting.feedback", "how to give feedback, complain or appeal"),
];

/// What the closing meeting goes through (ISO 19011:2018 6.4.10).
pub const CLOSING_MEETING: &[Item] = &[
    must("closing_meeting.sample", "that the evidence was a sample and need not show the whole"),
    must("closing_meeting.reporting", "how and when the report comes"),
    must("closing_meeting.addressing", "how findings are to be addressed, and by when"),
    must("closing_meeting.consequences", "what follows when findings are not addressed"),
    must(
        "closing_meeting.presentation",
        "findings and conclusions, so that they are understood and acknowledged",
    ),
    must(
        "closing_meeting.diverging_opinions",
        "diverging opinions: discussed, settled if possible, else recorded",
    ),
    must("closing_meeting.follow_up", "follow-up activities after the audit"),
    must("closing_meeting.complaints", "complaints and appeals"),
];

/// The item with this id.
pub(super) fn item(list: &'static [Item], id: &Slug) -> Option<&'static Item> {
    list.iter().find(|item| item.id == id.as_str())
}

/// The items of a checklist that are not among those given.
pub(super) fn missing<'a>(
    list: &'static [Item],
    given: impl Fn(&Item) -> bool + 'a,
) -> impl Iterator<Item = &'static Item> + 'a {
    list.iter().filter(move |item| !given(item))
}

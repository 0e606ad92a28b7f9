//! The words of the checklists that the law of an audit leans on: what a plan says, what the opening and the closing meeting
//! go through.

use crate::web::words::Words;

/// Each item with the key of its words.
const ITEMS: &[(&str, &str)] = &[
    ("audit_plan.objectives", "plan-item-objectives"),
    ("audit_plan.scope", "plan-item-scope"),
    ("audit_plan.criteria", "plan-item-criteria"),
    ("audit_plan.schedule", "plan-item-schedule"),
    ("audit_plan.familiarization", "plan-item-familiarization"),
    ("audit_plan.methods", "plan-item-methods"),
    ("audit_plan.roles", "plan-item-roles"),
    ("audit_plan.resources", "plan-item-resources"),
    ("audit_plan.representative", "plan-item-representative"),
    ("audit_plan.language", "plan-item-language"),
    ("audit_plan.report_topics", "plan-item-report-topics"),
    ("audit_plan.logistics", "plan-item-logistics"),
    ("audit_plan.risk_actions", "plan-item-risk-actions"),
    ("audit_plan.confidentiality", "plan-item-confidentiality"),
    ("audit_plan.earlier_follow_up", "plan-item-earlier-follow-up"),
    ("audit_plan.follow_up", "plan-item-follow-up"),
    ("audit_plan.coordination", "plan-item-coordination"),
    ("opening_meeting.introductions", "opening-item-introductions"),
    ("opening_meeting.objectives_scope_criteria", "opening-item-objectives"),
    ("opening_meeting.plan", "opening-item-plan"),
    ("opening_meeting.communication", "opening-item-communication"),
    ("opening_meeting.language", "opening-item-language"),
    ("opening_meeting.keeping_informed", "opening-item-keeping-informed"),
    ("opening_meeting.resources", "opening-item-resources"),
    ("opening_meeting.confidentiality", "opening-item-confidentiality"),
    ("opening_meeting.safety_access", "opening-item-safety"),
    ("opening_meeting.reporting", "opening-item-reporting"),
    ("opening_meeting.termination", "opening-item-termination"),
    ("opening_meeting.closing_meeting", "opening-item-closing"),
    ("opening_meeting.feedback", "opening-item-feedback"),
    ("closing_meeting.sample", "closing-item-sample"),
    ("closing_meeting.reporting", "closing-item-reporting"),
    ("closing_meeting.addressing", "closing-item-addressing"),
    ("closing_meeting.consequences", "closing-item-consequences"),
    ("closing_meeting.presentation", "closing-item-presentation"),
    ("closing_meeting.diverging_opinions", "closing-item-diverging"),
    ("closing_meeting.follow_up", "closing-item-follow-up"),
    ("closing_meeting.complaints", "closing-item-complaints"),
];

/// What an item asks for; nothing for one that is on no checklist.
pub(crate) fn label(words: &Words, item: &str) -> Option<String> {
    let (_, key) = ITEMS.iter().find(|(id, _)| *id == item)?;
    words.maybe(key)
}

/// What an item is called: as the checklist has it, or as the team named it.
pub(crate) fn named(words: &Words, item: &str) -> String {
    label(words, item).unwrap_or_else(|| item.replace(['_', '-', '.'], " "))
}

#[cfg(test)]
mod tests {
    use assize_domain::audit::checklists::{CLOSING_MEETING, OPENING_MEETING, PLAN};

    use super::*;
    use crate::web::words::Language;

    #[test]
    fn every_item_of_the_checklists_has_its_words() {
        let words = Words::new(Language::German, "UTC");
        for item in [PLAN, OPENING_MEETING, CLOSING_MEETING].into_iter().flatten() {
            assert!(label(&words, item.id).is_some(), "{}", item.id);
        }
    }
}

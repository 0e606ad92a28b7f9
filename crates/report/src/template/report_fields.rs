//! The values of a report, by their names.

use assize_domain::document::DocumentKind;
use assize_domain::report_content::{
    Evaluation, FollowUp, ReportContent, Requirement, Signature, StatusState,
};

use super::fields::{Group, answered, around, of_location, of_reference, of_session};
use crate::render::{Marking, RenderContext};
use crate::said::{Said, requirement};

pub(super) fn of_report(content: &ReportContent, context: &RenderContext, said: &Said) -> Group {
    let mut group = Group::default();
    around(&mut group, DocumentKind::Report, context, context.marking == Marking::Draft, said);
    group.text("document.id", &content.document_id);
    group.text("document.version", content.version.to_string());
    let state = match content.status.state {
        StatusState::Draft => "status-draft",
        StatusState::Reviewed => "status-reviewed",
        StatusState::Approved => "status-approved",
    };
    group.text("document.status", said.say(state));
    let last = [&content.status.approved, &content.status.reviewed, &content.status.written];
    let last = last.into_iter().find_map(Option::as_ref);
    group.maybe("document.by", last.map(|signature| signature.name.clone()));
    group.maybe("document.on", last.map(|signature| said.day(&signature.on)));
    group.text("document.confidentiality", &content.confidentiality_mark);
    group.text("organization.name", &content.auditing_organization.name);
    of_audit(&mut group, content, said);
    texts(&mut group, content, said);
    findings(&mut group, content, said);
    registers(&mut group, content, context, said);
    group
}

fn of_audit(group: &mut Group, content: &ReportContent, said: &Said) {
    group.text("audit.title", &content.title);
    group.text("audit.type", &content.audit_type);
    group.text("audit.auditee", &content.auditee.organization);
    group.text("audit.client", &content.audit_client.name);
    group.text("audit.from", said.day(&content.period.from));
    group.text("audit.to", said.day(&content.period.to));
    group.text("audit.period", said.span(&content.period));
    group.text("audit.scope", &content.scope);
    group.text("audit.method", &content.methods.summary);
    group.maybe("audit.days", content.methods.duration.clone());
    group.maybe("audit.soa", content.statement_of_applicability.clone());
    group.list("objectives", &content.objectives, |group, index, objective| {
        group.text("number", (index + 1).to_string());
        group.text("text", &objective.text);
        group.maybe("met", objective.met.map(|met| said.extent("met", met)));
        group.maybe("reason", objective.reason.clone());
    });
    group.list("criteria", &content.criteria, |group, _, criterion| group.text("name", &criterion.id));
    group.list("locations", &content.locations, |group, _, location| of_location(group, location, said));
    group.list("team", &content.team, |group, _, member| {
        group.text("name", &member.name);
        group.text("role", &member.role);
        group.text("areas", member.competence.join(", "));
    });
    group.list("contacts", &content.participants, |group, _, one| {
        group.text("name", &one.name);
        group.text("function", &one.function);
    });
    group.list("sessions", &content.sessions, |group, _, session| of_session(group, session, said));
}

fn texts(group: &mut Group, content: &ReportContent, said: &Said) {
    group.text("report.digest", content.digest());
    group.maybe("report.summary", content.summary.clone());
    group.maybe("report.process", content.process_summary.clone());
    group.text("report.obstacles", content.obstacles.join("\n"));
    group.text("report.sampling", &content.sampling);
    let conclusions = content.conclusions.as_ref();
    group.maybe("report.conformity", conclusions.map(|of| of.conformity.clone()));
    group.maybe("report.degree", conclusions.map(|of| of.degree_met.clone()));
    group.maybe("report.effectiveness", conclusions.and_then(|of| of.effectiveness.clone()));
    group.maybe("report.trends", conclusions.and_then(|of| of.trends.clone()));
    group.maybe("report.recommendation", conclusions.and_then(|of| of.recommendation.clone()));
    group.maybe("report.recommendation_reason", conclusions.and_then(|of| of.recommendation_reason.clone()));
    group.maybe("report.implications", content.programme_implications.clone());
    group.maybe("report.confidentiality", content.confidentiality.clone());
    group.maybe("report.complaints", content.complaints.clone());
    let name = |signature: &Option<Signature>| signature.as_ref().map(|signature| signature.name.clone());
    group.maybe("report.written_by", name(&content.status.written));
    group.maybe("report.reviewed_by", name(&content.status.reviewed));
    group.maybe("report.approved_by", name(&content.status.approved));
    group.maybe("report.approved_on", content.status.approved.as_ref().map(|by| said.day(&by.on)));
}

fn findings(group: &mut Group, content: &ReportContent, said: &Said) {
    let lines = |all: &[Requirement]| all.iter().map(requirement).collect::<Vec<_>>().join("\n");
    group.list("findings", &content.findings, |group, _, finding| {
        group.text("number", finding.number.to_string());
        group.text("kind", said.grade(finding));
        group.text("title", &finding.title);
        group.text("statement", &finding.statement);
        group.maybe("evidence", finding.objective_evidence.clone());
        group.text("requirements", lines(&finding.requirements));
        group.text("breaches", lines(&finding.breaches));
        group.text("response", answered(&finding.response, said));
        group.list("references", &finding.evidence, |group, _, one| of_reference(group, one));
        group.list("due", &finding.due, |group, _, due| {
            group.text("step", &due.step);
            group.text("on", said.day(&due.on));
        });
        group.list("actions", &finding.follow_up, |group, _, action| of_action(group, action, said));
    });
    group.list("follow_up", &content.follow_up, |group, _, action| of_action(group, action, said));
    group.list("not_covered", &content.not_covered, |group, _, area| {
        group.text("what", &area.what);
        group.text("why", &area.why);
    });
}

fn of_action(group: &mut Group, action: &FollowUp, said: &Said) {
    group.text("action", &action.action);
    group.maybe("owner", action.owner.clone());
    group.maybe("by", action.due.as_ref().map(|day| said.day(day)));
}

fn registers(group: &mut Group, content: &ReportContent, context: &RenderContext, said: &Said) {
    group.list("tests", &content.tests, |group, _, test| {
        group.text("id", &test.id);
        group.text("title", &test.title);
        group.text("requirement", requirement(&test.requirement));
        let evaluation = match test.evaluation {
            None => "evaluation-open",
            Some(Evaluation::Conforms) => "evaluation-conforms",
            Some(Evaluation::DoesNotConform) => "evaluation-does_not_conform",
            Some(Evaluation::NotApplicable) => "evaluation-not_applicable",
            Some(Evaluation::NotAudited) => "evaluation-not_audited",
        };
        group.text("evaluation", said.say(evaluation));
        group.maybe("reason", test.reason.clone());
        group.maybe("evaluator", test.evaluator.clone());
        group.maybe("reviewer", test.reviewer.clone());
    });
    group.list("evidence", &content.evidence, |group, _, one| {
        group.text("reference", &one.reference);
        group.text("title", &one.title);
        group.text("source", &one.source);
        group.maybe("sha256", one.sha256.clone());
        group.text("by", &one.by);
        group.text("on", said.day(&one.on));
    });
    group.list("distribution", &content.distribution, |group, _, one| {
        group.text("name", &one.name);
        group.text("function", &one.function);
        group.text("organization", &one.organization);
    });
    group.list("history", &content.history, |group, _, one| {
        group.text("version", one.version.to_string());
        group.text("on", said.day(&one.on));
        group.text("why", &one.why);
    });
    group.list("signatures", &context.signatures, |group, _, signed| {
        group.text("name", &signed.name);
        group.text("what", said.say(&signed.act_key()));
        group.text("how", said.say(&signed.method_key()));
        group.text("on", said.day(signed.moment().0));
    });
}

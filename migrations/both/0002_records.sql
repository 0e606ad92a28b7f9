-- The tables of the records, as their shapes in the law say; a test holds the two together.

CREATE TABLE "organization" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "policy_report_due_days" BIGINT NOT NULL CHECK ("policy_report_due_days" < 9223372036854775807),
    "policy_retention_days" BIGINT NOT NULL CHECK ("policy_retention_days" < 9223372036854775807),
    "policy_complaint_acknowledge_days" BIGINT NOT NULL CHECK ("policy_complaint_acknowledge_days" < 9223372036854775807),
    "policy_complaint_decide_days" BIGINT NOT NULL CHECK ("policy_complaint_decide_days" < 9223372036854775807),
    "policy_cycle_cycle_months" BIGINT NOT NULL CHECK ("policy_cycle_cycle_months" < 9223372036854775807),
    "policy_cycle_first_surveillance_months" BIGINT NOT NULL CHECK ("policy_cycle_first_surveillance_months" < 9223372036854775807),
    "policy_cycle_restore_months" BIGINT NOT NULL CHECK ("policy_cycle_restore_months" < 9223372036854775807),
    "policy_cycle_suspension_months" BIGINT NOT NULL CHECK ("policy_cycle_suspension_months" < 9223372036854775807),
    "policy_cycle_major_verification_months" BIGINT NOT NULL CHECK ("policy_cycle_major_verification_months" < 9223372036854775807),
    PRIMARY KEY ("id")
);

CREATE TABLE "organization_policy_grades" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    "rank" BIGINT NOT NULL CHECK ("rank" < 9223372036854775807),
    "verified_before_decision" BIGINT NOT NULL CHECK ("verified_before_decision" < 9223372036854775807),
    "acknowledge_days" BIGINT NOT NULL CHECK ("acknowledge_days" < 9223372036854775807),
    "plan_days" BIGINT NOT NULL CHECK ("plan_days" < 9223372036854775807),
    "implement_days" BIGINT NOT NULL CHECK ("implement_days" < 9223372036854775807),
    "effectiveness_days" BIGINT NOT NULL CHECK ("effectiveness_days" < 9223372036854775807),
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "organization_policy_bars" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "relation" TEXT NOT NULL CHECK ("relation" IN ('employed', 'managed_area', 'consulted', 'did_the_work', 'internal_audit', 'financial', 'close_tie')),
    "cooling_months" BIGINT NOT NULL CHECK ("cooling_months" < 9223372036854775807),
    "liftable" BIGINT NOT NULL CHECK ("liftable" < 9223372036854775807),
    "source" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "organization_policy_bars_roles" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL CHECK ("value" IN ('leader', 'auditor', 'trainee', 'technical_expert', 'observer', 'guide', 'interpreter')),
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "organization_policy_bars_audit_types" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL CHECK ("value" IN ('internal', 'supplier', 'stage_1', 'stage_2', 'surveillance', 'recertification', 'special')),
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "organization_policy_competence" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "role" TEXT NOT NULL CHECK ("role" IN ('leader', 'auditor', 'trainee', 'technical_expert', 'observer', 'guide', 'interpreter')),
    "area" TEXT NOT NULL,
    "by" TEXT NOT NULL CHECK ("by" IN ('education', 'experience', 'training', 'qualification', 'skill')),
    "amount_min" BIGINT NOT NULL CHECK ("amount_min" < 9223372036854775807),
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "organization_policy_short_notice" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL CHECK ("value" IN ('internal', 'supplier', 'stage_1', 'stage_2', 'surveillance', 'recertification', 'special')),
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "person" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "employer" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "code_given" BIGINT NOT NULL CHECK ("code_given" < 9223372036854775807),
    "code_code" TEXT,
    "code_at" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "person_languages" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "person_credentials" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('education', 'experience', 'training', 'qualification', 'skill')),
    "area" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "period_from" TEXT NOT NULL,
    "period_to" TEXT,
    "amount" BIGINT CHECK ("amount" < 9223372036854775807),
    "evidence" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "person_development" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "on" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "hours" BIGINT NOT NULL CHECK ("hours" < 9223372036854775807),
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "person_declarations" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    "auditee" TEXT,
    "text" TEXT NOT NULL,
    "interests" BIGINT NOT NULL CHECK ("interests" < 9223372036854775807),
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "person_absences" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "period_from" TEXT NOT NULL,
    "period_to" TEXT,
    "reason" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "appraisal" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "audit" TEXT,
    "role" TEXT NOT NULL CHECK ("role" IN ('leader', 'auditor', 'trainee', 'technical_expert', 'observer', 'guide', 'interpreter')),
    "method" TEXT NOT NULL CHECK ("method" IN ('review_of_records', 'feedback', 'interview', 'observation', 'testing', 'post_audit_review')),
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    "result" TEXT NOT NULL CHECK ("result" IN ('meets', 'needs_development', 'does_not_meet')),
    "reasons" TEXT NOT NULL,
    "followed" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "appraisal_behaviours" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "behaviour" TEXT NOT NULL CHECK ("behaviour" IN ('ethical', 'open_minded', 'diplomatic', 'observant', 'perceptive', 'versatile', 'tenacious', 'decisive', 'self_reliant', 'fortitude', 'open_to_improvement', 'culturally_sensitive', 'collaborative')),
    "shown" BIGINT NOT NULL CHECK ("shown" < 9223372036854775807),
    "remark" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "relation" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "auditee" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('employed', 'managed_area', 'consulted', 'did_the_work', 'internal_audit', 'financial', 'close_tie')),
    "part" TEXT,
    "period_from" TEXT NOT NULL,
    "period_to" TEXT,
    "remark" TEXT,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    "withdrawn" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "auditee" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('own', 'supplier', 'client')),
    PRIMARY KEY ("id")
);

CREATE TABLE "auditee_units" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "persons" BIGINT CHECK ("persons" < 9223372036854775807),
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "auditee_sites" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('physical', 'virtual')),
    "place" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "auditee_processes" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "auditee_contacts" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "person" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "soa" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "auditee" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "dated" TEXT NOT NULL,
    "criteria" TEXT NOT NULL,
    "source" TEXT,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "soa_rows" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "control" TEXT NOT NULL,
    "title" TEXT,
    "necessary" BIGINT NOT NULL CHECK ("necessary" < 9223372036854775807),
    "why" TEXT,
    "implemented" TEXT NOT NULL CHECK ("implemented" IN ('implemented', 'partly', 'planned', 'not_implemented', 'unstated')),
    "why_excluded" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "programme" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "period_from" TEXT NOT NULL,
    "period_to" TEXT,
    "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'established', 'implementing', 'closed')),
    "state_approved_at" TEXT,
    "state_approved_by" TEXT CHECK ("state_approved_by" IN ('person', 'operator')),
    "state_approved_by_person" TEXT,
    "state_approved_by_on_behalf_of" TEXT,
    "state_approved_before_at" TEXT,
    "state_approved_before_by" TEXT CHECK ("state_approved_before_by" IN ('person', 'operator')),
    "state_approved_before_by_person" TEXT,
    "state_approved_before_by_on_behalf_of" TEXT,
    "state_begun_at" TEXT,
    "state_begun_by" TEXT CHECK ("state_begun_by" IN ('person', 'operator')),
    "state_begun_by_person" TEXT,
    "state_begun_by_on_behalf_of" TEXT,
    "state_closed_at" TEXT,
    "state_closed_by" TEXT CHECK ("state_closed_by" IN ('person', 'operator')),
    "state_closed_by_person" TEXT,
    "state_closed_by_on_behalf_of" TEXT,
    "extent_given" BIGINT NOT NULL CHECK ("extent_given" < 9223372036854775807),
    "extent_text" TEXT,
    "days" BIGINT NOT NULL CHECK ("days" < 9223372036854775807),
    "shortfall" TEXT,
    "resources" TEXT,
    "policy_report_due_days" BIGINT NOT NULL CHECK ("policy_report_due_days" < 9223372036854775807),
    "policy_retention_days" BIGINT NOT NULL CHECK ("policy_retention_days" < 9223372036854775807),
    "policy_complaint_acknowledge_days" BIGINT NOT NULL CHECK ("policy_complaint_acknowledge_days" < 9223372036854775807),
    "policy_complaint_decide_days" BIGINT NOT NULL CHECK ("policy_complaint_decide_days" < 9223372036854775807),
    "policy_cycle_cycle_months" BIGINT NOT NULL CHECK ("policy_cycle_cycle_months" < 9223372036854775807),
    "policy_cycle_first_surveillance_months" BIGINT NOT NULL CHECK ("policy_cycle_first_surveillance_months" < 9223372036854775807),
    "policy_cycle_restore_months" BIGINT NOT NULL CHECK ("policy_cycle_restore_months" < 9223372036854775807),
    "policy_cycle_suspension_months" BIGINT NOT NULL CHECK ("policy_cycle_suspension_months" < 9223372036854775807),
    "policy_cycle_major_verification_months" BIGINT NOT NULL CHECK ("policy_cycle_major_verification_months" < 9223372036854775807),
    PRIMARY KEY ("id")
);

CREATE TABLE "programme_objectives" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "programme_extent_auditees" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "auditee" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "programme_extent_auditees_units" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "programme_extent_auditees_sites" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "programme_extent_auditees_processes" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "programme_extent_criteria" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "programme_risks" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "key" TEXT NOT NULL,
    "area" TEXT NOT NULL CHECK ("area" IN ('planning', 'resources', 'team_selection', 'methods', 'communication', 'implementation', 'records', 'monitoring', 'auditee_availability')),
    "kind" TEXT NOT NULL CHECK ("kind" IN ('risk', 'opportunity')),
    "text" TEXT NOT NULL,
    "likelihood" BIGINT NOT NULL CHECK ("likelihood" < 9223372036854775807),
    "consequence" BIGINT NOT NULL CHECK ("consequence" < 9223372036854775807),
    "treatment" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "programme_roles" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "person" TEXT NOT NULL,
    "role" TEXT NOT NULL CHECK ("role" IN ('manager', 'approver', 'technical_reviewer', 'decision_maker', 'complaint_handler')),
    "competence" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "programme_policy_grades" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    "rank" BIGINT NOT NULL CHECK ("rank" < 9223372036854775807),
    "verified_before_decision" BIGINT NOT NULL CHECK ("verified_before_decision" < 9223372036854775807),
    "acknowledge_days" BIGINT NOT NULL CHECK ("acknowledge_days" < 9223372036854775807),
    "plan_days" BIGINT NOT NULL CHECK ("plan_days" < 9223372036854775807),
    "implement_days" BIGINT NOT NULL CHECK ("implement_days" < 9223372036854775807),
    "effectiveness_days" BIGINT NOT NULL CHECK ("effectiveness_days" < 9223372036854775807),
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "programme_policy_bars" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "relation" TEXT NOT NULL CHECK ("relation" IN ('employed', 'managed_area', 'consulted', 'did_the_work', 'internal_audit', 'financial', 'close_tie')),
    "cooling_months" BIGINT NOT NULL CHECK ("cooling_months" < 9223372036854775807),
    "liftable" BIGINT NOT NULL CHECK ("liftable" < 9223372036854775807),
    "source" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "programme_policy_bars_roles" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL CHECK ("value" IN ('leader', 'auditor', 'trainee', 'technical_expert', 'observer', 'guide', 'interpreter')),
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "programme_policy_bars_audit_types" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL CHECK ("value" IN ('internal', 'supplier', 'stage_1', 'stage_2', 'surveillance', 'recertification', 'special')),
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "programme_policy_competence" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "role" TEXT NOT NULL CHECK ("role" IN ('leader', 'auditor', 'trainee', 'technical_expert', 'observer', 'guide', 'interpreter')),
    "area" TEXT NOT NULL,
    "by" TEXT NOT NULL CHECK ("by" IN ('education', 'experience', 'training', 'qualification', 'skill')),
    "amount_min" BIGINT NOT NULL CHECK ("amount_min" < 9223372036854775807),
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "programme_policy_short_notice" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL CHECK ("value" IN ('internal', 'supplier', 'stage_1', 'stage_2', 'surveillance', 'recertification', 'special')),
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "programme_revisions" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "number" BIGINT NOT NULL CHECK ("number" < 9223372036854775807),
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    "what" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "programme_reviews" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "key" TEXT NOT NULL,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    "conclusions" TEXT NOT NULL,
    "lessons" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "programme_actions" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "done_given" BIGINT NOT NULL CHECK ("done_given" < 9223372036854775807),
    "done_stamp_at" TEXT,
    "done_stamp_by" TEXT CHECK ("done_stamp_by" IN ('person', 'operator')),
    "done_stamp_by_person" TEXT,
    "done_stamp_by_on_behalf_of" TEXT,
    "done_result" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "planned_audit" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "auditee" TEXT NOT NULL,
    "outline_title" TEXT NOT NULL,
    "outline_audit_type" TEXT NOT NULL CHECK ("outline_audit_type" IN ('internal', 'supplier', 'stage_1', 'stage_2', 'surveillance', 'recertification', 'special')),
    "outline_part_auditee" TEXT NOT NULL,
    "outline_window_from" TEXT NOT NULL,
    "outline_window_to" TEXT,
    "outline_days" BIGINT NOT NULL CHECK ("outline_days" < 9223372036854775807),
    "outline_why_importance" TEXT NOT NULL,
    "outline_why_risk" TEXT NOT NULL,
    "outline_why_previous_results" TEXT NOT NULL,
    "outline_why_changes" TEXT NOT NULL,
    "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'withdrawn')),
    "state_stamp_at" TEXT,
    "state_stamp_by" TEXT CHECK ("state_stamp_by" IN ('person', 'operator')),
    "state_stamp_by_person" TEXT,
    "state_stamp_by_on_behalf_of" TEXT,
    "state_reason" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "planned_audit_outline_part_units" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "planned_audit_outline_part_sites" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "planned_audit_outline_part_processes" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "planned_audit_outline_criteria" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "planned_audit_outline_methods" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL CHECK ("value" IN ('on_site', 'remote', 'hybrid')),
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "auditee" TEXT NOT NULL,
    "audit_type" TEXT NOT NULL CHECK ("audit_type" IN ('internal', 'supplier', 'stage_1', 'stage_2', 'surveillance', 'recertification', 'special')),
    "title" TEXT NOT NULL,
    "window_from" TEXT NOT NULL,
    "window_to" TEXT,
    "days_planned" BIGINT NOT NULL CHECK ("days_planned" < 9223372036854775807),
    "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'initiated', 'prepared', 'conducting', 'reporting', 'completed', 'cancelled', 'terminated', 'not_feasible')),
    "state_initiated_at" TEXT,
    "state_initiated_by" TEXT CHECK ("state_initiated_by" IN ('person', 'operator')),
    "state_initiated_by_person" TEXT,
    "state_initiated_by_on_behalf_of" TEXT,
    "state_prepared_at" TEXT,
    "state_prepared_by" TEXT CHECK ("state_prepared_by" IN ('person', 'operator')),
    "state_prepared_by_person" TEXT,
    "state_prepared_by_on_behalf_of" TEXT,
    "state_begun_at" TEXT,
    "state_begun_by" TEXT CHECK ("state_begun_by" IN ('person', 'operator')),
    "state_begun_by_person" TEXT,
    "state_begun_by_on_behalf_of" TEXT,
    "state_short_notice" TEXT,
    "state_ended_at" TEXT,
    "state_ended_by" TEXT CHECK ("state_ended_by" IN ('person', 'operator')),
    "state_ended_by_person" TEXT,
    "state_ended_by_on_behalf_of" TEXT,
    "state_completed_at" TEXT,
    "state_completed_by" TEXT CHECK ("state_completed_by" IN ('person', 'operator')),
    "state_completed_by_person" TEXT,
    "state_completed_by_on_behalf_of" TEXT,
    "state_cancelled_at" TEXT,
    "state_cancelled_by" TEXT CHECK ("state_cancelled_by" IN ('person', 'operator')),
    "state_cancelled_by_person" TEXT,
    "state_cancelled_by_on_behalf_of" TEXT,
    "state_cancelled_why" TEXT,
    "state_terminated_at" TEXT,
    "state_terminated_by" TEXT CHECK ("state_terminated_by" IN ('person', 'operator')),
    "state_terminated_by_person" TEXT,
    "state_terminated_by_on_behalf_of" TEXT,
    "state_terminated_why" TEXT,
    "state_stopped_at" TEXT,
    "state_stopped_by" TEXT CHECK ("state_stopped_by" IN ('person', 'operator')),
    "state_stopped_by_person" TEXT,
    "state_stopped_by_on_behalf_of" TEXT,
    "initiation_given" BIGINT NOT NULL CHECK ("initiation_given" < 9223372036854775807),
    "initiation_client" TEXT,
    "initiation_scope" TEXT,
    "initiation_part_auditee" TEXT,
    "initiation_soa" TEXT,
    "initiation_method" TEXT CHECK ("initiation_method" IN ('on_site', 'remote', 'hybrid')),
    "initiation_language" TEXT,
    "feasibility_given" BIGINT NOT NULL CHECK ("feasibility_given" < 9223372036854775807),
    "feasibility_information_enough" BIGINT CHECK ("feasibility_information_enough" < 9223372036854775807),
    "feasibility_information_remark" TEXT,
    "feasibility_cooperation_enough" BIGINT CHECK ("feasibility_cooperation_enough" < 9223372036854775807),
    "feasibility_cooperation_remark" TEXT,
    "feasibility_time_enough" BIGINT CHECK ("feasibility_time_enough" < 9223372036854775807),
    "feasibility_time_remark" TEXT,
    "feasibility_resources_enough" BIGINT CHECK ("feasibility_resources_enough" < 9223372036854775807),
    "feasibility_resources_remark" TEXT,
    "feasibility_alternative" TEXT,
    "feasibility_stamp_at" TEXT,
    "feasibility_stamp_by" TEXT CHECK ("feasibility_stamp_by" IN ('person', 'operator')),
    "feasibility_stamp_by_person" TEXT,
    "feasibility_stamp_by_on_behalf_of" TEXT,
    "document_review_given" BIGINT NOT NULL CHECK ("document_review_given" < 9223372036854775807),
    "document_review_outcome" TEXT CHECK ("document_review_outcome" IN ('ready', 'ready_with_concerns', 'not_ready')),
    "document_review_summary" TEXT,
    "document_review_stamp_at" TEXT,
    "document_review_stamp_by" TEXT CHECK ("document_review_stamp_by" IN ('person', 'operator')),
    "document_review_stamp_by_person" TEXT,
    "document_review_stamp_by_on_behalf_of" TEXT,
    "plan" TEXT,
    "findings_numbered" BIGINT NOT NULL CHECK ("findings_numbered" < 9223372036854775807),
    "conclusions_given" BIGINT NOT NULL CHECK ("conclusions_given" < 9223372036854775807),
    "conclusions_conformity" TEXT,
    "conclusions_effectiveness" TEXT,
    "conclusions_trends" TEXT,
    "conclusions_recommendation" TEXT CHECK ("conclusions_recommendation" IN ('none', 'favourable', 'favourable_once_corrected', 'unfavourable', 'ready_for_stage_2', 'not_ready_for_stage_2')),
    "conclusions_recommendation_reason" TEXT,
    "conclusions_stamp_at" TEXT,
    "conclusions_stamp_by" TEXT CHECK ("conclusions_stamp_by" IN ('person', 'operator')),
    "conclusions_stamp_by_person" TEXT,
    "conclusions_stamp_by_on_behalf_of" TEXT,
    "report" TEXT,
    "completion_given" BIGINT NOT NULL CHECK ("completion_given" < 9223372036854775807),
    "completion_days_used" BIGINT CHECK ("completion_days_used" < 9223372036854775807),
    "completion_lessons" TEXT,
    "completion_retain_until" TEXT,
    "completion_stamp_at" TEXT,
    "completion_stamp_by" TEXT CHECK ("completion_stamp_by" IN ('person', 'operator')),
    "completion_stamp_by_person" TEXT,
    "completion_stamp_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "audit_contacts" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "with" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit_initiation_objectives" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit_initiation_part_units" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit_initiation_part_sites" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit_initiation_part_processes" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit_initiation_criteria" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit_initiation_areas" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit_team" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "person" TEXT NOT NULL,
    "role" TEXT NOT NULL CHECK ("role" IN ('leader', 'auditor', 'trainee', 'technical_expert', 'observer', 'guide', 'interpreter')),
    "directed_by" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit_team_areas" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "audit_team_safeguards" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "relation" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "approved_at" TEXT NOT NULL,
    "approved_by" TEXT NOT NULL CHECK ("approved_by" IN ('person', 'operator')),
    "approved_by_person" TEXT,
    "approved_by_on_behalf_of" TEXT,
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "audit_people" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit_document_review_items" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "criteria" TEXT NOT NULL,
    "requirement" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "found" TEXT NOT NULL CHECK ("found" IN ('yes', 'partly', 'no')),
    "remark" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit_document_review_items_evidence" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "audit_scope_changes" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "key" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "part_auditee" TEXT NOT NULL,
    "proposed_at" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL CHECK ("proposed_by" IN ('person', 'operator')),
    "proposed_by_person" TEXT,
    "proposed_by_on_behalf_of" TEXT,
    "manager_given" BIGINT NOT NULL CHECK ("manager_given" < 9223372036854775807),
    "manager_at" TEXT,
    "manager_by" TEXT CHECK ("manager_by" IN ('person', 'operator')),
    "manager_by_person" TEXT,
    "manager_by_on_behalf_of" TEXT,
    "client_given" BIGINT NOT NULL CHECK ("client_given" < 9223372036854775807),
    "client_at" TEXT,
    "client_by" TEXT CHECK ("client_by" IN ('person', 'operator')),
    "client_by_person" TEXT,
    "client_by_on_behalf_of" TEXT,
    "told_given" BIGINT NOT NULL CHECK ("told_given" < 9223372036854775807),
    "told_at" TEXT,
    "told_by" TEXT CHECK ("told_by" IN ('person', 'operator')),
    "told_by_person" TEXT,
    "told_by_on_behalf_of" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit_scope_changes_part_units" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "audit_scope_changes_part_sites" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "audit_scope_changes_part_processes" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "audit_conclusions_objectives" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "objective" TEXT NOT NULL,
    "met" TEXT NOT NULL CHECK ("met" IN ('yes', 'partly', 'no')),
    "reason" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit_completion_not_done" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "what" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit_completion_feedback_asked" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit_feedback" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "from" TEXT NOT NULL,
    "mark" BIGINT NOT NULL CHECK ("mark" < 9223372036854775807),
    "text" TEXT,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit_holds" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "key" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "set_at" TEXT NOT NULL,
    "set_by" TEXT NOT NULL CHECK ("set_by" IN ('person', 'operator')),
    "set_by_person" TEXT,
    "set_by_on_behalf_of" TEXT,
    "lifted_given" BIGINT NOT NULL CHECK ("lifted_given" < 9223372036854775807),
    "lifted_at" TEXT,
    "lifted_by" TEXT CHECK ("lifted_by" IN ('person', 'operator')),
    "lifted_by_person" TEXT,
    "lifted_by_on_behalf_of" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "plan" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "audit" TEXT NOT NULL,
    "number" BIGINT NOT NULL CHECK ("number" < 9223372036854775807),
    "reason" TEXT,
    "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'presented', 'agreed', 'superseded')),
    "state_presented_at" TEXT,
    "state_presented_by" TEXT CHECK ("state_presented_by" IN ('person', 'operator')),
    "state_presented_by_person" TEXT,
    "state_presented_by_on_behalf_of" TEXT,
    "state_agreed_at" TEXT,
    "state_agreed_by" TEXT CHECK ("state_agreed_by" IN ('person', 'operator')),
    "state_agreed_by_person" TEXT,
    "state_agreed_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "plan_items" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "item" TEXT NOT NULL,
    "text" TEXT,
    "omitted" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "plan_sessions" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "key" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "end" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "site" TEXT,
    "place" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "method" TEXT NOT NULL CHECK ("method" IN ('on_site', 'remote', 'hybrid')),
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "plan_sessions_contacts" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "plan_sessions_auditors" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "plan_sessions_requirements" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "plan_auditors" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "plan_objections" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "key" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    "outcome" TEXT NOT NULL CHECK ("outcome" IN ('open', 'resolved', 'overruled')),
    "outcome_resolved_at" TEXT,
    "outcome_resolved_by" TEXT CHECK ("outcome_resolved_by" IN ('person', 'operator')),
    "outcome_resolved_by_person" TEXT,
    "outcome_resolved_by_on_behalf_of" TEXT,
    "outcome_how" TEXT,
    "outcome_overruled_at" TEXT,
    "outcome_overruled_by" TEXT CHECK ("outcome_overruled_by" IN ('person', 'operator')),
    "outcome_overruled_by_person" TEXT,
    "outcome_overruled_by_on_behalf_of" TEXT,
    "outcome_why" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "info_request" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "audit" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "asked_at" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL CHECK ("asked_by" IN ('person', 'operator')),
    "asked_by_person" TEXT,
    "asked_by_on_behalf_of" TEXT,
    "state" TEXT NOT NULL CHECK ("state" IN ('asked', 'answered', 'accepted', 'returned')),
    "state_accepted_at" TEXT,
    "state_accepted_by" TEXT CHECK ("state_accepted_by" IN ('person', 'operator')),
    "state_accepted_by_person" TEXT,
    "state_accepted_by_on_behalf_of" TEXT,
    "state_returned_at" TEXT,
    "state_returned_by" TEXT CHECK ("state_returned_by" IN ('person', 'operator')),
    "state_returned_by_person" TEXT,
    "state_returned_by_on_behalf_of" TEXT,
    "state_why" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "info_request_answers" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "text" TEXT NOT NULL,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "info_request_answers_evidence" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "meeting" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "audit" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('opening', 'closing', 'other')),
    "held" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "minutes" TEXT,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "meeting_agenda" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "item" TEXT NOT NULL,
    "covered" BIGINT NOT NULL CHECK ("covered" < 9223372036854775807),
    "note" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "meeting_attendance" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "person" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "message" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "audit" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('progress', 'significant_risk', 'out_of_scope', 'obstacle')),
    "text" TEXT NOT NULL,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "message_told" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit_test" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "organization" TEXT NOT NULL,
    "test" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "objective" TEXT NOT NULL,
    "guidance" TEXT NOT NULL,
    "minutes" BIGINT NOT NULL CHECK ("minutes" < 9223372036854775807),
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    "retired" BIGINT NOT NULL CHECK ("retired" < 9223372036854775807),
    PRIMARY KEY ("id")
);

CREATE TABLE "audit_test_requirements" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "criteria" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit_test_breaches" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit_test_audit_types" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL CHECK ("value" IN ('internal', 'supplier', 'stage_1', 'stage_2', 'surveillance', 'recertification', 'special')),
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "paper" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "audit" TEXT NOT NULL,
    "test" TEXT,
    "purpose" TEXT NOT NULL CHECK ("purpose" IN ('test', 'exclusion', 'previous_finding')),
    "title" TEXT NOT NULL,
    "previous" TEXT,
    "minutes" BIGINT NOT NULL CHECK ("minutes" < 9223372036854775807),
    "assignee" TEXT,
    "notes" BIGINT NOT NULL CHECK ("notes" < 9223372036854775807),
    "state" TEXT NOT NULL CHECK ("state" IN ('open', 'evaluated', 'reviewed')),
    "state_evaluation" TEXT CHECK ("state_evaluation" IN ('conforms', 'does_not_conform', 'not_applicable', 'not_audited')),
    "state_reason" TEXT,
    "state_evaluated_at" TEXT,
    "state_evaluated_by" TEXT CHECK ("state_evaluated_by" IN ('person', 'operator')),
    "state_evaluated_by_person" TEXT,
    "state_evaluated_by_on_behalf_of" TEXT,
    "state_final_evaluation" TEXT CHECK ("state_final_evaluation" IN ('conforms', 'does_not_conform', 'not_applicable', 'not_audited')),
    "state_final_reason" TEXT,
    "state_prepared_at" TEXT,
    "state_prepared_by" TEXT CHECK ("state_prepared_by" IN ('person', 'operator')),
    "state_prepared_by_person" TEXT,
    "state_prepared_by_on_behalf_of" TEXT,
    "state_reviewed_given" BIGINT CHECK ("state_reviewed_given" < 9223372036854775807),
    "state_reviewed_at" TEXT,
    "state_reviewed_by" TEXT CHECK ("state_reviewed_by" IN ('person', 'operator')),
    "state_reviewed_by_person" TEXT,
    "state_reviewed_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "paper_requirements" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "criteria" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "paper_samples" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "population" TEXT NOT NULL,
    "population_size" BIGINT NOT NULL CHECK ("population_size" < 9223372036854775807),
    "size" BIGINT NOT NULL CHECK ("size" < 9223372036854775807),
    "basis" TEXT NOT NULL,
    "deviations" BIGINT NOT NULL CHECK ("deviations" < 9223372036854775807),
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "paper_evidence" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "note" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "audit" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "method" TEXT NOT NULL CHECK ("method" IN ('interview', 'observation', 'document_review', 'technical_verification')),
    "role" TEXT,
    "text" TEXT NOT NULL,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "evidence" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "audit" TEXT NOT NULL,
    "auditee" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "form" TEXT NOT NULL CHECK ("form" IN ('taken', 'seen')),
    "form_sha256" TEXT,
    "form_bytes" BIGINT CHECK ("form_bytes" < 9223372036854775807),
    "form_media" TEXT,
    "form_what" TEXT,
    "form_at_place" TEXT,
    "form_seen_at" TEXT,
    "form_seen_by" TEXT,
    "form_seen_sha256" TEXT,
    "classification" TEXT NOT NULL CHECK ("classification" IN ('public', 'internal', 'confidential', 'restricted')),
    "source" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "evidence_custody" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    "what" TEXT NOT NULL,
    "remark" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "finding" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "audit" TEXT NOT NULL,
    "auditee" TEXT NOT NULL,
    "number" BIGINT NOT NULL CHECK ("number" < 9223372036854775807),
    "text_kind" TEXT NOT NULL CHECK ("text_kind" IN ('nonconformity', 'opportunity_for_improvement', 'good_practice')),
    "text_title" TEXT NOT NULL,
    "text_statement" TEXT NOT NULL,
    "text_objective_evidence" TEXT,
    "text_grade" TEXT,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    "state" TEXT NOT NULL CHECK ("state" IN ('drafted', 'raised', 'acknowledged', 'corrected', 'cause_found', 'action_planned', 'plan_accepted', 'implemented', 'verified', 'effectiveness_checked', 'closed', 'withdrawn')),
    "state_closed_at" TEXT,
    "state_closed_by" TEXT CHECK ("state_closed_by" IN ('person', 'operator')),
    "state_closed_by_person" TEXT,
    "state_closed_by_on_behalf_of" TEXT,
    "state_withdrawn_at" TEXT,
    "state_withdrawn_by" TEXT CHECK ("state_withdrawn_by" IN ('person', 'operator')),
    "state_withdrawn_by_person" TEXT,
    "state_withdrawn_by_on_behalf_of" TEXT,
    "state_withdrawn_why" TEXT,
    "response" TEXT NOT NULL CHECK ("response" IN ('none', 'acknowledged', 'disputed')),
    "response_acknowledged_at" TEXT,
    "response_acknowledged_by" TEXT CHECK ("response_acknowledged_by" IN ('person', 'operator')),
    "response_acknowledged_by_person" TEXT,
    "response_acknowledged_by_on_behalf_of" TEXT,
    "response_disputed_at" TEXT,
    "response_disputed_by" TEXT CHECK ("response_disputed_by" IN ('person', 'operator')),
    "response_disputed_by_person" TEXT,
    "response_disputed_by_on_behalf_of" TEXT,
    "response_opinion" TEXT,
    "due_given" BIGINT NOT NULL CHECK ("due_given" < 9223372036854775807),
    "due_acknowledge" TEXT,
    "due_plan" TEXT,
    "due_implement" TEXT,
    "due_effectiveness" TEXT,
    "correction_given" BIGINT NOT NULL CHECK ("correction_given" < 9223372036854775807),
    "correction_text" TEXT,
    "correction_stamp_at" TEXT,
    "correction_stamp_by" TEXT CHECK ("correction_stamp_by" IN ('person', 'operator')),
    "correction_stamp_by_person" TEXT,
    "correction_stamp_by_on_behalf_of" TEXT,
    "cause_given" BIGINT NOT NULL CHECK ("cause_given" < 9223372036854775807),
    "cause_text" TEXT,
    "cause_stamp_at" TEXT,
    "cause_stamp_by" TEXT CHECK ("cause_stamp_by" IN ('person', 'operator')),
    "cause_stamp_by_person" TEXT,
    "cause_stamp_by_on_behalf_of" TEXT,
    "action_given" BIGINT NOT NULL CHECK ("action_given" < 9223372036854775807),
    "action_text" TEXT,
    "action_owner" TEXT,
    "action_due" TEXT,
    "action_stamp_at" TEXT,
    "action_stamp_by" TEXT CHECK ("action_stamp_by" IN ('person', 'operator')),
    "action_stamp_by_person" TEXT,
    "action_stamp_by_on_behalf_of" TEXT,
    "plan_accepted_given" BIGINT NOT NULL CHECK ("plan_accepted_given" < 9223372036854775807),
    "plan_accepted_at" TEXT,
    "plan_accepted_by" TEXT CHECK ("plan_accepted_by" IN ('person', 'operator')),
    "plan_accepted_by_person" TEXT,
    "plan_accepted_by_on_behalf_of" TEXT,
    "implementation_given" BIGINT NOT NULL CHECK ("implementation_given" < 9223372036854775807),
    "implementation_text" TEXT,
    "implementation_stamp_at" TEXT,
    "implementation_stamp_by" TEXT CHECK ("implementation_stamp_by" IN ('person', 'operator')),
    "implementation_stamp_by_person" TEXT,
    "implementation_stamp_by_on_behalf_of" TEXT,
    "verification_given" BIGINT NOT NULL CHECK ("verification_given" < 9223372036854775807),
    "verification_text" TEXT,
    "verification_stamp_at" TEXT,
    "verification_stamp_by" TEXT CHECK ("verification_stamp_by" IN ('person', 'operator')),
    "verification_stamp_by_person" TEXT,
    "verification_stamp_by_on_behalf_of" TEXT,
    "effectiveness_given" BIGINT NOT NULL CHECK ("effectiveness_given" < 9223372036854775807),
    "effectiveness_text" TEXT,
    "effectiveness_stamp_at" TEXT,
    "effectiveness_stamp_by" TEXT CHECK ("effectiveness_stamp_by" IN ('person', 'operator')),
    "effectiveness_stamp_by_person" TEXT,
    "effectiveness_stamp_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "finding_text_requirements" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "criteria" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "finding_text_breaches" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "finding_text_papers" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "finding_text_evidence" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "finding_papers" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "finding_warnings" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "finding_correction_evidence" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "finding_cause_evidence" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "finding_implementation_evidence" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "finding_verification_evidence" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "finding_effectiveness_evidence" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "finding_rejections" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "step" TEXT NOT NULL CHECK ("step" IN ('correction', 'root_cause', 'action_plan', 'implementation', 'effectiveness')),
    "reason" TEXT NOT NULL,
    "rejected" TEXT NOT NULL,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "finding_escalations" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "report" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "audit" TEXT NOT NULL,
    "number" BIGINT NOT NULL CHECK ("number" < 9223372036854775807),
    "amends_why" TEXT,
    "whole_papers" BIGINT NOT NULL CHECK ("whole_papers" < 9223372036854775807),
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'reviewed', 'approved', 'issued', 'replaced')),
    "state_reviewed_at" TEXT,
    "state_reviewed_by" TEXT CHECK ("state_reviewed_by" IN ('person', 'operator')),
    "state_reviewed_by_person" TEXT,
    "state_reviewed_by_on_behalf_of" TEXT,
    "state_reviewed_content" TEXT,
    "state_remarks" TEXT,
    "state_reviewed_before_at" TEXT,
    "state_reviewed_before_by" TEXT CHECK ("state_reviewed_before_by" IN ('person', 'operator')),
    "state_reviewed_before_by_person" TEXT,
    "state_reviewed_before_by_on_behalf_of" TEXT,
    "state_approved_at" TEXT,
    "state_approved_by" TEXT CHECK ("state_approved_by" IN ('person', 'operator')),
    "state_approved_by_person" TEXT,
    "state_approved_by_on_behalf_of" TEXT,
    "state_content" TEXT,
    "state_approved_before_at" TEXT,
    "state_approved_before_by" TEXT CHECK ("state_approved_before_by" IN ('person', 'operator')),
    "state_approved_before_by_person" TEXT,
    "state_approved_before_by_on_behalf_of" TEXT,
    "state_issued_content" TEXT,
    "state_issued_at" TEXT,
    "state_issued_by" TEXT CHECK ("state_issued_by" IN ('person', 'operator')),
    "state_issued_by_person" TEXT,
    "state_issued_by_on_behalf_of" TEXT,
    "state_pdf" TEXT,
    "state_replaced_content" TEXT,
    "state_replaced_pdf" TEXT,
    "state_issued_before_at" TEXT,
    "state_issued_before_by" TEXT CHECK ("state_issued_before_by" IN ('person', 'operator')),
    "state_issued_before_by_person" TEXT,
    "state_issued_before_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "report_items" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "item" TEXT NOT NULL,
    "text" TEXT,
    "omitted" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "report_distribution" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "person" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "report_acknowledgements" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "person" TEXT NOT NULL,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "certification" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "auditee" TEXT NOT NULL,
    "criteria" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "cycle_cycle_months" BIGINT NOT NULL CHECK ("cycle_cycle_months" < 9223372036854775807),
    "cycle_first_surveillance_months" BIGINT NOT NULL CHECK ("cycle_first_surveillance_months" < 9223372036854775807),
    "cycle_restore_months" BIGINT NOT NULL CHECK ("cycle_restore_months" < 9223372036854775807),
    "cycle_suspension_months" BIGINT NOT NULL CHECK ("cycle_suspension_months" < 9223372036854775807),
    "cycle_major_verification_months" BIGINT NOT NULL CHECK ("cycle_major_verification_months" < 9223372036854775807),
    "state" TEXT NOT NULL CHECK ("state" IN ('applied', 'certified', 'suspended', 'withdrawn', 'refused')),
    "state_since" TEXT,
    "state_expires" TEXT,
    "state_suspended_since" TEXT,
    "state_would_expire" TEXT,
    "state_withdrawn_since" TEXT,
    "state_refused_on" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "certification_reviews" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "audit" TEXT NOT NULL,
    "sufficient" BIGINT NOT NULL CHECK ("sufficient" < 9223372036854775807),
    "remarks" TEXT NOT NULL,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "certification_decisions" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "kind" TEXT NOT NULL CHECK ("kind" IN ('grant', 'refuse', 'maintain', 'renew', 'suspend', 'restore', 'withdraw')),
    "audit" TEXT,
    "reason" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "complaint" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('complaint', 'appeal')),
    "audit" TEXT,
    "from" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "received" TEXT NOT NULL,
    "decide_by" TEXT NOT NULL,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    "state" TEXT NOT NULL CHECK ("state" IN ('received', 'assigned', 'decided')),
    "state_handler" TEXT,
    "state_assigned_at" TEXT,
    "state_assigned_by" TEXT CHECK ("state_assigned_by" IN ('person', 'operator')),
    "state_assigned_by_person" TEXT,
    "state_assigned_by_on_behalf_of" TEXT,
    "state_handled_by" TEXT,
    "state_decision" TEXT,
    "state_upheld" BIGINT CHECK ("state_upheld" < 9223372036854775807),
    "state_decided_at" TEXT,
    "state_decided_by" TEXT CHECK ("state_decided_by" IN ('person', 'operator')),
    "state_decided_by_person" TEXT,
    "state_decided_by_on_behalf_of" TEXT,
    "told_given" BIGINT NOT NULL CHECK ("told_given" < 9223372036854775807),
    "told_at" TEXT,
    "told_by" TEXT CHECK ("told_by" IN ('person', 'operator')),
    "told_by_person" TEXT,
    "told_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "erasure" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);


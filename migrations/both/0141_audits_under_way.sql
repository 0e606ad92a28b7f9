-- The audits that somebody is busy with are a list of their own, which whoever plans a session asks for; no list of all the plans
-- they were ever in is needed then.

INSERT INTO link (kind, name, target, id)
    SELECT 'audit', 'under_way', link.target, link.id FROM link JOIN "audit" ON "audit"."id" = link.id
    WHERE link.kind = 'audit' AND link.name = 'people' AND "audit"."state" NOT IN ('completed', 'cancelled', 'terminated', 'not_feasible');

DROP INDEX audit_under_way;

DELETE FROM link WHERE kind = 'plan' AND name = 'auditors';
